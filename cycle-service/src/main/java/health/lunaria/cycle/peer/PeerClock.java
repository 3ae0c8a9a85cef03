package health.lunaria.cycle.peer;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The clock by which peers' answers grow old. */
class PeerClock {

    @Produces
    @Singleton
    Ticker ticker() {
        return Ticker.systemTicker();
    }
}
