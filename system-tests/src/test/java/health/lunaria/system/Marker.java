package health.lunaria.system;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A text that occurs nowhere by chance, in every form in which it could leak. */
record Marker(String text) {

    /** Byte sequences to look for, by the name of the form. */
    Map<String, byte[]> forms() {
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        Map<String, byte[]> forms = new LinkedHashMap<>();
        forms.put("clear", raw);
        forms.put("UTF-16", text.getBytes(StandardCharsets.UTF_16LE));
        forms.put("hex", hex(raw, "%02x"));
        forms.put("upper-case hex", hex(raw, "%02X"));
        forms.put("URL", URLEncoder.encode(text, StandardCharsets.UTF_8).getBytes(StandardCharsets.US_ASCII));
        forms.put("fully URL-encoded", hex(raw, "%%%02X"));
        for (int alignment = 0; alignment < 3; alignment++) {
            forms.put("base64 at " + alignment, base64(Base64.getEncoder(), raw, alignment));
            forms.put("URL-safe base64 at " + alignment, base64(Base64.getUrlEncoder(), raw, alignment));
        }
        return forms;
    }

    private static byte[] hex(byte[] raw, String format) {
        StringBuilder text = new StringBuilder();
        for (byte b : raw) {
            text.append(String.format(format, b));
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Only the characters that do not depend on what stands before and after the marker. */
    private static byte[] base64(Base64.Encoder encoder, byte[] raw, int alignment) {
        byte[] shifted = new byte[alignment + raw.length];
        System.arraycopy(raw, 0, shifted, alignment, raw.length);
        byte[] encoded = encoder.withoutPadding().encode(shifted);
        int from = (alignment * 8 + 5) / 6;
        int to = shifted.length * 8 / 6;
        return Arrays.copyOfRange(encoded, from, to);
    }
}
