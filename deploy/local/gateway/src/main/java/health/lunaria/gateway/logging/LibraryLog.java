package health.lunaria.gateway.logging;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Sends what the libraries log, from warnings on, to the event log: logger and failure, without their messages. */
public final class LibraryLog extends Handler {

    private final EventLog events;

    private LibraryLog(EventLog events) {
        this.events = events;
        setLevel(Level.WARNING);
    }

    public static void install(EventLog events) {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(new LibraryLog(events));
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getThrown() == null) {
            events.event("library", entry.getLevel() + " of " + entry.getLoggerName());
        } else {
            events.failure("library " + entry.getLoggerName(), entry.getThrown());
        }
    }

    @Override
    public void flush() {
        // Lines are written at once.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
