package health.lunaria.safeguards.testing;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.safeguards.retention.Retention;
import health.lunaria.safeguards.retention.RetentionReport;
import health.lunaria.safeguards.retention.RetentionRule;
import health.lunaria.safeguards.retention.RetentionRule.Terms;
import health.lunaria.safeguards.testing.processing.RecordDocument;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/retention.md} says what goes when, from the rules that a service runs. A service's test extends it as a
 * {@code @QuarkusTest}; a wanted change is accepted by {@code mvn -pl <service> test -Dtest=RetentionRulesTest
 * -Dlunaria.retention-rules.accept=true}.
 */
public abstract class RetentionContract {

    @Inject
    Retention retention;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    @Test
    void theDocumentSaysWhatTheRulesDo() throws IOException {
        Path file = Path.of(System.getProperty("lunaria.root"), "docs", "retention.md");
        String current = retention.rules().stream()
                .sorted(Comparator.comparing(RetentionRule::name))
                .map(RetentionContract::line)
                .collect(Collectors.joining(
                        "", "| Rule | What | Kept | Setting | Why | By |\n|---|---|---|---|---|---|\n", ""));
        if (Boolean.getBoolean("lunaria.retention-rules.accept")) {
            Files.writeString(
                    file,
                    new RecordDocument(Files.readString(file))
                            .with(service, current)
                            .text());
        }
        assertThat(new RecordDocument(Files.readString(file)).section(service)).isEqualTo(current);
    }

    /** Each statement is one that the database understands. */
    @Test
    void everyRuleRunsAndReports() throws Throwable {
        for (RetentionRule rule : retention.rules()) {
            RetentionReport report = VertxContextSupport.subscribeAndAwait(() -> retention.run(rule));

            assertThat(report.rule()).isEqualTo(rule.name());
            assertThat(report.deleted()).isBetween(0L, report.counted());
            assertThat(report.next()).isAfter(report.until());
        }
    }

    @Test
    void namesAreDifferentAndStable() {
        assertThat(retention.rules())
                .extracting(RetentionRule::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }

    private static String line(RetentionRule rule) {
        Terms terms = rule.terms();
        String kept =
                terms.keep().isZero() ? "no longer than said" : terms.keep().toDays() + " days";
        return "| `" + rule.name() + "` | " + terms.what() + " | " + kept + " | " + terms.setting() + " | "
                + terms.reason() + " | " + (terms.by() == null ? "this rule" : terms.by()) + " |\n";
    }
}
