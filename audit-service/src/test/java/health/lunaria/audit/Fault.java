package health.lunaria.audit;

import static health.lunaria.audit.Staffing.acknowledge;
import static health.lunaria.audit.Staffing.newPerson;
import static health.lunaria.audit.Staffing.register;
import static health.lunaria.audit.Staffing.today;
import static health.lunaria.audit.Staffing.train;

import health.lunaria.audit.workforce.StaffRole;
import java.time.Duration;
import java.util.Locale;

/** What somebody of the workforce can lack, and how she comes to lack it. */
public enum Fault {
    NOT_REGISTERED,
    NOT_JOINED,
    LEFT,
    TRAINING_MISSING,
    TRAINING_EXPIRED,
    POLICY_MISSING,
    POLICY_EXPIRED;

    /** Somebody new who has it. */
    public String make(StaffRole role) {
        String person = newPerson();
        if (this == NOT_REGISTERED) {
            return person;
        }
        register(person, role, today(), null);
        if (this != TRAINING_MISSING) {
            train(person, today());
        }
        if (this != POLICY_MISSING) {
            acknowledge(person, role);
        }
        befall(person, role);
        return person;
    }

    /** Happens to somebody who was in good standing. */
    public void befall(String person, StaffRole role) {
        switch (this) {
            case NOT_JOINED -> register(person, role, today().plusDays(1), null);
            case LEFT -> register(person, role, today(), today());
            case TRAINING_EXPIRED -> train(person, today().minusDays(366));
            case POLICY_EXPIRED -> acknowledgeLongAgo(person, role);
            default -> {
                // She lacks it from the beginning.
            }
        }
    }

    private static void acknowledgeLongAgo(String person, StaffRole role) {
        MovableClock.move(Duration.ofDays(-366));
        acknowledge(person, role);
        MovableClock.move(Duration.ofDays(366));
    }

    /** Of the problem that it leads to. */
    public String slug() {
        return "workforce-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
