package health.lunaria.cycle.imports.format;

import static health.lunaria.cycle.imports.format.Imports.onlyDay;
import static health.lunaria.cycle.imports.format.Imports.read;
import static health.lunaria.cycle.imports.format.Imports.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that were written to harm. */
class AppleHealthBadInputTest {

    private static final String RECORD = "<Record type=\"HKCategoryTypeIdentifierHeadache\""
            + " startDate=\"2026-01-03 12:00:00 +0100\" value=\"HKCategoryValueSeverityMild\"/>";

    @TempDir
    Path directory;

    @Test
    void expandsNoEntity() {
        assertRefused(
                "<!DOCTYPE HealthData [<!ENTITY e \"expanded\">]><HealthData>&e;" + RECORD + "</HealthData>", "entity");
    }

    @Test
    void expandsNoEntityWithinAnAttribute() {
        ImportException refused = refusal(
                "<!DOCTYPE HealthData [<!ENTITY e \"x\">]><HealthData locale=\"&e;\">" + RECORD + "</HealthData>");

        assertThat(refused.reason()).isIn("entity", "not-xml");
    }

    @Test
    void expandsNoBillionLaughs() {
        StringBuilder file = new StringBuilder("<!DOCTYPE HealthData [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            file.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        assertRefused(file + "]><HealthData>&l9;</HealthData>", "entity");
    }

    @Test
    void opensNoFile() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), RECORD);

        assertRefused(
                "<!DOCTYPE HealthData [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><HealthData>&e;</HealthData>",
                "entity");
    }

    @Test
    void readsNoDeclarationsFromElsewhere() throws IOException, ImportException {
        Path declarations = Files.writeString(
                directory.resolve("outer.dtd"), "<!ATTLIST Record value CDATA \"HKCategoryValueSeverityMild\">");
        String file = "<!DOCTYPE HealthData SYSTEM \"" + declarations.toUri() + "\"><HealthData>"
                + RECORD.replaceAll(" value=\"[^\"]*\"", "") + "</HealthData>";

        assertThat(read(file).days()).isEmpty();
    }

    @Test
    void passesOverADeclarationThatIsNotWellFormed() throws ImportException {
        String file = "<?xml version=\"1.0\"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData (Record*)>\n"
                + "<!ATTLIST Record\n  type CDATA #REQUIRED\n  device CDATA #IMPLIED\n  device2\n>\n"
                + "<!ELEMENT Odd ((A|B)*>\n]>\n<HealthData>" + RECORD + "</HealthData>";

        assertThat(onlyDay(read(file)).symptoms()).containsExactly("headache");
    }

    @Test
    void predefinedEntitiesAreText() throws ImportException {
        String file = "<HealthData locale=\"&lt;&amp;&#65;\">&amp;&#x41;" + RECORD + "</HealthData>";

        assertThat(read(file).days()).hasSize(1);
    }

    @Test
    void refusesTooManyLevels() {
        assertRefused("<HealthData>" + "<a>".repeat(30) + "</a>".repeat(30) + "</HealthData>", "too-deep");
    }

    @Test
    void refusesTooManyAttributes() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            attributes.append(" a").append(i).append("=\"\"");
        }
        assertRefused("<HealthData><Record" + attributes + "/></HealthData>", "too-much");
    }

    @Test
    void refusesTooManyNames() {
        StringBuilder elements = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            elements.append("<a").append(i).append("/>");
        }
        assertRefused("<HealthData>" + elements + "</HealthData>", "too-much");
    }

    @Test
    void refusesAnAttributeLongerThanAny() {
        String file = "<HealthData><Record type=\"" + "a".repeat(3 << 20) + "\"/></HealthData>";

        assertThat(refusal(file).reason()).isIn("too-long", "not-xml");
    }

    @Test
    void refusesACommentLongerThanAny() {
        String file = "<HealthData><!--" + "a".repeat(3 << 20) + "--></HealthData>";

        assertThat(refusal(file).reason()).isIn("too-long", "not-xml");
    }

    @Test
    void refusesAnotherRoot() {
        assertRefused("<HealthDataBase><Record/></HealthDataBase>", "unknown-format");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<HealthData>",
                "<HealthData><Record",
                "<HealthData></Record></HealthData>",
                "<HealthData/><HealthData/>",
                "<HealthData><Record type=\"private\" type=\"private\"/></HealthData>",
                "<HealthData><Record type=private/></HealthData>",
                "<HealthData>\u0001private</HealthData>",
                "<HealthData>&private;</HealthData>"
            })
    void refusesWhatIsNotWellFormedAndRepeatsNothing(String file) {
        ImportException refused = refusal(file);

        assertThat(refused.reason()).isIn("not-xml", "entity");
        assertThat(refused.line()).isEqualTo(1);
        assertThat(refused.getMessage()).doesNotContain("private");
        assertThat(refused.getCause()).isNull();
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        byte[] file =
                ("<HealthData locale=\"\u00e4\">" + RECORD + "</HealthData>").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusal(file).reason()).isEqualTo("not-xml");
    }

    @Test
    void takesAByteOrderMark() throws ImportException {
        assertThat(read("\ufeff<HealthData>" + RECORD + "</HealthData>").days()).hasSize(1);
    }

    /** The JDK's parser has handlers that print, and what it prints quotes the document. */
    @Test
    void nothingIsWrittenToTheConsole() {
        PrintStream console = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        byte[] file = Imports.sample("appleHealth/export.xml");
        try {
            System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
            for (int i = 0; i < file.length; i++) {
                for (int change : new int[] {0xff, '<', '&'}) {
                    byte[] changed = file.clone();
                    changed[i] = (byte) change;
                    readOrRefuse(changed);
                }
            }
        } finally {
            System.setErr(console);
        }
        assertThat(written.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static void readOrRefuse(byte[] file) {
        try {
            read(file);
        } catch (ImportException refused) {
            assertThat(refused.getCause()).isNull();
        }
    }

    private static void assertRefused(String file, String reason) {
        assertThat(refusal(file).reason()).isEqualTo(reason);
    }
}
