package health.lunaria.audit.alert;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import health.lunaria.audit.event.Identifiers;
import health.lunaria.audit.incident.Report;
import health.lunaria.audit.incident.Severity;
import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Alertmanager's webhook sends, version 4 (https://prometheus.io/docs/alerting/latest/configuration, webhook_config).
 * Fields that are not needed, and those that newer versions add, are passed over. What is too long is cut, because an alert
 * must not be lost over its text. One body has up to 1 MiB, and Alertmanager does not repeat what was refused: its receiver
 * sets {@code max_alerts}, to 100 say.
 */
@Confidential
@JsonIgnoreProperties(ignoreUnknown = true)
record AlertsRequest(
        @NotNull(message = "missing") @Pattern(regexp = "4", message = "unknown-version")
        String version,

        @NotNull(message = "missing") @Size(min = 1, max = 10_000, message = "wrong-count")
        List<@NotNull(message = "missing") @Valid Alert> alerts) {

    /** @param fingerprint 16 hexadecimal digits, of the labels */
    @Confidential
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Alert(
            @NotNull(message = "missing") Status status,

            @NotNull(message = "missing")
            @Pattern(regexp = "[0-9a-f]{16}", message = "not-a-fingerprint")
            @JsonDeserialize(using = Identifiers.class)
            String fingerprint,

            @NotNull(message = "missing") @JsonDeserialize(contentUsing = Identifiers.class)
            Map<String, String> labels,

            @JsonDeserialize(contentUsing = Identifiers.class)
            Map<String, String> annotations) {

        private static final int TITLE = 200;
        private static final int DESCRIPTION = 10_000;

        Report toReport(String by) {
            String title = text(labels, "alertname").orElse("Alert without a name");
            return new Report(severity(), cut(title, TITLE), description(), null, fingerprint, by);
        }

        /** One that we do not know is taken seriously. */
        private Severity severity() {
            return switch (text(labels, "severity").orElse("")) {
                case "critical" -> Severity.CRITICAL;
                case "warning" -> Severity.MEDIUM;
                case "info", "none" -> Severity.LOW;
                default -> Severity.HIGH;
            };
        }

        private String description() {
            return text(annotations, "description")
                    .or(() -> text(annotations, "summary"))
                    .map(text -> cut(text, DESCRIPTION))
                    .orElse(null);
        }

        private static Optional<String> text(Map<String, String> texts, String name) {
            return texts == null ? Optional.empty() : Optional.ofNullable(texts.get(name));
        }

        private static String cut(String text, int length) {
            return text.length() <= length ? text : text.substring(0, length);
        }

        @Override
        public String toString() {
            return "Alert[redacted]";
        }
    }

    enum Status {
        @JsonProperty("firing")
        FIRING,
        @JsonProperty("resolved")
        RESOLVED
    }

    @Override
    public String toString() {
        return "AlertsRequest[redacted]";
    }
}
