package health.lunaria.gateway.logging;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What happens beside requests, one line of JSON each. Failures are told by type and place only: their messages may
 * quote what a client sent.
 */
public final class EventLog {

    private static final String OUR_CODE = "health.lunaria.";
    private static final int MAX_CAUSES = 4;

    private final Consumer<String> lines;
    private final Clock clock;

    public EventLog(Consumer<String> lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    /** @param detail a text of the program's own, without anything from a request */
    public void event(String name, String detail) {
        lines.accept(line(name).put("detail", detail).encode());
    }

    public void failure(String name, Throwable failure) {
        lines.accept(line(name).put("failure", describe(failure)).encode());
    }

    /** E.g. {@code ConnectException < IOException at Forwarding.send:41}. */
    static String describe(Throwable failure) {
        List<String> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && causes.size() < MAX_CAUSES; cause = cause.getCause()) {
            causes.add(cause.getClass().getSimpleName() + place(cause));
        }
        return String.join(" < ", causes);
    }

    private static String place(Throwable cause) {
        for (StackTraceElement frame : cause.getStackTrace()) {
            if (frame.getClassName().startsWith(OUR_CODE)) {
                String type =
                        frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
                return " at " + type + "." + frame.getMethodName() + ":" + frame.getLineNumber();
            }
        }
        return "";
    }

    private JsonObject line(String name) {
        return new JsonObject()
                .put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("log", "event")
                .put("event", name);
    }
}
