package health.lunaria.cycle.day;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A calendar date from 1900-01-01 to tomorrow by UTC. Tomorrow, because where a day begins first (UTC+14) it is already
 * today.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = LoggableDate.Validator.class)
public @interface LoggableDate {

    LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    String message() default "date-out-of-range";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** {@code null} is left to {@code @NotNull}. */
    class Validator implements ConstraintValidator<LoggableDate, LocalDate> {

        @Override
        public boolean isValid(LocalDate date, ConstraintValidatorContext context) {
            return date == null || isLoggable(date, LocalDate.now(ZoneOffset.UTC));
        }

        /** @param today by UTC */
        public static boolean isLoggable(LocalDate date, LocalDate today) {
            return !date.isBefore(EARLIEST) && !date.isAfter(today.plusDays(1));
        }
    }
}
