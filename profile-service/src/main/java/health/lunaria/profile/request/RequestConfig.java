package health.lunaria.profile.request;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/** Settings of the clocks of requests, by regime. */
@ConfigMapping(prefix = "lunaria.request")
interface RequestConfig {

    /** Other zones than that of the authority that is the usual one. */
    Map<Regime, ZoneId> zones();

    /**
     * Days that are no working days, besides Saturdays and Sundays. None is set: without them a date is early and never late. A
     * deployment sets those of its own authority (GDPR: Regulation 1182/71, article 2).
     */
    Map<Regime, Set<LocalDate>> holidays();

    /** How often dates are looked at. */
    @WithDefault("1m")
    Duration watch();
}
