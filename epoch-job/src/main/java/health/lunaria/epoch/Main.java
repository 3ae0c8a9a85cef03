package health.lunaria.epoch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import health.lunaria.safeguards.encryption.JobKeyring;
import health.lunaria.safeguards.problem.Causes;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.jboss.logging.Logger;

/**
 * One run: {@code java -jar epoch-job.jar FILE}. Log lines go to the standard error; the last and only line on the standard
 * output is the {@link RunReport} as JSON. Exit codes: 0 all is done, or waits for people; 1 failed, or keys are left; 2 called
 * wrongly.
 */
public final class Main {

    private static final Logger LOG = Logger.getLogger(Main.class);
    private static final Duration CLOSING = Duration.ofSeconds(10);
    private static final ObjectMapper JSON =
            new ObjectMapper().findAndRegisterModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    static int run(String[] arguments, PrintStream out) {
        Settings settings;
        try {
            settings = settings(arguments);
        } catch (IOException | IllegalArgumentException wrong) {
            LOG.errorf("usage: epoch-job FILE: %s", wrong.getMessage());
            return 2;
        }
        RunReport report = run(settings);
        out.println(json(report));
        return report.isFailed() ? 1 : 0;
    }

    private static Settings settings(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("One file is needed");
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(arguments[0]))) {
            properties.load(reader);
        }
        return Settings.of(properties);
    }

    private static RunReport run(Settings settings) {
        Vertx vertx = Vertx.vertx();
        try {
            return run(settings, vertx);
        } catch (RuntimeException failed) {
            LOG.errorf("The run for %s failed: %s", settings.service(), Causes.describe(failed));
            return RunReport.failed(settings.service(), Causes.describe(failed));
        } finally {
            await(vertx.close(), CLOSING);
        }
    }

    private static RunReport run(Settings settings, Vertx vertx) {
        Pool pool = Connections.keyring(vertx, settings.keyring());
        HttpClient client = Connections.audit(vertx, settings.tls());
        try (JobKeyring keyring = JobKeyring.of(settings.service(), pool, settings.kms(), settings.batch())) {
            EpochRun run = new EpochRun(
                    settings.service(),
                    settings.length(),
                    Clock.systemUTC(),
                    keyring,
                    new AuditApprovals(client, settings.auditUrl()),
                    new ProgressLog());
            return await(run.run(), settings.patience());
        }
    }

    /** The one place where this process waits: it has nothing else to do. */
    private static <T> T await(Uni<T> work, Duration patience) {
        return work.await().atMost(patience);
    }

    private static String json(RunReport report) {
        try {
            return JSON.writeValueAsString(report);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
