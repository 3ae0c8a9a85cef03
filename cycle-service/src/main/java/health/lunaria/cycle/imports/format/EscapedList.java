package health.lunaria.cycle.imports.format;

import java.util.ArrayList;
import java.util.List;

/** Elements joined by {@code |}; within one, {@code \|} stands for a bar and {@code \\} for a backslash. */
final class EscapedList {

    private EscapedList() {}

    static List<String> split(String joined) throws Skip {
        List<String> elements = new ArrayList<>();
        StringBuilder element = new StringBuilder();
        for (int i = 0; i < joined.length(); i++) {
            char character = joined.charAt(i);
            if (character == '|') {
                elements.add(notEmpty(element));
                element.setLength(0);
            } else if (character == '\\') {
                i++;
                element.append(escaped(joined, i));
            } else {
                element.append(character);
            }
        }
        elements.add(notEmpty(element));
        return elements;
    }

    private static char escaped(String joined, int index) throws Skip {
        if (index < joined.length() && (joined.charAt(index) == '|' || joined.charAt(index) == '\\')) {
            return joined.charAt(index);
        }
        throw new Skip(SkipReason.UNKNOWN_VALUE);
    }

    private static String notEmpty(StringBuilder element) throws Skip {
        if (element.isEmpty()) {
            throw new Skip(SkipReason.UNKNOWN_VALUE);
        }
        return element.toString();
    }
}
