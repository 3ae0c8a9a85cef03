package health.lunaria.profile.export;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;

/**
 * Writes a document in JSON as HTML while it is read: objects as lists of names and values, arrays as numbered lists. What
 * comes from the document becomes text and nothing else, whatever is in it.
 */
final class JsonAsHtml {

    /** The field in which documents name a file of their part. */
    private static final String LINK = "file";

    /** As our parts name their files: nothing that leads out of the archive, or to a script. */
    private static final Pattern FILE = Pattern.compile("[a-z]+/[0-9a-f-]+\\.[a-z-]+");

    private final JsonParser json;
    private final Writer out;
    private final String folder;

    /** @param folder in which the document's files are */
    JsonAsHtml(JsonParser json, Writer out, String folder) {
        this.json = json;
        this.out = out;
        this.folder = folder;
    }

    /** The whole document. */
    void write() throws IOException {
        value(json.nextToken(), "");
    }

    private void value(JsonToken token, String field) throws IOException {
        if (token == null) {
            throw new IOException("A document ends in the middle");
        }
        switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array(field);
            case VALUE_NULL -> out.write("–");
            default -> text(json.getText(), field);
        }
    }

    private void object() throws IOException {
        out.write("<dl>");
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            out.write("<dt>");
            out.write(escaped(name));
            out.write("</dt><dd>");
            value(json.nextToken(), name);
            out.write("</dd>\n");
        }
        out.write("</dl>");
    }

    private void array(String field) throws IOException {
        out.write("<ol>");
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            out.write("<li>");
            value(token, field);
            out.write("</li>\n");
        }
        out.write("</ol>");
    }

    /** Isolated, so that a text that is written from right to left does not turn what is around it. */
    private void text(String text, String field) throws IOException {
        boolean isFile = field.equals(LINK) && FILE.matcher(text).matches();
        out.write(
                isFile
                        ? "<a href=\"" + folder + "/" + text + "\">" + text + "</a>"
                        : "<bdi>" + escaped(text) + "</bdi>");
    }

    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? '\uFFFD' : c);
            }
        }
        return safe.toString();
    }
}
