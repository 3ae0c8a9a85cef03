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
import java.util.List;
import java.util.Objects;

/** No two days of a list have the same date: which one to store would be a guess. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = EachDateOnce.Validator.class)
public @interface EachDateOnce {

    /** What stands in such a list. */
    interface Item {

        LocalDate date();
    }

    String message() default "date-twice";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** What is {@code null} is left to {@code @NotNull}. */
    class Validator implements ConstraintValidator<EachDateOnce, List<? extends Item>> {

        @Override
        public boolean isValid(List<? extends Item> days, ConstraintValidatorContext context) {
            if (days == null) {
                return true;
            }
            var dates = days.stream()
                    .filter(Objects::nonNull)
                    .map(Item::date)
                    .filter(Objects::nonNull)
                    .toList();
            return dates.stream().distinct().count() == dates.size();
        }
    }
}
