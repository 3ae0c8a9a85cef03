package health.lunaria.cycle.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExportFormatsTest {

    static Stream<ExportFormat> formats() {
        return ExportFormats.ALL.stream();
    }

    @Test
    void namesAreStable() {
        assertThat(ExportFormats.ALL).extracting(ExportFormat::name).containsExactly("json", "csv", "fhir", "pdf");
    }

    @Test
    void anUnknownNameHasNoFormat() {
        assertThat(ExportFormats.named("xlsx")).isEmpty();
        assertThat(ExportFormats.named("JSON")).isEmpty();
        assertThat(ExportFormats.named("")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void theStreamStaysOpenSoThatItsOwnerCanSealWhatFollows(ExportFormat format) throws IOException {
        class Watched extends ByteArrayOutputStream {
            boolean closed;

            @Override
            public void close() {
                closed = true;
            }
        }
        Watched out = new Watched();

        format.write(SampleExport.of(List.of(SampleExport.fullDay())), out);

        assertThat(out.closed).isFalse();
        assertThat(out.size()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void nothingLoggedIsAnExport(ExportFormat format) {
        assertThat(SampleExport.write(format.name(), SampleExport.of(List.of())))
                .isNotEmpty();
    }

    /** The user is told that it failed; half of her data would look like all of it. */
    @ParameterizedTest
    @MethodSource("formats")
    void aFailureToWriteIsNotSwallowed(ExportFormat format) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space");
            }
        };

        assertThatThrownBy(() -> format.write(SampleExport.of(SampleExport.year()), full))
                .isInstanceOf(IOException.class)
                .hasMessage("no space");
    }

    @Test
    void aRangeThatEndsBeforeItBeginsIsRefused() {
        ExportData good = SampleExport.of(List.of());
        LocalDate before = good.from().minusDays(1);

        assertThatThrownBy(() -> new ExportData(
                        List.of(),
                        good.history(),
                        good.prediction(),
                        good.from(),
                        before,
                        Locale.ENGLISH,
                        SampleExport.MADE,
                        false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCycleThatBeganOutsideTheRangeIsNotListed() {
        ExportData all = SampleExport.of(SampleExport.year());
        LocalDate secondStart = all.cycles().get(1).start();
        ExportData rest = new ExportData(
                all.days(), all.history(), all.prediction(), secondStart, all.to(), Locale.ENGLISH, all.made(), false);

        assertThat(rest.cycles()).hasSize(all.cycles().size() - 1);
        assertThat(rest.cycles().get(0).start()).isEqualTo(secondStart);
    }
}
