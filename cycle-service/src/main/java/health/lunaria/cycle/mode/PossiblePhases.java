package health.lunaria.cycle.mode;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Objects;

/**
 * Each phase ends on or after the day on which it begins and within a hundred years ({@code range-not-allowed}), and none
 * overlaps one whose mode its own {@linkplain Mode#excludes excludes} ({@code phases-overlap}).
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PossiblePhases.Validator.class)
@interface PossiblePhases {

    String message() default "phases-overlap";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** What is {@code null} is left to {@code @NotNull}. */
    class Validator implements ConstraintValidator<PossiblePhases, List<ModeRequest.Item>> {

        @Override
        public boolean isValid(List<ModeRequest.Item> items, ConstraintValidatorContext context) {
            if (items == null) {
                return true;
            }
            List<ModeRequest.Item> complete = items.stream()
                    .filter(Objects::nonNull)
                    .filter(ModeRequest.Item::isComplete)
                    .toList();
            if (!complete.stream().allMatch(ModeRequest.Item::isPossible)) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("range-not-allowed")
                        .addConstraintViolation();
                return false;
            }
            return !hasOverlap(complete.stream().map(ModeRequest.Item::toPhase).toList());
        }

        private static boolean hasOverlap(List<Phase> phases) {
            for (int i = 0; i < phases.size(); i++) {
                for (Phase other : phases.subList(i + 1, phases.size())) {
                    if (phases.get(i).mode().excludes(other.mode())
                            && phases.get(i).overlaps(other)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
