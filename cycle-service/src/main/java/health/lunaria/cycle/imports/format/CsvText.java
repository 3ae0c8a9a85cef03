package health.lunaria.cycle.imports.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of a file that does not name its encoding: UTF-16 if a byte order mark says so, else UTF-8, else, if the bytes are
 * no UTF-8, Windows-1252, in which old spreadsheets write.
 */
final class CsvText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private CsvText() {}

    static String read(InputStream content, int maxBytes) throws ImportException {
        byte[] bytes;
        try {
            bytes = content.readNBytes(maxBytes + 1);
        } catch (IOException refused) {
            throw ImportException.because(refused, UnreadableReason.NOT_CSV, 0);
        }
        if (bytes.length > maxBytes) {
            throw ImportException.of(UnreadableReason.TOO_LARGE);
        }
        return decode(bytes);
    }

    private static String decode(byte[] bytes) throws ImportException {
        String text = isUtf16(bytes) ? utf16(bytes) : utf8OrWindows(bytes);
        if (text.indexOf('\0') >= 0) {
            throw ImportException.of(UnreadableReason.NOT_TEXT);
        }
        return text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private static boolean isUtf16(byte[] bytes) {
        return bytes.length >= 2
                && ((bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)
                        || (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff));
    }

    private static String utf16(byte[] bytes) throws ImportException {
        try {
            return strictly(StandardCharsets.UTF_16, bytes);
        } catch (CharacterCodingException notText) {
            throw ImportException.of(UnreadableReason.NOT_TEXT);
        }
    }

    private static String utf8OrWindows(byte[] bytes) {
        try {
            return strictly(StandardCharsets.UTF_8, bytes);
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WINDOWS);
        }
    }

    private static String strictly(Charset charset, byte[] bytes) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
