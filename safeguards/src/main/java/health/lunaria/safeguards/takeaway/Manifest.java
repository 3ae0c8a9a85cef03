package health.lunaria.safeguards.takeaway;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.DisclosedJson;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** What is in an archive: its last file, so that an archive without it was cut off. */
@Confidential
record Manifest(List<Entry> files) {

    static final String NAME = "manifest.json";

    /** So many bytes of one are read at most. */
    static final int MAX_BYTES = 8 * 1024 * 1024;

    private static final ObjectMapper READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    Manifest {
        files = List.copyOf(files);
    }

    /** @param sha256 of the content, in lower-case hex */
    @Confidential
    record Entry(String name, long size, String sha256) {

        @Override
        public String toString() {
            return "Entry[redacted]";
        }
    }

    void writeTo(OutputStream out) throws IOException {
        DisclosedJson.write(this, out);
    }

    static Manifest read(byte[] json) throws IOException {
        return READER.readValue(json, Manifest.class);
    }

    @Override
    public String toString() {
        return "Manifest[redacted]";
    }
}
