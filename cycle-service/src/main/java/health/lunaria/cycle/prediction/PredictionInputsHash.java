package health.lunaria.cycle.prediction;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The digest by which a user can tell whether two predictions were made from the same inputs, and check that they were made
 * from hers. It is given to her alone and stored nowhere: the inputs could be guessed from it.
 *
 * <p>It is the SHA-256 of a text in ASCII, one line each, ended by a line feed: the format; each cycle with its first day and
 * its length; the first day of the running cycle, if there is one; the last day without a period; each ovulation; the mode
 * with its first day. {@code docs/prediction.md} has an example. The format is part of the API: a changed one gets a new first line.
 */
final class PredictionInputsHash {

    private static final String FORMAT = "lunaria-inputs/1";

    private PredictionInputsHash() {}

    /** 64 digits in lower case. */
    static String of(PredictionInputs inputs) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text(inputs).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    static String text(PredictionInputs inputs) {
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        inputs.cycles()
                .forEach(cycle -> text.append("cycle ")
                        .append(cycle.start())
                        .append(' ')
                        .append(cycle.lengthDays())
                        .append('\n'));
        Optional.ofNullable(inputs.cycleStart()).ifPresent(date -> line(text, "running", date));
        line(text, "no-period-through", inputs.noPeriodThrough());
        inputs.ovulations().forEach(date -> line(text, "ovulation", date));
        text.append("mode ").append(inputs.mode().word());
        Optional.ofNullable(inputs.modeSince())
                .ifPresent(date -> text.append(' ').append(date));
        return text.append('\n').toString();
    }

    private static void line(StringBuilder text, String word, LocalDate date) {
        text.append(word).append(' ').append(date).append('\n');
    }
}
