package health.lunaria.safeguards.tasks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.SensitiveModule;

/** What a task left, opened before its type is known. */
@Confidential
public final class TaskOutcome {

    private static final ObjectMapper READER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(SensitiveModule.forResponses())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final JsonNode content;

    TaskOutcome(JsonNode content) {
        this.content = content;
    }

    /** The cause is left out on purpose: Jackson's messages quote the content. */
    <R> R as(Class<R> type) {
        try {
            return READER.treeToValue(content, type);
        } catch (JsonProcessingException otherType) {
            throw new IllegalArgumentException("The task's result is no " + type.getSimpleName());
        }
    }

    @Override
    public String toString() {
        return "TaskOutcome[redacted]";
    }
}
