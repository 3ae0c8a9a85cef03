package health.lunaria.cycle.consent;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource that is called without a token, or by staff or a peer, so that {@link ConsentFilter} cannot know whose consent
 * to ask for. It has to call {@link Consents#require} as soon as it knows, before it touches anything of hers.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AsksConsentItself {}
