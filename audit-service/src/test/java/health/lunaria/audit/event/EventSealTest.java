package health.lunaria.audit.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.lunaria.audit.Reporting;
import health.lunaria.audit.log.Leaf;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.encryption.SealBrokenException;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.testing.ServiceTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class EventSealTest {

    private static final Subject ALICE = new Subject("seal-alice");
    private static final Subject BOB = new Subject("seal-bob");

    @Inject
    SubjectKeys keys;

    private final Event read = event(Actor.self());

    @Test
    void whatWasSealedOpens() {
        for (Actor actor : new Actor[] {Actor.self(), Actor.service("cycle-service"), Actor.store("stripe")}) {
            Event event = event(actor);
            assertThat(open(ALICE, ALICE, stored(sealed(ALICE, event)))).isEqualTo(event);
        }
    }

    @Test
    void theLeafSaysNothingAndIsDifferentEachTime() {
        Leaf one = sealed(ALICE, read).leaf();
        Leaf other = sealed(ALICE, read).leaf();

        assertThat(one.bytes()).hasSize(49).isNotEqualTo(other.bytes());
        assertThat(new String(sealed(ALICE, read).sealed(), StandardCharsets.ISO_8859_1))
                .doesNotContain(ALICE.id())
                .doesNotContain("days");
    }

    @Test
    void anotherPersonsKeyDoesNotOpenIt() {
        StoredEvent stored = stored(sealed(ALICE, read));

        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> open(BOB, BOB, stored));
        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> open(BOB, ALICE, stored));
    }

    @Test
    void anEventCannotBeShownToAnotherPersonAsHers() {
        StoredEvent stored = stored(sealed(ALICE, read));

        assertThatExceptionOfType(LogBrokenException.class).isThrownBy(() -> open(ALICE, BOB, stored));
    }

    @Test
    void itDoesNotOpenUnderAnotherId() {
        SealedEvent sealed = sealed(ALICE, read);
        StoredEvent moved =
                new StoredEvent(0, Reporting.newId(), sealed.leaf().bytes(), sealed.subject(), sealed.sealed());

        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> open(ALICE, ALICE, moved));
    }

    @Test
    void aLeafOfAnythingElseIsNoticed() {
        SealedEvent sealed = sealed(ALICE, read);
        byte[] altered = sealed.leaf().bytes();
        altered[48] ^= 1;
        byte[] otherSalt = sealed(ALICE, read).leaf().bytes();

        for (byte[] leaf : new byte[][] {altered, otherSalt, Arrays.copyOf(altered, 48), {}}) {
            StoredEvent broken = new StoredEvent(0, sealed.id(), leaf, sealed.subject(), sealed.sealed());
            assertThatExceptionOfType(LogBrokenException.class)
                    .isThrownBy(() -> open(ALICE, ALICE, broken))
                    .withMessageNotContaining(ALICE.id());
        }
    }

    @Test
    void anyFlippedOrMissingByteIsNoticed() {
        SealedEvent sealed = sealed(ALICE, read);
        byte[] bytes = sealed.sealed();
        for (int i = 0; i < bytes.length; i++) {
            byte[] flipped = bytes.clone();
            flipped[i] ^= 1;
            refused(sealed, flipped);
            refused(sealed, Arrays.copyOf(bytes, i));
        }
    }

    private void refused(SealedEvent sealed, byte[] bytes) {
        StoredEvent broken = new StoredEvent(0, sealed.id(), sealed.leaf().bytes(), sealed.subject(), bytes);
        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> open(ALICE, ALICE, broken));
    }

    private SealedEvent sealed(Subject subject, Event event) {
        return with(subject, key -> EventSeal.seal(key, new Report(subject, event)));
    }

    private Event open(Subject keyOf, Subject reader, StoredEvent stored) {
        return with(keyOf, key -> EventSeal.open(key, reader, stored));
    }

    private <T> T with(Subject subject, Function<SubjectKey, T> work) {
        return keys.using(subject, key -> Uni.createFrom().item(() -> work.apply(key)))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private static StoredEvent stored(SealedEvent sealed) {
        return new StoredEvent(0, sealed.id(), sealed.leaf().bytes(), sealed.subject(), sealed.sealed());
    }

    private static Event event(Actor actor) {
        UUID id = Reporting.newId();
        return new Event(id, Reporting.now(), actor, "cycle-service", "cycle.days.read");
    }
}
