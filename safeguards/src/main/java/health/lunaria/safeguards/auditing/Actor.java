package health.lunaria.safeguards.auditing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Who accessed something.
 *
 * @param kind whether it was the person herself, another part of the suite, a payment store, whoever has a secret address
 *     that she made and gave away (of a calendar feed, say), or somebody of the staff
 * @param name which service, store, kind of address or role of staff it was; {@code null} for the person herself
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
        STORE,
        @JsonProperty("address")
        ADDRESS,
        @JsonProperty("staff")
        STAFF
    }

    public static Actor self() {
        return new Actor(Kind.SELF, null);
    }

    /** @param name e.g. {@code cycle-service} */
    public static Actor service(String name) {
        return new Actor(Kind.SERVICE, name);
    }

    /** @param name e.g. {@code calendar-feed}; never the address */
    public static Actor address(String name) {
        return new Actor(Kind.ADDRESS, name);
    }

    /** @param name e.g. {@code stripe} */
    public static Actor store(String name) {
        return new Actor(Kind.STORE, name);
    }

    /** @param role e.g. {@code support}; never who it was */
    public static Actor staff(String role) {
        return new Actor(Kind.STAFF, role);
    }
}
