package health.lunaria.audit.keydeletion;

import java.util.Locale;

/** What is done about a deletion. The names stand in stored data and in events: never rename one. */
enum Step {
    REQUEST,
    APPROVE,
    REFUSE,
    USE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
