package health.lunaria.safeguards.redaction;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;

/** Documents in JSON that are handed to the person whom they concern, written as the API answers them. */
public final class DisclosedJson {

    private static final ObjectWriter WRITER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(SensitiveModule.forResponses())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build()
            .writerWithView(Sensitive.Disclosed.class);

    private DisclosedJson() {}

    /** Writes everything and flushes; the stream stays open. */
    public static void write(Object document, OutputStream out) throws IOException {
        WRITER.writeValue(out, document);
        out.flush();
    }
}
