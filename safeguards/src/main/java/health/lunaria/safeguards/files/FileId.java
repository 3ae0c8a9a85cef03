package health.lunaria.safeguards.files;

import health.lunaria.safeguards.encryption.Locator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a stored file and its object: 128 random bits in base64url, which say nothing about user, day or type.
 *
 * @param text 22 characters
 */
public record FileId(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** The last character carries two bits only. */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");

    public FileId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("A file id has another form");
        }
    }

    static FileId random() {
        byte[] bytes = new byte[Locator.LENGTH];
        RANDOM.nextBytes(bytes);
        return new FileId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Empty for what cannot be an id. */
    public static Optional<FileId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new FileId(text)) : Optional.empty();
    }

    /** The row that what belongs to the file is sealed for. */
    public Locator locator() {
        return Locator.of(Base64.getUrlDecoder().decode(text));
    }

    @Override
    public String toString() {
        return text;
    }
}
