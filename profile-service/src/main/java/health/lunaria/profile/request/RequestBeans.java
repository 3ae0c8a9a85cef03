package health.lunaria.profile.request;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

class RequestBeans {

    /** Made at the start, so that settings that do not fit stop it. */
    @Produces
    @Singleton
    @Startup
    Deadlines deadlines(RequestConfig config) {
        return new Deadlines(config.zones(), config.holidays());
    }
}
