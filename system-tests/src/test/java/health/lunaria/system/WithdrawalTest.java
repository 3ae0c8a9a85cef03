package health.lunaria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Consent is withdrawn while writes of several devices are under way. */
class WithdrawalTest {

    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    private static final int DEVICES = 4;
    private static final long PROMISED_NANOS = Duration.ofSeconds(30).toNanos();

    private final Suite suite = Suite.running();
    private final ScheduledExecutorService devices = Executors.newScheduledThreadPool(DEVICES);
    private final AtomicInteger day = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final List<Long> accepted = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        devices.shutdownNow();
        devices.awaitTermination(1, TimeUnit.MINUTES);
        suite.up();
    }

    @Test
    void noWriteIsAcceptedLaterThan30SecondsAfterAWithdrawal() {
        Api user = writing("withdraws-in-flight");

        withdraw(user);
        long withdrawn = System.nanoTime();

        await().atMost(Duration.ofSeconds(60)).until(() -> refused.get() >= 200);
        assertThat(accepted).allSatisfy(time -> assertThat(time - withdrawn).isLessThan(PROMISED_NANOS));
    }

    /** cycle-service cannot be told, because it stands still: what it remembers runs out. */
    @Test
    void norIfTheServiceThatRemembersCannotBeTold() {
        Api user = writing("withdraws-unheard");
        ProcessHandle cycle = suite.stack().process("cycle-service").orElseThrow();
        signal("-STOP", cycle);
        long withdrawn;
        try {
            withdraw(user);
            withdrawn = System.nanoTime();
        } finally {
            signal("-CONT", cycle);
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> refused.get() >= 50);
        assertThat(accepted).allSatisfy(time -> assertThat(time - withdrawn).isLessThan(PROMISED_NANOS));
    }

    /** Somebody whose devices write one day after the other. */
    private Api writing(String name) {
        Api user = suite.asConsenting(name + "-" + Long.toString(System.nanoTime(), 36));
        for (int i = 0; i < DEVICES; i++) {
            devices.scheduleWithFixedDelay(() -> write(user), 0, 20, TimeUnit.MILLISECONDS);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> accepted.size() >= 20);
        return user;
    }

    private void write(Api user) {
        String date = FIRST.plusDays(day.getAndIncrement() % 2000).toString();
        Api.Answer answer = user.put("/v1/cycle/days", "{\"days\":[{\"date\":\"" + date + "\",\"flow\":\"light\"}]}");
        if (answer.status() == 200) {
            accepted.add(System.nanoTime());
        } else if (answer.status() == 403) {
            refused.incrementAndGet();
        }
    }

    private static void withdraw(Api user) {
        user.put("/v1/profile/consents/health-data", "{\"granted\":false,\"policyVersion\":\"2026-11\"}")
                .expect(200);
    }

    private static void signal(String signal, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
