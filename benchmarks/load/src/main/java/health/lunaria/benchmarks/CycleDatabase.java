package health.lunaria.benchmarks;

import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.Stack;
import java.time.Duration;

/** What the load left behind in the database of cycle-service. */
final class CycleDatabase implements AutoCloseable {

    private final Database database;

    CycleDatabase(Stack stack) {
        database = new Database(stack, "cycle");
    }

    /** Months that somebody who can read the database can read as well. */
    int readableMonths() {
        return (int) database.number(
                "select count(*) from day_month where position('temperatureCelsius'::bytea in sealed) > 0");
    }

    /** Audit events that wait for their delivery: work that was put off and must not be forgotten. */
    int waitingEvents() {
        return (int) database.number("select count(*) from outbox");
    }

    /** @throws LauncherException if not all events are delivered in time */
    void awaitDelivery(Duration patience) {
        Waiting.until(() -> waitingEvents() == 0, patience, "Audit events are not delivered");
    }

    @Override
    public void close() {
        database.close();
    }
}
