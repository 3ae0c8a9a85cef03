package health.lunaria.safeguards.problem;

/**
 * Finds payment card numbers in text: 13 to 19 digits (ISO/IEC 7812-1), whatever script the digits are of, possibly
 * grouped by single spaces, dots or hyphens, that pass the Luhn check (ISO/IEC 7812-1, annex B).
 *
 * <p>Only a whole run of digits counts, not a part of a longer one: identifiers with 20 digits and more are not cards.
 */
public final class CardNumbers {

    /** Counts what was refused. */
    public static final String REFUSED_METRIC = "lunaria.card.numbers.refused";

    private static final int MIN_DIGITS = 13;
    private static final int MAX_DIGITS = 19;

    private CardNumbers() {}

    public static boolean isContainedIn(CharSequence text) {
        StringBuilder run = new StringBuilder();
        boolean separated = false;
        for (int i = 0; i < text.length(); ) {
            int character = Character.codePointAt(text, i);
            i += Character.charCount(character);
            int digit = Character.digit(character, 10);
            if (digit >= 0) {
                run.append((char) ('0' + digit));
                separated = false;
            } else if (isSeparator(character) && !separated) {
                separated = true;
            } else {
                if (isCardNumber(run)) {
                    return true;
                }
                run.setLength(0);
                separated = false;
            }
        }
        return isCardNumber(run);
    }

    private static boolean isSeparator(int character) {
        return character == '-' || character == '.' || Character.isSpaceChar(character);
    }

    private static boolean isCardNumber(CharSequence digits) {
        return digits.length() >= MIN_DIGITS && digits.length() <= MAX_DIGITS && passesLuhn(digits);
    }

    private static boolean passesLuhn(CharSequence digits) {
        int sum = 0;
        boolean doubled = false;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = digits.charAt(i) - '0';
            int value = doubled ? digit * 2 : digit;
            sum += value > 9 ? value - 9 : value;
            doubled = !doubled;
        }
        return sum % 10 == 0;
    }
}
