package health.lunaria.profile.account;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;
import java.util.Set;

/** A region of the IANA time zone database, e.g. {@code Europe/Lisbon}. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = KnownTimeZone.Validator.class)
@interface KnownTimeZone {

    String message() default "not-a-time-zone";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** {@code null} is allowed. */
    class Validator implements ConstraintValidator<KnownTimeZone, String> {

        private static final Set<String> TIME_ZONES = ZoneId.getAvailableZoneIds();

        @Override
        public boolean isValid(String zone, ConstraintValidatorContext context) {
            return zone == null || TIME_ZONES.contains(zone);
        }
    }
}
