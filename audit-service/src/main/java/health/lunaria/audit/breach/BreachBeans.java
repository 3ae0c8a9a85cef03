package health.lunaria.audit.breach;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

class BreachBeans {

    /** Made at the start, so that a figure that is not allowed stops it. */
    @Produces
    @Singleton
    @Startup
    BreachClocks clocks(BreachConfig config) {
        return new BreachClocks(
                ClockRules.standard().with(config.amounts()), new Calendars(config.zones(), config.holidays()));
    }
}
