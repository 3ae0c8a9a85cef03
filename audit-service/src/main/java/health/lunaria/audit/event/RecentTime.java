package health.lunaria.audit.event;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.time.Instant;

/**
 * A time from 366 days ago to 5 minutes ahead, which leaves room for clocks that differ. A sender whose clock runs further
 * ahead, or a receiver whose clock was set back, has its batches refused: they wait in the sender's outbox until both agree.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = RecentTime.Validator.class)
@interface RecentTime {

    String message() default "time-out-of-range";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** {@code null} is left to {@code @NotNull}. */
    class Validator implements ConstraintValidator<RecentTime, Instant> {

        private static final Duration MAX_AGE = Duration.ofDays(366);
        private static final Duration MAX_LEAD = Duration.ofMinutes(5);

        @Override
        public boolean isValid(Instant time, ConstraintValidatorContext context) {
            return time == null || isRecent(time, Instant.now());
        }

        static boolean isRecent(Instant time, Instant now) {
            return !time.isBefore(now.minus(MAX_AGE)) && !time.isAfter(now.plus(MAX_LEAD));
        }
    }
}
