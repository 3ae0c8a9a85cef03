package health.lunaria.safeguards.retention;

import health.lunaria.safeguards.retention.RetentionRule.Terms;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every service keeps for a time, and what those with tasks or files keep. */
class CommonRules {

    private static final String BACKUPS = "shows after a restore who must not come back; no backup lives as long";

    private final RetentionConfig config;

    CommonRules(RetentionConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    RetentionRule erasures(Pool pool) {
        Terms terms =
                new Terms("That somebody was erased", config.erasures(), "lunaria.retention.erasures", BACKUPS, null);
        return SqlRule.ofTable("erasures", terms, pool, "erasure", "id", "erased_at");
    }

    @Produces
    @Singleton
    RetentionRule erasedSubjects(@ReactiveDataSource("keyring") Pool keyring) {
        Terms terms = new Terms(
                "That somebody's key was erased", config.erasures(), "lunaria.retention.erasures", BACKUPS, null);
        return SqlRule.ofTable("erased-subjects", terms, keyring, "erased_subject", "subject_ref", "erased_at");
    }

    @Produces
    @Singleton
    RetentionRule reports(Pool pool) {
        Terms terms = new Terms(
                "Reports of these rules",
                config.reports(),
                "lunaria.retention.reports",
                "GDPR 5(2): a year can be shown to an audit",
                null);
        return SqlRule.ofTable("reports", terms, pool, "retention_report", "id", "until_at");
    }

    @Produces
    @Singleton
    @IfBuildProperty(name = "lunaria.tasks.enabled", stringValue = "true")
    RetentionRule tasks(
            Pool pool, @ConfigProperty(name = "lunaria.tasks.retention", defaultValue = "30d") Duration keep) {
        Terms terms = new Terms(
                "Tasks that ended, with what they left",
                keep,
                "lunaria.tasks.retention",
                "she had time to fetch the result",
                "the sweeper of tasks, every minute");
        String count = "select count(*) from task where state in ('DONE', 'FAILED', 'CANCELLED') and updated_at < $1";
        return new SqlRule("tasks", terms, pool, count, null);
    }

    @Produces
    @Singleton
    @IfBuildProperty(name = "lunaria.files.enabled", stringValue = "true")
    RetentionRule files(Pool pool) {
        Terms terms = new Terms(
                "Files past the time that was set for each",
                Duration.ZERO,
                "none: each file has its own time",
                "a download has an end",
                "the clean-up of files, every minute");
        return new SqlRule("files", terms, pool, "select count(*) from stored_file where expires_at < $1", null);
    }
}
