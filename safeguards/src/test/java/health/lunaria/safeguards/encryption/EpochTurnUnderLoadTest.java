package health.lunaria.safeguards.encryption;

import static health.lunaria.safeguards.encryption.RealKeys.await;
import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.safeguards.identity.SubjectRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Epochs turn, and KMS keys go at once, while people come, come again and are erased: no request may fail. */
class EpochTurnUnderLoadTest {

    private static final int CLIENTS = 4;
    private static final int TURNS = 3;
    private static final int SUBJECTS_PER_CLIENT = 12;
    private static final int LEAST_REQUESTS_PER_TURN = 40;

    @TempDir
    static Path directory;

    private static RealKeys real;

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger requests = new AtomicInteger();

    @BeforeAll
    static void start() {
        real = new RealKeys(directory);
        real.emptyKeyring();
    }

    @AfterAll
    static void stop() {
        real.close();
    }

    @Test
    void noRequestFailsWhileEpochsTurn() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<KeyringModel>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int client = i;
                clients.add(threads.submit(() -> requests(client)));
            }
            for (int i = 0; i < TURNS && !over.get(); i++) {
                turn();
            }
            over.set(true);
            for (Future<KeyringModel> client : clients) {
                client.get(30, TimeUnit.SECONDS).holds();
            }
            assertThat(real.count("epoch where key_gone_at is not null")).isEqualTo(TURNS);
        } finally {
            over.set(true);
            threads.shutdownNow();
        }
    }

    private void turn() {
        int before = requests.get();
        EpochTurn turn = real.turn(real.kms);
        int open = await(turn.open(real.newKmsKey()));
        TurnProgress end;
        do {
            end = await(turn.empty(progress -> {}));
        } while (!over.get() && (!end.emptied() || requests.get() - before < LEAST_REQUESTS_PER_TURN));
        await(turn.scheduleKeyDeletion(open - 1));
    }

    /** Each client has people of her own, so that she knows what has to be. */
    private KeyringModel requests(int client) {
        SplittableRandom random = new SplittableRandom(client);
        KeyringModel model = new KeyringModel(real.subjectKeys(), real.erasure());
        try {
            while (!over.get()) {
                SubjectRef subject = subject(client, random.nextInt(SUBJECTS_PER_CLIENT));
                if (random.nextInt(4) == 0) {
                    model.erase(subject);
                } else {
                    model.visit(subject);
                }
                requests.incrementAndGet();
            }
            return model;
        } finally {
            over.set(true);
        }
    }

    /** All in two shards. */
    private static SubjectRef subject(int client, int number) {
        byte[] bytes = TestKeys.bytes(client * SUBJECTS_PER_CLIENT + number);
        bytes[0] = (byte) (number % 2);
        return SubjectRef.of(bytes);
    }
}
