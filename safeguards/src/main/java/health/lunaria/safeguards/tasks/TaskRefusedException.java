package health.lunaria.safeguards.tasks;

import java.util.regex.Pattern;

/** A task cannot be done, and trying again would not help. The slug is for the user: stable, and never with a value in it. */
public class TaskRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    /** @param slug lower case, hyphenated, e.g. {@code unknown-format} */
    public TaskRefusedException(String slug) {
        super(slug);
        if (!SLUG.matcher(slug).matches()) {
            throw new IllegalArgumentException("A slug has 1 to 64 lower-case letters, digits and hyphens");
        }
    }

    public String slug() {
        return getMessage();
    }
}
