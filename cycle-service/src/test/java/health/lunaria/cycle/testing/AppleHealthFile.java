package health.lunaria.cycle.testing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/**
 * An {@code export.xml} of Apple Health that is made up and as long as wanted: on each of ten years' days a basal
 * temperature and a little of what a cycle app imports, and otherwise, as in a real one, what a watch measures all day long.
 * It is written as it is made, so its length costs no memory. The same length and last day give the same file. The
 * benchmarks use it as well.
 */
public final class AppleHealthFile {

    /** Each of which is logged. */
    public static final int DAYS = 3_653;

    private static final int CYCLE_DAYS = 28;
    private static final int PERIOD_DAYS = 5;

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE HealthData [
            <!-- HealthKit Export Version: 14 -->
            <!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout|ActivitySummary|ClinicalRecord)*)>
            <!ATTLIST HealthData
              locale CDATA #REQUIRED
            >
            <!ELEMENT Record ((MetadataEntry|HeartRateVariabilityMetadataList)*)>
            <!ATTLIST Record
              type          CDATA #REQUIRED
              unit          CDATA #IMPLIED
              value         CDATA #IMPLIED
              sourceName    CDATA #REQUIRED
              creationDate  CDATA #IMPLIED
              startDate     CDATA #REQUIRED
              endDate       CDATA #REQUIRED
            >
            ]>
            <HealthData locale="en_GB">
             <ExportDate value="%s 21:00:00 +0100"/>
            """;

    private final long bytes;
    private final LocalDate last;
    private long written;

    private AppleHealthFile(long bytes, LocalDate last) {
        this.bytes = bytes;
        this.last = last;
    }

    /**
     * Writes a file.
     *
     * @param bytes that it has at least, and at most one record more, if that is enough for ten years
     * @param last of its days
     */
    public static void write(Path file, long bytes, LocalDate last) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            new AppleHealthFile(bytes, last).write(out);
        }
    }

    private void write(OutputStream out) throws IOException {
        write(out, HEAD.formatted(last));
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = last.minusDays(DAYS - 1L - day);
            cycle(out, date, day % CYCLE_DAYS);
            long until = bytes * (day + 1) / DAYS;
            for (int minute = 0; written < until; minute++) {
                heartRate(out, date, minute);
            }
        }
        write(out, "</HealthData>\n");
    }

    private void cycle(OutputStream out, LocalDate date, int cycleDay) throws IOException {
        String celsius = String.format(Locale.ROOT, "%.2f", 36.3 + (cycleDay > 14 ? 0.3 : 0) + cycleDay % 4 / 100.0);
        record(out, "HKQuantityTypeIdentifierBasalBodyTemperature", "degC", celsius, date + " 06:30:00");
        if (cycleDay < PERIOD_DAYS) {
            String flow = cycleDay < 2 ? "Heavy" : cycleDay < PERIOD_DAYS - 1 ? "Medium" : "Light";
            record(
                    out,
                    "HKCategoryTypeIdentifierMenstrualFlow",
                    null,
                    "HKCategoryValueMenstrualFlow" + flow,
                    date + " 08:00:00");
        }
    }

    private void heartRate(OutputStream out, LocalDate date, int count) throws IOException {
        int minute = count % 1440;
        String time =
                String.format(Locale.ROOT, "%s %02d:%02d:%02d", date, minute / 60, minute % 60, count / 1440 % 60);
        record(out, "HKQuantityTypeIdentifierHeartRate", "count/min", Integer.toString(55 + count % 60), time);
    }

    private void record(OutputStream out, String type, String unit, String value, String time) throws IOException {
        write(
                out,
                " <Record type=\"" + type + "\" sourceName=\"Watch\" sourceVersion=\"10.1\""
                        + (unit == null ? "" : " unit=\"" + unit + "\"")
                        + " creationDate=\"" + time + " +0100\" startDate=\"" + time + " +0100\" endDate=\"" + time
                        + " +0100\" value=\"" + value + "\"/>\n");
    }

    private void write(OutputStream out, String text) throws IOException {
        byte[] encoded = text.getBytes(StandardCharsets.US_ASCII);
        out.write(encoded);
        written += encoded.length;
    }
}
