package health.lunaria.safeguards.auditing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.lunaria.safeguards.encryption.FixedServiceKeys;
import health.lunaria.safeguards.encryption.KeysUnavailableException;
import health.lunaria.safeguards.encryption.SealBrokenException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutboxSealTest {

    private static final Instant TIME = Instant.parse("2026-11-24T08:00:00.123Z");
    private static final AccessEvent EVENT = event(Actor.self());

    private final OutboxSeal seal = new OutboxSeal(FixedServiceKeys.of("cycle-service", 1));

    static Stream<Actor> actors() {
        return Stream.of(Actor.self(), Actor.service("profile-service"), Actor.store("stripe"));
    }

    @ParameterizedTest
    @MethodSource("actors")
    void opensWhatItSealed(Actor actor) {
        AccessEvent event = event(actor);

        assertThat(seal.open(event.id(), seal.seal(event))).isEqualTo(event);
    }

    @Test
    void refusesTheRowOfAnotherEvent() {
        byte[] sealed = seal.seal(EVENT);

        assertThatExceptionOfType(SealBrokenException.class)
                .isThrownBy(() -> seal.open(EventIds.at(TIME.toEpochMilli()), sealed));
        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> seal.open(new UUID(0, 0), sealed));
    }

    @Test
    void refusesTheRowOfAnotherService() {
        byte[] sameKey = new OutboxSeal(FixedServiceKeys.of("billing-service", 1)).seal(EVENT);
        byte[] otherKey = new OutboxSeal(FixedServiceKeys.of("cycle-service", 50)).seal(EVENT);

        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> seal.open(EVENT.id(), sameKey));
        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> seal.open(EVENT.id(), otherKey));
    }

    @Test
    void refusesEveryAlteredByteAndEveryTruncation() {
        byte[] sealed = seal.seal(EVENT);
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 0x20;
            byte[] shorter = Arrays.copyOf(sealed, i);
            assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> seal.open(EVENT.id(), altered));
            assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> seal.open(EVENT.id(), shorter));
        }
    }

    @Test
    void sealsNothingBeforeTheKeyIsLoaded() {
        OutboxSeal notLoaded = new OutboxSeal(FixedServiceKeys.notLoaded());

        assertThatExceptionOfType(KeysUnavailableException.class).isThrownBy(() -> notLoaded.seal(EVENT));
        assertThatExceptionOfType(KeysUnavailableException.class)
                .isThrownBy(() -> notLoaded.open(EVENT.id(), seal.seal(EVENT)));
    }

    @Test
    void neitherTheRowNorTheTextShowsWhomItIsAbout() {
        assertThat(new String(seal.seal(EVENT), ISO_8859_1)).doesNotContain("somebody", "cycle.days.read");
        assertThat(EVENT.toString()).contains("cycle.days.read").doesNotContain("somebody");
        assertThat(EVENT.about()).hasToString("Subject[redacted]");
    }

    private static AccessEvent event(Actor actor) {
        return new AccessEvent(EventIds.at(TIME.toEpochMilli()), TIME, "somebody", actor, "cycle.days.read");
    }
}
