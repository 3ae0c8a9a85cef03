package health.lunaria.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a key on the day of its deletion. */
class KeysTest {

    @TempDir
    Path directory;

    private final MovableClock clock = new MovableClock();
    private Keys keys;
    private Key key;
    private String id;

    @BeforeEach
    void start() {
        keys = keys();
        key = keys.create(
                TestKms.ADMINISTRATOR,
                KeySpec.SYMMETRIC_DEFAULT,
                Map.of(Operations.PRINCIPAL_TAG, TestKms.CYCLE.name()));
        id = key.id().toString();
        keys.scheduleDeletion(TestKms.ADMINISTRATOR, id, 7);
    }

    @Test
    void isThereUntilThen() {
        clock.now = clock.now.plus(Duration.ofDays(7)).minusMillis(1);

        assertThat(keys.describe(TestKms.CYCLE, id).state()).isEqualTo("PendingDeletion");
        assertThat(keys.list(TestKms.ADMINISTRATOR)).hasSize(1);
        assertThat(keyFile()).exists();
    }

    @Test
    void isGoneFromThenOnAlsoFromTheDisk() {
        clock.now = clock.now.plus(Duration.ofDays(7));

        assertThat(keys.list(TestKms.ADMINISTRATOR)).isEmpty();
        assertNotFound(keys);
        assertThat(keyFile()).doesNotExist();
        assertNotFound(keys());
    }

    @Test
    void cannotBeBroughtBackWhenItIsTooLate() {
        clock.now = clock.now.plus(Duration.ofDays(8));

        assertThatExceptionOfType(KmsException.class)
                .isThrownBy(() -> keys.cancelDeletion(TestKms.ADMINISTRATOR, id))
                .satisfies(refused -> assertThat(refused.type()).isEqualTo("NotFoundException"));
        assertThat(keyFile()).doesNotExist();
    }

    @Test
    void isGoneAlsoWhenTheDayPassedWhileKmsWasDown() {
        clock.now = clock.now.plus(Duration.ofDays(30));

        assertThat(keys().list(TestKms.ADMINISTRATOR)).isEmpty();
        assertNotFound(keys());
    }

    @Test
    void stillWaitsAfterARestart() {
        assertThat(keys().describe(TestKms.CYCLE, id).deletionDate()).isEqualTo(clock.now.plus(Duration.ofDays(7)));
    }

    private void assertNotFound(Keys where) {
        assertThatExceptionOfType(KmsException.class)
                .isThrownBy(() -> where.use(TestKms.CYCLE, id, KeySpec.SYMMETRIC_DEFAULT))
                .satisfies(refused -> assertThat(refused.type()).isEqualTo("NotFoundException"));
    }

    private Path keyFile() {
        assertThat(Files.isDirectory(directory)).isTrue();
        return directory.resolve(id + ".key");
    }

    private Keys keys() {
        return new Keys(
                new KeyFiles(directory, TestKms.rootSecret(1)),
                new Permissions(TestKms.ADMINISTRATOR, null),
                clock,
                "eu-west-1");
    }

    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-11-24T08:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
