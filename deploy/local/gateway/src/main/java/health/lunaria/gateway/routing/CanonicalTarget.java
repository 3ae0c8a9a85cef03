package health.lunaria.gateway.routing;

import java.util.Optional;

/**
 * The path of a request target, if the target is written in the one way in which nobody behind the gateway can read it
 * differently.
 *
 * <p>Refused: anything that is not {@code /path} or {@code /path?query} in visible ASCII; empty, {@code .} and
 * {@code ..} segments; path parameters ({@code ;}); backslashes; broken percent-encodings; and encodings of characters
 * that need none or that would change the structure once decoded ({@code %2e}, {@code %2f}, {@code %5c}, {@code %25},
 * {@code %3b}, letters, digits, control characters).
 */
public final class CanonicalTarget {

    private static final String PLAIN = "-._~!$&'()*+,=:@";
    private static final String PLAIN_IN_QUERY = PLAIN + "/?;%[]|";
    private static final String STRUCTURAL = "/\\%;";

    private CanonicalTarget() {}

    /** The path without its query, unchanged; empty when the target is to be refused. */
    public static Optional<String> path(String target) {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        String query = question < 0 ? "" : target.substring(question + 1);
        boolean canonical = path.startsWith("/") && areSegments(path) && isPath(path) && isQuery(query);
        return canonical ? Optional.of(path) : Optional.empty();
    }

    private static boolean areSegments(String path) {
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            String segment = segments[i];
            if (segment.equals(".") || segment.equals("..") || (segment.isEmpty() && !last)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPath(String path) {
        for (int i = 0; i < path.length(); i++) {
            char character = path.charAt(i);
            if (character == '%') {
                if (!isNeededEncoding(path, i)) {
                    return false;
                }
                i += 2;
            } else if (character != '/' && !isLetterOrDigit(character) && PLAIN.indexOf(character) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isQuery(String query) {
        return query.chars()
                .allMatch(character -> isLetterOrDigit((char) character) || PLAIN_IN_QUERY.indexOf(character) >= 0);
    }

    private static boolean isNeededEncoding(String path, int percent) {
        if (percent + 2 >= path.length()) {
            return false;
        }
        int high = Character.digit(path.charAt(percent + 1), 16);
        int low = Character.digit(path.charAt(percent + 2), 16);
        if (high < 0 || low < 0) {
            return false;
        }
        char decoded = (char) (high * 16 + low);
        boolean control = decoded < 0x20 || decoded == 0x7f;
        boolean unreserved = isLetterOrDigit(decoded) || "-._~".indexOf(decoded) >= 0;
        return !control && !unreserved && STRUCTURAL.indexOf(decoded) < 0;
    }

    private static boolean isLetterOrDigit(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }
}
