package health.lunaria.gateway.routing;

/**
 * A path match of the Gateway API. A prefix counts whole segments: {@code /v1/cycle} matches {@code /v1/cycle},
 * {@code /v1/cycle/} and {@code /v1/cycle/days}, but not {@code /v1/cycles}.
 *
 * @param value starts with a slash and, unless it is {@code /} itself, does not end with one
 */
public record PathMatch(Type type, String value) {

    /** The match types of the Gateway API that are supported. */
    public enum Type {
        EXACT,
        PREFIX
    }

    public PathMatch {
        if (type == Type.PREFIX && value.length() > 1 && value.endsWith("/")) {
            value = value.substring(0, value.length() - 1);
        }
    }

    public boolean matches(String path) {
        if (type == Type.EXACT) {
            return path.equals(value);
        }
        return path.startsWith(value)
                && (path.length() == value.length() || value.equals("/") || path.charAt(value.length()) == '/');
    }

    /** Whether some path matches both. */
    boolean overlaps(PathMatch other) {
        return matches(other.value) || other.matches(value);
    }
}
