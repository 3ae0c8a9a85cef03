package health.lunaria.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.audit.verify.Finding.Kind;
import health.lunaria.audit.verify.OutboxRow.Statement;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutboxCheckTest {

    private static final UUID ONE = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);

    private final OutboxCheck check = new OutboxCheck(Set.of());

    @Test
    void nothingIsWrongWhenTheLogHasWhatWasDeliveredAndNoMoreThanWasRecorded() {
        assertThat(findings(new Statement(10, 7, 3, 7))).isEmpty();
        assertThat(findings(new Statement(10, 7, 3, 9)))
                .as("two whose answer was lost")
                .isEmpty();
        assertThat(findings(new Statement(10, 7, 3, 10))).isEmpty();
        assertThat(findings(new Statement(0, 0, 0, 0))).isEmpty();
    }

    @Test
    void oneEventLessOrMoreIsFound() {
        assertThat(findings(new Statement(10, 7, 3, 6))).containsExactly(finding(Kind.OUTBOX_NOT_LOGGED, 1));
        assertThat(findings(new Statement(10, 7, 3, 11))).containsExactly(finding(Kind.OUTBOX_NOT_RECORDED, 1));
        assertThat(findings(new Statement(10, 7, 2, 7))).containsExactly(finding(Kind.OUTBOX_EMPTIED, 1));
    }

    @Test
    void whateverFallsIsFound() {
        List<SeenOutbox> seen = List.of(new SeenOutbox("cycle-service", ONE, 10, 7, 8));

        assertThat(check.check(seen, List.of(row(ONE, new Statement(9, 7, 2, 8)))))
                .containsExactly(finding(Kind.OUTBOX_SET_BACK, 1));
        assertThat(check.check(seen, List.of(row(ONE, new Statement(10, 6, 4, 8)))))
                .containsExactly(finding(Kind.OUTBOX_SET_BACK, 1));
        assertThat(check.check(seen, List.of(row(ONE, new Statement(10, 7, 3, 7)))))
                .containsExactly(finding(Kind.OUTBOX_SET_BACK, 1));
        assertThat(check.check(seen, List.of(row(ONE, new Statement(10, 7, 3, 8)))))
                .isEmpty();
    }

    @Test
    void anOutboxOfAnotherServiceUnderTheSameIdIsAnotherOne() {
        List<SeenOutbox> seen = List.of(new SeenOutbox("profile-service", ONE, 10, 7, 8));

        assertThat(check.check(seen, List.of(row(ONE, new Statement(10, 7, 3, 8)))))
                .containsExactly(new Finding(Kind.OUTBOX_MISSING, "profile-service", 10));
    }

    @Test
    void aSecondOutboxIsFoundUnlessTheFirstIsRetired() {
        List<OutboxRow> stored = List.of(row(ONE, new Statement(10, 7, 1, 8)), row(OTHER, null));
        List<SeenOutbox> seen = List.of(new SeenOutbox("cycle-service", ONE, 10, 7, 8));
        OutboxCheck retiring = new OutboxCheck(Set.of(ONE));

        assertThat(check.check(seen, stored))
                .containsExactly(finding(Kind.OUTBOX_EMPTIED, 2), finding(Kind.OUTBOX_REPLACED, 1));
        assertThat(retiring.check(seen, stored)).isEmpty();
        assertThat(retiring.remember(seen, stored)).isEmpty();
    }

    @Test
    void whatIsNotConfirmedLeavesWhatIsRememberedAsItWas() {
        List<SeenOutbox> seen = List.of(new SeenOutbox("cycle-service", ONE, 10, 7, 8));

        assertThat(check.check(seen, List.of(row(ONE, null)))).isEmpty();
        assertThat(check.remember(seen, List.of(row(ONE, null)))).isEqualTo(seen);
        assertThat(check.remember(seen, List.of(row(ONE, new Statement(12, 9, 3, 9)))))
                .containsExactly(new SeenOutbox("cycle-service", ONE, 12, 9, 9));
    }

    private List<Finding> findings(Statement statement) {
        return check.check(List.of(), List.of(row(ONE, statement)));
    }

    private static OutboxRow row(UUID outbox, Statement statement) {
        return new OutboxRow("cycle-service", outbox, statement);
    }

    private static Finding finding(Kind kind, long count) {
        return new Finding(kind, "cycle-service", count);
    }
}
