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
import java.time.temporal.ChronoUnit;

/** From a date that can be logged to a date that is not before it, by default at most ten years later. Named after the field {@code to}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OrderedRange.Validator.class)
public @interface OrderedRange {

    /** What has a range. */
    interface Range {

        LocalDate from();

        LocalDate to();
    }

    /** Both ends included. */
    int maxDays() default 3653;

    String message() default "range-not-allowed";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** What is {@code null} is left to {@code @NotNull}. */
    class Validator implements ConstraintValidator<OrderedRange, Range> {

        private int maxDays;

        @Override
        public void initialize(OrderedRange constraint) {
            maxDays = constraint.maxDays();
        }

        @Override
        public boolean isValid(Range range, ConstraintValidatorContext context) {
            if (range.from() == null || range.to() == null || isAllowed(range)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("to")
                    .addConstraintViolation();
            return false;
        }

        private boolean isAllowed(Range range) {
            return !range.from().isAfter(range.to())
                    && !range.from().isBefore(LoggableDate.EARLIEST)
                    && ChronoUnit.DAYS.between(range.from(), range.to()) < maxDays;
        }
    }
}
