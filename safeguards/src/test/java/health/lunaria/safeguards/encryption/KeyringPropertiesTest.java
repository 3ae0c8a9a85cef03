package health.lunaria.safeguards.encryption;

import static health.lunaria.safeguards.encryption.RealKeys.await;
import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.safeguards.identity.SubjectRef;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A keyring to which anything happens in any order: people come, are erased and come back, epochs turn, and turns die at any step.
 * Whoever lives opens what she sealed, whoever was erased never does.
 */
class KeyringPropertiesTest {

    private static final int STEPS = 25;
    private static final int SUBJECTS = 9;
    private static final int SHARDS = 3;

    @TempDir
    static Path directory;

    private static RealKeys real;

    private SplittableRandom random;
    private KeyringModel model;
    private String nextKmsKey;

    @BeforeAll
    static void start() {
        real = new RealKeys(directory);
        real.emptyKeyring();
    }

    @AfterAll
    static void stop() {
        real.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theLivingAlwaysOpenAndTheErasedNever(int seed) {
        real.startAnew();
        random = new SplittableRandom(seed);
        model = new KeyringModel(real.subjectKeys(), real.erasure());
        nextKmsKey = real.newKmsKey();
        await(new ServiceKeys(TestKeys.SERVICE, real.keyring, real.kms).loadMissing());

        for (int i = 0; i < STEPS; i++) {
            step();
        }
        model.holds();
        for (int i = 0; i < 2; i++) {
            completeTurn();
            model.holds();
        }
    }

    private void step() {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> model.visit(anyone());
            case 3, 4 -> model.erase(anyone());
            case 5, 6 -> turnUntilItCrashes();
            default -> completeTurn();
        }
    }

    /** Dies in the middle of a call to KMS, or right after a step was told. */
    private void turnUntilItCrashes() {
        int steps = random.nextInt(6);
        EpochTurn turn = real.turn(new CrashingKms(real.kms, random.nextInt(20)));
        int[] told = {0};
        await(turn.open(nextKmsKey)
                .chain(() -> turn.empty(progress -> {
                    if (told[0]++ == steps) {
                        throw new Crash();
                    }
                }))
                .onFailure(Crash.class)
                .recoverWithNull());
    }

    private void completeTurn() {
        EpochTurn turn = real.turn(real.kms);
        int open = await(turn.open(nextKmsKey));
        assertThat(await(turn.empty(progress -> {})).emptied()).isTrue();
        assertThat(real.count("subject_key where epoch <> " + open)).isZero();
        assertThat(real.count("service_key where epoch <> " + open)).isZero();
        assertThat(real.count("shard_key where epoch <> " + open)).isZero();
        assertThat(real.count("subject_key")).isEqualTo(model.size());
        await(turn.scheduleKeyDeletion(open - 1));
        nextKmsKey = real.newKmsKey();
    }

    private SubjectRef anyone() {
        int number = random.nextInt(SUBJECTS);
        byte[] bytes = TestKeys.bytes(number);
        bytes[0] = (byte) (number % SHARDS);
        return SubjectRef.of(bytes);
    }
}
