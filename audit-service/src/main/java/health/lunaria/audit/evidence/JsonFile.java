package health.lunaria.audit.evidence;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Writes a file of JSON, always in the same way. */
final class JsonFile {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private JsonFile() {}

    /** The cause of a failure is left out on purpose: Jackson's messages quote the content. */
    static EvidenceFile of(String name, Object content) {
        try {
            return EvidenceFile.of(name, JSON.writeValueAsString(content) + "\n");
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A file of the bundle cannot be written as JSON");
        }
    }
}
