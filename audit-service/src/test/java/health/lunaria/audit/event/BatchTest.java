package health.lunaria.audit.event;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.audit.Reporting;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.identity.Subject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BatchTest {

    private static final UUID ONE = Reporting.newId();
    private static final UUID TWO = Reporting.newId();

    @Test
    void theFirstOfEachIdCountsInTheOrderOfComing() {
        Report two = report(TWO, "alice", "cycle.days.read");
        Report one = report(ONE, "alice", "cycle.days.read");
        Report oneOfAnother = report(ONE, "bob", "cycle.days.read");

        Batch batch = Batch.of(List.of(two, one, oneOfAnother, two));

        assertThat(batch.first().keySet()).containsExactly(TWO, ONE);
        assertThat(batch.first().get(ONE)).isSameAs(one);
        assertThat(batch.repeated()).containsExactly(oneOfAnother, two);
    }

    @Test
    void nothingOfItIsPrinted() {
        Batch batch = Batch.of(List.of(report(ONE, "alice", "cycle.days.read")));

        assertThat(batch + " " + batch.first() + " " + batch.first().get(ONE).event())
                .doesNotContain("alice")
                .doesNotContain("cycle.days");
    }

    private static Report report(UUID id, String subject, String action) {
        return new Report(new Subject(subject), new Event(id, Reporting.now(), Actor.self(), "cycle-service", action));
    }
}
