package health.lunaria.cycle.prediction;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Cycles follow one another, and a mode has a beginning: what {@link PredictionInputs} demands. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ConsistentInputs.Validator.class)
@interface ConsistentInputs {

    String message() default "inconsistent";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** What is incomplete is left to the constraints of the fields. */
    class Validator implements ConstraintValidator<ConsistentInputs, InputsBody> {

        @Override
        public boolean isValid(InputsBody inputs, ConstraintValidatorContext context) {
            return inputs.mode() == null
                    || inputs.cycles() == null
                    || !inputs.cycles().stream().allMatch(cycle -> cycle != null && cycle.isComplete())
                    || PredictionInputs.areConsistent(
                            inputs.completed(), inputs.cycleStart(), inputs.mode(), inputs.modeSince());
        }
    }
}
