package health.lunaria.cycle.export;

import health.lunaria.cycle.day.StoredDay;
import health.lunaria.cycle.history.CyclesResponse;
import health.lunaria.cycle.prediction.PredictionResponse;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.DisclosedJson;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Everything, each part as the API answers it. A change that a reader has to know raises the version in {@code format}. */
final class JsonExport implements ExportFormat {

    static final String FORMAT = "lunaria-export/1";

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public String fileEnding() {
        return "json";
    }

    @Override
    public void write(ExportData data, OutputStream out) throws IOException {
        DisclosedJson.write(Document.of(data), out);
    }

    @Confidential
    private record Document(
            String format,
            Instant made,
            LocalDate from,
            LocalDate to,
            List<StoredDay> days,
            List<CyclesResponse.Item> cycles,
            PredictionResponse prediction) {

        static Document of(ExportData data) {
            return new Document(
                    FORMAT,
                    data.made(),
                    data.from(),
                    data.to(),
                    data.days().stream().map(StoredDay::from).toList(),
                    data.cycles().stream().map(CyclesResponse.Item::from).toList(),
                    PredictionResponse.from(data.prediction()));
        }

        @Override
        public String toString() {
            return "Document[redacted]";
        }
    }
}
