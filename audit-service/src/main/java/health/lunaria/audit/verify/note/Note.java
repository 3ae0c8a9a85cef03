package health.lunaria.audit.verify.note;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with signatures below it (C2SP signed-note). That it can be read says nothing: ask a {@link VerifierKey}.
 *
 * @param text what is signed, to the last new line
 */
public record Note(String text, List<NoteSignature> signatures) {

    /** Room for sixteen signatures of 5 kB, which the specification asks for, and a text. */
    private static final int MAX_LENGTH = 128 * 1024;

    private static final int MAX_SIGNATURES = 32;
    private static final String BLANK_LINE = "\n\n";

    public Note {
        signatures = List.copyOf(signatures);
    }

    /** @throws MalformedException if it is no signed note */
    public static Note parse(String note) throws MalformedException {
        if (note.length() > MAX_LENGTH || !StrictText.isClean(note)) {
            throw new MalformedException("A note is UTF-8 without control characters, and not too long");
        }
        int split = note.lastIndexOf(BLANK_LINE);
        if (split < 0 || !note.endsWith("\n") || split + BLANK_LINE.length() == note.length()) {
            throw new MalformedException("A note is a text, a blank line, and lines of signatures");
        }
        String[] lines =
                note.substring(split + BLANK_LINE.length(), note.length() - 1).split("\n", -1);
        if (lines.length > MAX_SIGNATURES) {
            throw new MalformedException("A note has at most " + MAX_SIGNATURES + " signatures");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : lines) {
            signatures.add(NoteSignature.parse(line));
        }
        return new Note(note.substring(0, split + 1), signatures);
    }
}
