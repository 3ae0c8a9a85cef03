package health.lunaria.audit.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.redaction.Confidential;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What a leaf commits to: whoever has it can compute the leaf.
 *
 * @param salt 32 random bytes
 * @param event in its {@linkplain CanonicalEvent canonical form}
 */
@Confidential
public record Commitment(byte[] salt, byte[] event) {

    private static final JsonFactory JSON = new JsonFactory();

    static Commitment of(Subject subject, Opening opening) {
        return new Commitment(opening.salt(), CanonicalEvent.bytes(subject, opening.event()));
    }

    /** {@code {"salt":"…","event":"…"}}: the salt in base64, the canonical event as text. */
    public byte[] json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeBinaryField("salt", salt);
            json.writeStringField("event", new String(event, StandardCharsets.UTF_8));
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return "Commitment[redacted]";
    }
}
