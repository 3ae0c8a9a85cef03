package health.lunaria.cycle.attachment;

import health.lunaria.cycle.day.LoggableDate;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.Problem.FieldError;
import health.lunaria.safeguards.problem.ProblemException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Reads the date that travels in a header, because the body is the file and no date stands in a URL. */
final class AttachmentDate {

    static final String HEADER = "Lunaria-Date";

    private static final LoggableDate.Validator LOGGABLE = new LoggableDate.Validator();

    private AttachmentDate() {}

    /** @param header may be {@code null} */
    static LocalDate parse(String header) {
        if (header == null || header.isBlank()) {
            throw refused("missing");
        }
        LocalDate date = date(header);
        if (!LOGGABLE.isValid(date, null)) {
            throw refused("date-out-of-range");
        }
        return date;
    }

    private static LocalDate date(String header) {
        try {
            return LocalDate.parse(header, DateTimeFormatter.ISO_LOCAL_DATE);
        } catch (DateTimeParseException notADate) {
            throw refused("wrong-type");
        }
    }

    private static ProblemException refused(String reason) {
        return new ProblemException(CommonProblem.INVALID_FIELD, new FieldError(HEADER, reason));
    }
}
