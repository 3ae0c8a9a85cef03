package health.lunaria.safeguards.identity;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks routes of the staff that answer only to who is in {@link GoodStanding} at that moment. Each route that is open to a role
 * of {@link Roles#STAFF} has this or {@link WithoutStanding}.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface InGoodStanding {}
