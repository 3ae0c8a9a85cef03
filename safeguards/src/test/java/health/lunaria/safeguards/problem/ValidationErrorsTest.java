package health.lunaria.safeguards.problem;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.safeguards.problem.Problem.FieldError;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

class ValidationErrorsTest {

    record Day(
            @Max(value = 10, message = "too-high") int pain,
            @Size(max = 3, message = "too-long") String note) {}

    record Body(
            @NotNull(message = "missing") String name,
            @Valid Day day,
            List<@Valid Day> days,
            List<@Size(max = 3, message = "too-long") String> tags) {}

    @SuppressWarnings("unused") // validated by reflection
    static class Resource {

        public void put(@Valid @NotNull(message = "missing") Body body) {}

        @Valid
        public Body get() {
            return null;
        }
    }

    private static final Body GOOD = new Body("name", null, List.of(), List.of());

    private final Validator validator = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    @Test
    void namesFieldsByTheirPathInTheBody() {
        Body body = new Body(
                null, new Day(11, "private"), List.of(new Day(1, null), new Day(11, null)), List.of("abc", "private"));

        assertThat(put(body))
                .containsExactly(
                        new FieldError("day.note", "too-long"),
                        new FieldError("day.pain", "too-high"),
                        new FieldError("days[1].pain", "too-high"),
                        new FieldError("name", "missing"),
                        new FieldError("tags[1]", "too-long"));
    }

    @Test
    void callsTheWholeBodyByAnEmptyName() {
        assertThat(put(null)).containsExactly(new FieldError("", "missing"));
    }

    @Test
    void neverRepeatsAValue() {
        Body body = new Body("name", new Day(987_654, "private"), List.of(), List.of("private"));

        assertThat(put(body)).hasSize(3);
        assertThat(put(body).toString()).doesNotContain("private").doesNotContain("987654");
    }

    @Test
    void reportsTwentyFieldsAtMost() {
        Body body = new Body("name", null, Collections.nCopies(500, new Day(11, null)), List.of());

        assertThat(put(body)).hasSize(20);
    }

    /** An answer of ours that is not valid is our error, not the caller's. */
    @Test
    void isEmptyWhenAnAnswerIsNotValid() {
        assertThat(errors(validator
                        .forExecutables()
                        .validateReturnValue(new Resource(), method("get"), new Body(null, null, null, null))))
                .isEmpty();
    }

    @Test
    void aGoodBodyHasNone() {
        assertThat(validator.forExecutables().validateParameters(new Resource(), put(), new Object[] {GOOD}))
                .isEmpty();
    }

    private List<FieldError> put(Body body) {
        var violations = validator.forExecutables().validateParameters(new Resource(), put(), new Object[] {body});
        assertThat(violations).isNotEmpty();
        return errors(violations);
    }

    private static List<FieldError> errors(Set<? extends ConstraintViolation<?>> violations) {
        return ValidationErrors.of(new ConstraintViolationException(violations));
    }

    private static Method put() {
        return method("put", Body.class);
    }

    private static Method method(String name, Class<?>... parameters) {
        try {
            return Resource.class.getMethod(name, parameters);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
