package health.lunaria.gateway.logging;

import java.time.Clock;
import java.util.function.Consumer;

/** Both logs, written to the same place. */
public record Logs(AccessLog access, EventLog events) {

    /** @param lines takes one line at a time, without its end */
    public static Logs to(Consumer<String> lines) {
        Clock clock = Clock.systemUTC();
        return new Logs(new AccessLog(lines, clock), new EventLog(lines, clock));
    }
}
