package health.lunaria.cycle.consent;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a route that works while its user restricts the processing of her data (GDPR, Art. 18): one that reads out what she
 * wrote, exports it or erases it, and derives nothing. Without the mark it does not.
 */
@Documented
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface WhileRestricted {}
