package health.lunaria.cycle.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppleHealthFileTest {

    private static final LocalDate LAST = LocalDate.of(2026, 11, 24);
    private static final long BYTES = 5_000_000;

    @TempDir
    Path directory;

    @Test
    void itIsAsLongAsWanted() throws IOException {
        assertThat(Files.size(file(BYTES))).isBetween(BYTES, BYTES + 1000);
        assertThat(Files.size(file(2 * BYTES))).isBetween(2 * BYTES, 2 * BYTES + 1000);
    }

    @Test
    void everyDayOfTenYearsHasATemperature() throws IOException, XMLStreamException {
        List<String> days = records(file(BYTES)).get("HKQuantityTypeIdentifierBasalBodyTemperature");

        assertThat(days).hasSize(AppleHealthFile.DAYS).doesNotHaveDuplicates().contains("2026-11-24", "2016-11-24");
    }

    @Test
    void thereArePeriodsAndMuchElse() throws IOException, XMLStreamException {
        Map<String, List<String>> records = records(file(BYTES));

        assertThat(records.get("HKCategoryTypeIdentifierMenstrualFlow")).hasSizeBetween(600, 700);
        assertThat(records.get("HKQuantityTypeIdentifierHeartRate")).hasSizeGreaterThan(3 * AppleHealthFile.DAYS);
    }

    @Test
    void theSameLengthGivesTheSameFile() throws IOException {
        assertThat(Files.mismatch(file(BYTES), file(BYTES))).isEqualTo(-1);
    }

    private Path file(long bytes) throws IOException {
        Path file = Files.createTempFile(directory, "export", ".xml");
        AppleHealthFile.write(file, bytes, LAST);
        return file;
    }

    /** The days of all records, by their type. */
    private static Map<String, List<String>> records(Path file) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        Map<String, List<String>> records = new HashMap<>();
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Record")) {
                    records.computeIfAbsent(xml.getAttributeValue(null, "type"), type -> new ArrayList<>())
                            .add(xml.getAttributeValue(null, "startDate").substring(0, 10));
                }
            }
        }
        return records;
    }
}
