package health.lunaria.cycle.correction;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A reason is given for an excluded cycle ({@code missing}), and for nothing else ({@code not-allowed-here}). */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ReasonOfExclusion.Validator.class)
@interface ReasonOfExclusion {

    String message() default "not-allowed-here";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** A kind that is {@code null} is left to {@code @NotNull}. */
    class Validator implements ConstraintValidator<ReasonOfExclusion, CorrectionsRequest.Item> {

        @Override
        public boolean isValid(CorrectionsRequest.Item item, ConstraintValidatorContext context) {
            boolean needed = item.kind() == CorrectionKind.EXCLUDED_CYCLE;
            if (item.kind() == null || needed == (item.reason() != null)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(
                            needed ? "missing" : context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("reason")
                    .addConstraintViolation();
            return false;
        }
    }
}
