package health.lunaria.cycle.imports.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;

/** The beginning of a file. */
final class Head {

    static final int LENGTH = 8192;

    private Head() {}

    /** Leaves the input where it was. */
    static byte[] peek(PushbackInputStream input) throws IOException {
        byte[] head = input.readNBytes(LENGTH);
        input.unread(head);
        return head;
    }

    static PushbackInputStream peekable(InputStream input) {
        return new PushbackInputStream(input, LENGTH);
    }

    /** Without the marks of any encoding, good enough to look for names in ASCII. */
    static String ascii(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1).replace("\0", "");
        return text.replaceFirst("^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)", "")
                .stripLeading();
    }
}
