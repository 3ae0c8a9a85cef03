package health.lunaria.safeguards.redaction;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a type that carries what a user wrote in clear. {@code SuiteRules} then demands that it redacts its
 * {@code toString} and that it never reaches a logger, an exception or a problem.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Confidential {}
