package health.lunaria.profile.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WithdrawalTest {

    private static final Instant THEN = Instant.parse("2026-11-20T10:00:00Z");
    private static final Withdrawal WITHDRAWAL = new Withdrawal("alice", Purpose.RESEARCH, "2026-11", THEN);
    private static final Withdrawal RESTRICTION = Withdrawal.restriction("alice", THEN);

    @Test
    void itIsNewsToAYesFromBefore() {
        assertThat(WITHDRAWAL.isNewsTo(decided(Purpose.RESEARCH, true, THEN.minusMillis(1))))
                .isTrue();
    }

    @Test
    void itIsNewsToWhoKnowsOfNothing() {
        assertThat(WITHDRAWAL.isNewsTo(ConsentState.NONE)).isTrue();
        assertThat(WITHDRAWAL.isNewsTo(decided(Purpose.MARKETING, true, THEN.minusMillis(1))))
                .isTrue();
    }

    @Test
    void aYesThatCameLaterStands() {
        assertThat(WITHDRAWAL.isNewsTo(decided(Purpose.RESEARCH, true, THEN.plusMillis(1))))
                .isFalse();
    }

    @Test
    void aYesOfTheSameMomentStands() {
        assertThat(WITHDRAWAL.isNewsTo(decided(Purpose.RESEARCH, true, THEN))).isFalse();
    }

    @Test
    void aNoIsANoWheneverItWas() {
        assertThat(WITHDRAWAL.isNewsTo(decided(Purpose.RESEARCH, false, THEN.minusSeconds(1))))
                .isFalse();
        assertThat(WITHDRAWAL.isNewsTo(decided(Purpose.RESEARCH, false, THEN))).isFalse();
    }

    @Test
    void aRestrictionIsNewsToWhatWasSaidBefore() {
        assertThat(RESTRICTION.isNewsTo(ConsentState.NONE)).isTrue();
        assertThat(RESTRICTION.isNewsTo(restricted(false, THEN.minusSeconds(1))))
                .isTrue();
    }

    @Test
    void aRestrictionThatWasLiftedLaterIsLifted() {
        assertThat(RESTRICTION.isNewsTo(restricted(false, THEN.plusSeconds(1)))).isFalse();
    }

    @Test
    void aRestrictionThatHoldsIsNoNews() {
        assertThat(RESTRICTION.isNewsTo(restricted(true, THEN.minusSeconds(1)))).isFalse();
    }

    @Test
    void eachMatterHasATopicOfItsOwn() {
        assertThat(WITHDRAWAL.topic()).isEqualTo("withdrawal/research");
        assertThat(RESTRICTION.topic()).isEqualTo("withdrawal/restriction");
        assertThat(RESTRICTION.decision()).isEmpty();
        assertThat(WITHDRAWAL.decision()).contains(new Decision(Purpose.RESEARCH, false, "2026-11", THEN));
    }

    private static ConsentState decided(Purpose purpose, boolean granted, Instant at) {
        return ConsentState.NONE.with(new Decision(purpose, granted, "2026-11", at));
    }

    private static ConsentState restricted(boolean restricted, Instant at) {
        return new ConsentState(null, new Restriction(restricted, at), null);
    }
}
