package health.lunaria.safeguards.problem;

/** Finds what no text of a user has: control characters, tab and line breaks apart, and halves of surrogate pairs. */
public final class ControlCharacters {

    private ControlCharacters() {}

    public static boolean areContainedIn(CharSequence text) {
        return text.codePoints().anyMatch(ControlCharacters::isOne);
    }

    private static boolean isOne(int character) {
        boolean control = Character.isISOControl(character) && "\n\r\t".indexOf(character) < 0;
        boolean halfPair = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return control || halfPair;
    }
}
