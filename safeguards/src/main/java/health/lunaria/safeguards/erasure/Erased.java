package health.lunaria.safeguards.erasure;

import java.time.Instant;
import java.util.List;

/**
 * That a service has erased somebody.
 *
 * @param at when her last row was deleted
 * @param remarks what she has to know of it
 */
public record Erased(Instant at, List<Remark> remarks) {

    public Erased {
        remarks = List.copyOf(remarks);
    }
}
