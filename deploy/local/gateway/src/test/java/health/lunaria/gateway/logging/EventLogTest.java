package health.lunaria.gateway.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private final List<String> lines = new ArrayList<>();
    private final EventLog events = new EventLog(lines::add, Clock.systemUTC());

    @Test
    void aFailureIsToldByTypeAndPlaceAndNeverByItsMessage() {
        events.failure("no answer", new IOException("alice@example.org", new IllegalStateException("2026-01-03")));
        assertThat(lines.get(0))
                .contains("IOException at EventLogTest.aFailureIsToldByTypeAndPlaceAndNeverByItsMessage:")
                .contains("IllegalStateException")
                .doesNotContain("alice")
                .doesNotContain("2026-01-03");
    }

    @Test
    void librariesLogWithoutTheirMessages() {
        LibraryLog.install(events);
        Logger.getLogger("io.vertx.core").severe("alice@example.org");
        Logger.getLogger("io.netty").info("bob@example.org");
        Logger.getLogger("io.netty").log(java.util.logging.Level.WARNING, "carol@example.org", new IOException("dora"));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains("SEVERE of io.vertx.core").doesNotContain("alice");
        assertThat(lines.get(1)).contains("io.netty").contains("IOException").doesNotContain("carol", "dora");
    }
}
