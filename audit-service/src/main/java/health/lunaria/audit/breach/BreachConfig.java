package health.lunaria.audit.breach;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/** Settings of breach clocks, by id of the rule or by regime. The service does not start with a figure that the law forbids. */
@ConfigMapping(prefix = "lunaria.breach")
interface BreachConfig {

    /** Other figures in the unit of the rule: shorter ones, or targets of ours. */
    Map<String, Integer> amounts();

    /** Other zones than that of the authority that is the usual one. */
    Map<Regime, ZoneId> zones();

    /** Days that are no business days, besides Saturdays and Sundays. */
    Map<Regime, Set<LocalDate>> holidays();

    /** How often overdue clocks are counted. */
    @WithDefault("1m")
    Duration watch();
}
