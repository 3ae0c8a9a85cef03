package health.lunaria.cycle.day;

import health.lunaria.cycle.catalogue.Catalogue;
import health.lunaria.cycle.catalogue.Catalogue.Group;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A code that the catalogue has for a field. */
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Code.Validator.class)
@interface Code {

    /** Name of the field. */
    String of();

    String message() default "not-in-catalogue";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** {@code null} is left to {@code @NotNull}. */
    class Validator implements ConstraintValidator<Code, String> {

        private Group group;

        @Override
        public void initialize(Code code) {
            group = Catalogue.GROUPS.stream()
                    .filter(candidate -> candidate.field().equals(code.of()))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public boolean isValid(String code, ConstraintValidatorContext context) {
            return code == null || group.contains(code);
        }
    }
}
