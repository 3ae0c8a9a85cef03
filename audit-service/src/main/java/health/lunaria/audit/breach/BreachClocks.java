package health.lunaria.audit.breach;

import health.lunaria.safeguards.deadline.WorkingCalendar;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The clocks of a breach, computed from what is recorded: nothing of them is stored, so none can be forgotten. */
public final class BreachClocks {

    private final ClockRules rules;
    private final DueTime dueTime;

    BreachClocks(ClockRules rules, Calendars calendars) {
        this.rules = rules;
        this.dueTime = new DueTime(calendars);
    }

    /** Those that apply, in the order of the rules. */
    public List<BreachClock> of(Breach breach, Instant now) {
        return rules.of(breach.facts()).stream()
                .map(rule -> clock(rule, breach, now))
                .toList();
    }

    /** Empty if there is none of this id, or if it does not apply. */
    public Optional<BreachClock> of(Breach breach, String id, Instant now) {
        return of(breach, now).stream()
                .filter(clock -> clock.rule().id().equals(id))
                .findFirst();
    }

    /** Whether more time can be given: on this ground, for a later end than now, and not beyond what the ground allows. */
    public boolean allows(BreachClock clock, Extension extension) {
        boolean longer = clock.due().map(due -> extension.until().isAfter(due)).orElse(false);
        boolean bounded = extension
                .ground()
                .latest(extension.statedAt())
                .map(latest -> !extension.until().isAfter(latest))
                .orElse(true);
        return clock.rule().grounds().contains(extension.ground()) && longer && bounded;
    }

    private BreachClock clock(ClockRule rule, Breach breach, Instant now) {
        Optional<Instant> done = breach.done(rule.id());
        Optional<Instant> due = due(rule, breach);
        return new BreachClock(rule, status(rule, breach, due, done, now), due, done);
    }

    private Optional<Instant> due(ClockRule rule, Breach breach) {
        Optional<Instant> own = dueTime.of(rule, breach.facts().awareAt(), personsTold(rule.regime(), breach));
        Optional<Instant> extended = breach.extensions().stream()
                .filter(extension -> extension.clock().equals(rule.id()))
                .map(Extension::until)
                .max(Comparator.naturalOrder());
        return own.map(due -> extended.filter(due::isBefore).orElse(due));
    }

    private Optional<Instant> personsTold(Regime regime, Breach breach) {
        return rules.all().stream()
                .filter(rule -> rule.regime() == regime && rule.addressee() == Addressee.PERSONS)
                .findFirst()
                .flatMap(rule -> breach.done(rule.id()));
    }

    private static BreachClock.Status status(
            ClockRule rule, Breach breach, Optional<Instant> due, Optional<Instant> done, Instant now) {
        if (done.isPresent()) {
            boolean late = due.isPresent() && WorkingCalendar.isLate(due.get(), done.get());
            return late ? BreachClock.Status.DONE_LATE : BreachClock.Status.DONE;
        }
        if (rule.sparedIfUnintelligible() && breach.isUnintelligible()) {
            return BreachClock.Status.SPARED;
        }
        if (due.isEmpty()) {
            return BreachClock.Status.NOT_BEGUN;
        }
        return WorkingCalendar.isLate(due.get(), now) ? BreachClock.Status.OVERDUE : BreachClock.Status.RUNNING;
    }
}
