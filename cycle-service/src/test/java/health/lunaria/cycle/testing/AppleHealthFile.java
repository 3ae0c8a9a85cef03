package health.lunaria.cycle.testing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * An Apple Health export of ten years and of any size, made up and streamed: a cycle of 28 days with temperatures and
 * sleep, and as many heart rates in between as the size asks for. The same size is always the same file.
 */
public final class AppleHealthFile {

    public static final int YEARS = 10;

    private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);
    private static final long DAYS = FIRST.until(FIRST.plusYears(YEARS), ChronoUnit.DAYS);
    private static final int CYCLE_DAYS = 28;
    private static final String[] FLOWS = {"Light", "Heavy", "Medium", "Light"};

    private static final String BEGIN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE HealthData [
            <!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout)*)>
            <!ATTLIST HealthData locale CDATA #REQUIRED>
            ]>
            <HealthData locale="en_GB">
            """;
    private static final String END = "</HealthData>\n";

    private AppleHealthFile() {}

    /**
     * Writes a file: {@code AppleHealthFile export.xml 200000000}.
     *
     * @param arguments path, and number of bytes that the file has at least
     */
    public static void main(String[] arguments) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])))) {
            open(Long.parseLong(arguments[1])).transferTo(out);
        }
    }

    /** @param bytes that it has at least; somewhat more, because all ten years are in it */
    public static InputStream open(long bytes) {
        return new Stream(bytes);
    }

    private static String day(int day) {
        LocalDate date = FIRST.plusDays(day);
        int dayOfCycle = day % CYCLE_DAYS;
        StringBuilder records = new StringBuilder();
        if (dayOfCycle < FLOWS.length) {
            category(records, "MenstrualFlow", date, "12:00", date, "12:00", "MenstrualFlow" + FLOWS[dayOfCycle]);
        }
        String temperature = dayOfCycle < 14 ? "36.4" : "36.7";
        quantity(records, "BasalBodyTemperature", "degC", date, "06:30", temperature + day % 10);
        category(records, "SleepAnalysis", date.minusDays(1), "23:00", date, "06:30", "SleepAnalysisAsleepCore");
        quantity(records, "DietaryWater", "mL", date, "12:00", String.valueOf(1000 + day % 1000));
        return records.toString();
    }

    private static void category(
            StringBuilder records, String type, LocalDate from, String start, LocalDate to, String end, String value) {
        records.append(" <Record type=\"HKCategoryTypeIdentifier").append(type);
        dates(records, from, start, to, end);
        records.append("\" value=\"HKCategoryValue").append(value).append("\"/>\n");
    }

    private static void quantity(
            StringBuilder records, String type, String unit, LocalDate date, String time, String value) {
        records.append(" <Record type=\"HKQuantityTypeIdentifier")
                .append(type)
                .append("\" unit=\"")
                .append(unit);
        dates(records, date, time, date, time);
        records.append("\" value=\"").append(value).append("\"/>\n");
    }

    private static void dates(StringBuilder records, LocalDate from, String start, LocalDate to, String end) {
        records.append("\" sourceName=\"Watch\" sourceVersion=\"10.1\" creationDate=\"")
                .append(to)
                .append(' ')
                .append(end)
                .append(":00 +0100\" startDate=\"")
                .append(from)
                .append(' ')
                .append(start)
                .append(":00 +0100\" endDate=\"")
                .append(to)
                .append(' ')
                .append(end)
                .append(":00 +0100");
    }

    /** Makes the text of one day when it is asked for it. */
    private static final class Stream extends InputStream {

        private final long bytesOfADay;
        private byte[] current = BEGIN.getBytes(StandardCharsets.UTF_8);
        private int position;
        private int day;
        private long left;
        private boolean ended;

        Stream(long bytes) {
            bytesOfADay = bytes / DAYS + 1;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (position == current.length && !advance()) {
                return -1;
            }
            int read = Math.min(length, current.length - position);
            System.arraycopy(current, position, bytes, offset, read);
            position += read;
            return read;
        }

        private boolean advance() {
            if (ended) {
                return false;
            }
            current = next().getBytes(StandardCharsets.UTF_8);
            position = 0;
            return true;
        }

        private String next() {
            if (left > 0) {
                StringBuilder rates = new StringBuilder();
                for (int i = 0; i < 30; i++) {
                    quantity(rates, "HeartRate", "count/min", FIRST.plusDays(day - 1L), "12:" + (10 + i), "6" + i % 10);
                }
                left -= rates.length();
                return rates.toString();
            }
            if (day == DAYS) {
                ended = true;
                return END;
            }
            String records = day(day++);
            left = bytesOfADay - records.length();
            return records;
        }
    }
}
