package health.lunaria.audit.incident;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings of the register of incidents. */
@ConfigMapping(prefix = "lunaria.incident")
interface IncidentConfig {

    Acknowledge acknowledgeWithin();

    /** E-mail addresses of those who are told of what nobody acknowledged in time. Without any, only the meter tells. */
    Optional<List<String>> management();

    /** How often late ones are looked for. */
    @WithDefault("30s")
    Duration sweep();

    /** How soon somebody has to acknowledge; later, management is told. */
    interface Acknowledge {

        @WithDefault("15m")
        Duration critical();

        @WithDefault("1h")
        Duration high();

        @WithDefault("8h")
        Duration medium();

        @WithDefault("72h")
        Duration low();

        default Duration of(Severity severity) {
            return switch (severity) {
                case CRITICAL -> critical();
                case HIGH -> high();
                case MEDIUM -> medium();
                case LOW -> low();
            };
        }
    }
}
