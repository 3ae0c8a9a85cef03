package health.lunaria.safeguards.auditing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Who accessed something.
 *
 * @param kind whether it was the person herself, another part of the suite, or a payment store
 * @param name which service or store it was; {@code null} for the person herself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Actor(Kind kind, String name) {

    /** In JSON in lower case. The names stand in stored data: never rename one. */
    public enum Kind {
        @JsonProperty("self")
        SELF,
        @JsonProperty("service")
        SERVICE,
        @JsonProperty("store")
        STORE
    }

    public static Actor self() {
        return new Actor(Kind.SELF, null);
    }

    /** @param name e.g. {@code cycle-service} */
    public static Actor service(String name) {
        return new Actor(Kind.SERVICE, name);
    }

    /** @param name e.g. {@code stripe} */
    public static Actor store(String name) {
        return new Actor(Kind.STORE, name);
    }
}
