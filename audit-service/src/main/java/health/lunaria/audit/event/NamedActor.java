package health.lunaria.audit.event;

import health.lunaria.safeguards.auditing.Actor;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A service, a store or an address has a name; the person herself has none. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NamedActor.Validator.class)
@interface NamedActor {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** A missing kind is left to {@code @NotNull}. */
    class Validator implements ConstraintValidator<NamedActor, EventsRequest.ActorItem> {

        @Override
        public boolean isValid(EventsRequest.ActorItem actor, ConstraintValidatorContext context) {
            if (actor.kind() == null) {
                return true;
            }
            boolean isSelf = actor.kind() == Actor.Kind.SELF;
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(isSelf ? "not-allowed-here" : "missing")
                    .addPropertyNode("name")
                    .addConstraintViolation();
            return isSelf == (actor.name() == null);
        }
    }
}
