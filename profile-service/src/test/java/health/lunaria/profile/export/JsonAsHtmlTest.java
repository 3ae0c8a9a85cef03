package health.lunaria.profile.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonAsHtmlTest {

    @Test
    void showsEveryNameAndValueInOrder() throws IOException {
        assertThat(html("{\"days\":[{\"date\":\"2026-01-03\",\"flow\":null},{\"sleepMinutes\":430,\"ok\":true}]}"))
                .isEqualTo("<dl><dt>days</dt><dd><ol>"
                        + "<li><dl><dt>date</dt><dd><bdi>2026-01-03</bdi></dd>\n<dt>flow</dt><dd>–</dd>\n</dl></li>\n"
                        + "<li><dl><dt>sleepMinutes</dt><dd><bdi>430</bdi></dd>\n<dt>ok</dt><dd><bdi>true</bdi></dd>\n</dl></li>\n"
                        + "</ol></dd>\n</dl>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "&lt;script&gt;",
                "javascript:alert(1)",
                "</bdi></dd><a href=//evil.example>",
                "\u0000\u001b[2J\u202e"
            })
    void whatSheWroteIsTextAndNothingElse(String hostile) throws IOException {
        String html = html(new ObjectMapper()
                .writeValueAsString(
                        Map.of("note", hostile, "file", hostile, hostile, Map.of("tags", new String[] {hostile}))));

        assertThat(html.replaceAll("</?(dl|dt|dd|ol|li|bdi)>", ""))
                .doesNotContain("<", ">", "\"", "'", "\u0000", "\u001b");
    }

    @Test
    void aFileOfTheArchiveIsALink() throws IOException {
        assertThat(html("{\"file\":\"attachments/12.png\"}")).contains("<a href=\"cycle/attachments/12.png\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "attachments/../x.png",
                "/attachments/1.png",
                "http://evil.example/1.png",
                "javascript:alert(1)",
                "attachments/1.png#\\\"",
                "//evil/1.png"
            })
    void whatNamesNoFileOfTheArchiveIsNone(String name) throws IOException {
        assertThat(html("{\"file\":\"" + name + "\",\"note\":\"attachments/1.png\"}"))
                .doesNotContain("<a ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[", "{\"a\":", "[1,"})
    void aDocumentThatEndsInTheMiddleIsRefused(String json) {
        assertThatIOException().isThrownBy(() -> html(json));
    }

    private static String html(String json) throws IOException {
        StringWriter out = new StringWriter();
        try (var parser = new JsonFactory().createParser(json)) {
            new JsonAsHtml(parser, out, "cycle").write();
        }
        return out.toString();
    }
}
