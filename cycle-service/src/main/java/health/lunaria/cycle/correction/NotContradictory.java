package health.lunaria.cycle.correction;

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
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Of one date, only one thing is said about the bleeding that begins on it, and only one about its cycle. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NotContradictory.Validator.class)
@interface NotContradictory {

    String message() default "contradictory";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** What is {@code null} is left to {@code @NotNull}. */
    class Validator implements ConstraintValidator<NotContradictory, List<CorrectionsRequest.Item>> {

        @Override
        public boolean isValid(List<CorrectionsRequest.Item> corrections, ConstraintValidatorContext context) {
            return corrections == null
                    || isEachDateOnce(corrections, CorrectionKind::isAboutBleeding)
                            && isEachDateOnce(corrections, kind -> !kind.isAboutBleeding());
        }

        private static boolean isEachDateOnce(
                List<CorrectionsRequest.Item> corrections, Predicate<CorrectionKind> kinds) {
            List<LocalDate> dates = corrections.stream()
                    .filter(Objects::nonNull)
                    .filter(item -> item.kind() != null && kinds.test(item.kind()))
                    .flatMap(item -> Stream.ofNullable(item.date()))
                    .toList();
            return dates.stream().distinct().count() == dates.size();
        }
    }
}
