package health.lunaria.cycle.calendar;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Settings of calendar feeds. */
@ConfigMapping(prefix = "lunaria.calendar")
interface CalendarConfig {

    /**
     * Where the gateway is reached from outside, e.g. {@code https://api.lunaria.health}. Not taken from a request: whoever
     * sends one could then choose the host to which a calendar app brings the secret.
     */
    URI origin();
}
