package health.lunaria.audit.notice;

import health.lunaria.safeguards.problem.Causes;
import health.lunaria.safeguards.relay.BackOff;
import health.lunaria.safeguards.relay.Drain;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Sends approved notices by e-mail, to one recipient after the other. What was delivered is recorded before the next one and
 * never sent again. Only a crash between the mail server's answer and that record repeats a message, under the same
 * Message-ID. Outcomes are counted as {@code lunaria.notice.deliveries}.
 */
@ApplicationScoped
class NoticeDelivery {

    private static final Logger LOG = Logger.getLogger(NoticeDelivery.class);

    private final Deliveries deliveries;
    private final NoticeMails mails;
    private final ReactiveMailer mailer;
    private final NoticeConfig config;
    private final Counter delivered;
    private final Counter failed;
    private final Counter givenUp;
    private final Drain drain;

    NoticeDelivery(
            Deliveries deliveries,
            NoticeMails mails,
            ReactiveMailer mailer,
            NoticeConfig config,
            MeterRegistry registry) {
        this.deliveries = deliveries;
        this.mails = mails;
        this.mailer = mailer;
        this.config = config;
        this.delivered = counter(registry, "delivered");
        this.failed = counter(registry, "failed");
        this.givenUp = counter(registry, "given-up");
        if (config.minRetryPause().compareTo(config.sendTimeout()) <= 0) {
            throw new IllegalArgumentException("lunaria.notice: the pause is longer than an attempt can take");
        }
        this.drain = new Drain("Notices", new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30)), this::deliverOne);
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> drain() {
        return drain.run();
    }

    /** A failure with one recipient does not hold up the others. */
    private Uni<Boolean> deliverOne() {
        return deliveries
                .take(config.minRetryPause(), config.maxRetryPause())
                .chain(taken -> taken.isEmpty()
                        ? Uni.createFrom().item(false)
                        : deliver(taken.get()).replaceWith(true));
    }

    private Uni<Void> deliver(Deliveries.Taken taken) {
        return send(taken)
                .chain(() -> deliveries.delivered(taken.id()).invoke(() -> delivered.increment()))
                .onFailure(SendFailedException.class)
                .recoverWithUni(failure -> retryOrGiveUp(taken.id(), taken.attempts(), failure.getMessage()));
    }

    private Uni<Void> send(Deliveries.Taken taken) {
        return Uni.createFrom()
                .deferred(() -> mailer.send(mails.of(taken)))
                .ifNoItem()
                .after(config.sendTimeout())
                .fail()
                .onFailure()
                .transform(failure -> new SendFailedException(Causes.describe(failure)));
    }

    private Uni<Void> retryOrGiveUp(UUID delivery, int attempts, String why) {
        if (attempts < config.mostAttempts()) {
            LOG.warnf("A notice could not be delivered and is tried again later: %s", why);
            failed.increment();
            return Uni.createFrom().voidItem();
        }
        LOG.errorf("A notice could not be delivered, and its recipient was given up: %s", why);
        return deliveries.giveUp(delivery).invoke(() -> givenUp.increment());
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("lunaria.notice.deliveries")
                .description("Attempts to deliver a notice by what became of them")
                .tag("outcome", outcome)
                .register(registry);
    }

    /** Its message has types only: those of the mail client quote addresses. */
    private static final class SendFailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SendFailedException(String message) {
            super(message);
        }
    }
}
