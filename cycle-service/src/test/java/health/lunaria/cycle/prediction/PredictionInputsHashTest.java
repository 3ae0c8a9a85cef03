package health.lunaria.cycle.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.mode.Mode;
import health.lunaria.cycle.prediction.PredictionInputs.CompletedCycle;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PredictionInputsHashTest {

    /** The example of {@code docs/prediction.md}. */
    private static final PredictionInputs EXAMPLE = new PredictionInputs(
            List.of(new CompletedCycle(LocalDate.of(2026, 1, 5), 28), new CompletedCycle(LocalDate.of(2026, 2, 2), 28)),
            LocalDate.of(2026, 3, 2),
            LocalDate.of(2026, 3, 10),
            List.of(LocalDate.of(2026, 1, 18)),
            Mode.PERIMENOPAUSE,
            LocalDate.of(2025, 1, 1));

    @Test
    void theTextIsTheDocumentedOne() {
        assertThat(PredictionInputsHash.text(EXAMPLE)).isEqualTo("""
                        lunaria-inputs/1
                        cycle 2026-01-05 28
                        cycle 2026-02-02 28
                        running 2026-03-02
                        no-period-through 2026-03-10
                        ovulation 2026-01-18
                        mode perimenopause 2025-01-01
                        """);
    }

    @Test
    void theDigestIsTheDocumentedOne() {
        assertThat(PredictionInputsHash.of(EXAMPLE))
                .isEqualTo("ce5dbdb0e889e1b28842eb0d6b4a45572d57cb6bf7ddae926bf95257a0ea9037");
    }

    @Test
    void whatIsNotThereHasNoLine() {
        PredictionInputs nothing =
                new PredictionInputs(List.of(), null, LocalDate.of(2026, 3, 10), List.of(), Mode.NONE, null);
        assertThat(PredictionInputsHash.text(nothing))
                .isEqualTo("lunaria-inputs/1\nno-period-through 2026-03-10\nmode none\n");
    }

    @Test
    void everyInputCounts() {
        LocalDate other = LocalDate.of(2026, 3, 11);
        assertThat(Stream.of(
                                EXAMPLE,
                                with(EXAMPLE.cycles().subList(1, 2), EXAMPLE.cycleStart(), EXAMPLE.noPeriodThrough()),
                                with(EXAMPLE.cycles(), null, EXAMPLE.noPeriodThrough()),
                                with(EXAMPLE.cycles(), other, EXAMPLE.noPeriodThrough()),
                                with(EXAMPLE.cycles(), EXAMPLE.cycleStart(), other))
                        .map(PredictionInputsHash::of))
                .doesNotHaveDuplicates();
        assertThat(PredictionInputsHash.of(new PredictionInputs(
                        EXAMPLE.cycles(), EXAMPLE.cycleStart(), EXAMPLE.noPeriodThrough(), List.of(), Mode.NONE, null)))
                .isNotEqualTo(PredictionInputsHash.of(new PredictionInputs(
                        EXAMPLE.cycles(),
                        EXAMPLE.cycleStart(),
                        EXAMPLE.noPeriodThrough(),
                        EXAMPLE.ovulations(),
                        Mode.NONE,
                        null)));
    }

    private static PredictionInputs with(List<CompletedCycle> cycles, LocalDate start, LocalDate noPeriodThrough) {
        return new PredictionInputs(
                cycles, start, noPeriodThrough, EXAMPLE.ovulations(), EXAMPLE.mode(), EXAMPLE.modeSince());
    }
}
