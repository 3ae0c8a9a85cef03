package health.lunaria.audit.event;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.UUID;

/** A UUID of version 7 (RFC 9562, section 5.7). */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = UuidVersion7.Validator.class)
@interface UuidVersion7 {

    String message() default "not-version-7";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** {@code null} is left to {@code @NotNull}. */
    class Validator implements ConstraintValidator<UuidVersion7, UUID> {

        private static final int VERSION = 7;
        private static final int VARIANT_RFC = 2;

        @Override
        public boolean isValid(UUID id, ConstraintValidatorContext context) {
            return id == null || id.version() == VERSION && id.variant() == VARIANT_RFC;
        }
    }
}
