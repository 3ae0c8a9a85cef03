package health.lunaria.audit.event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Counts batches that were refused as a whole because something in them is not valid, as {@code
 * lunaria.audit.batches.refused}. A peer sends what it will send again: each one needs somebody to look at it.
 */
@Provider
@RefusedReports.Counted
public class RefusedReports implements ContainerResponseFilter {

    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;

    private final Counter refused;

    RefusedReports(MeterRegistry registry) {
        this.refused = Counter.builder("lunaria.audit.batches.refused")
                .description("Batches of access events that were refused")
                .register(registry);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() >= CLIENT_ERROR && response.getStatus() < SERVER_ERROR) {
            refused.increment();
        }
    }

    /** Marks routes whose refusals are counted. */
    @NameBinding
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @interface Counted {}
}
