package health.lunaria.audit.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void aRowIsItsValues() {
        EvidenceFile file =
                new Csv().row("a", null, 7L).row("a-b/1", LocalDate.EPOCH, "").file("t.csv");

        assertThat(new String(file.content(), StandardCharsets.UTF_8)).isEqualTo("a,,7\r\na-b/1,1970-01-01,\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a\nb", "a\"b", "=1+1", "+1", "-1", "@x", " a", "ü"})
    void whatWouldNeedQuotesOrIsAFormulaFails(String value) {
        assertThatThrownBy(() -> new Csv().row(value)).isInstanceOf(IllegalStateException.class);
    }
}
