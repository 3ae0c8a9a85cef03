package health.lunaria.audit.evidence;

import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.Problem.FieldError;
import health.lunaria.safeguards.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** From one day to another, both included; days begin and end in UTC. */
record Period(LocalDate from, LocalDate to) {

    static final int MOST_DAYS = 400;

    /** Before that, there was nothing to audit. */
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    /** @throws ProblemException 400 {@code invalid-field} if it is turned round, too long, or not over yet but for today */
    static Period of(LocalDate from, LocalDate to, LocalDate today) {
        if (from.isBefore(FIRST)) {
            throw refused("from", "too-early");
        }
        if (to.isBefore(from)) {
            throw refused("to", "before-from");
        }
        if (to.isAfter(today)) {
            throw refused("to", "in-the-future");
        }
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw refused("to", "too-long");
        }
        return new Period(from, to);
    }

    Instant start() {
        return from.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The first instant after it. */
    Instant end() {
        return to.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static ProblemException refused(String field, String reason) {
        return new ProblemException(CommonProblem.INVALID_FIELD, new FieldError(field, reason));
    }
}
