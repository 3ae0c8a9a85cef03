package health.lunaria.profile.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import health.lunaria.safeguards.files.FileReader;
import health.lunaria.safeguards.takeaway.ZipParts;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page from which a person reads her archive: every document of every part, in HTML that runs nothing and loads nothing.
 * Written as it is read, so that its size does not matter.
 */
final class FrontPage {

    private static final JsonFactory JSON = new JsonFactory();

    /** It says the same as days.json. */
    private static final String DUPLICATE = ".fhir.json";

    private static final Map<String, String> TITLES = Map.of(
            "profile", "You, your consents and your requests",
            "cycle", "Your days and cycles",
            "billing", "What you bought",
            "audit", "Who accessed your data");

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="referrer" content="no-referrer">
            <meta name="viewport" content="width=device-width">
            <title>Everything that is kept about you</title>
            <style>
            body { font: 1rem/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
            summary { cursor: pointer; font-weight: bold }
            dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; margin: 0 0 .5rem }
            dt { color: #555 }
            dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere }
            ol, ul { margin: 0; padding-left: 1.5rem }
            </style>
            </head>
            <body>
            <h1>Everything that is kept about you</h1>
            """;

    private static final String INTRODUCTION = """
            <p>Asked for on %s (UTC). <a href="README.txt">README.txt</a> says what each file is, what is left out and how to
            check receipts and proofs; <a href="manifest.json">manifest.json</a> lists all files.</p>
            """;

    private final FileReader reader;
    private final List<ArchiveCheckpoint.Part> parts;
    private final Instant made;

    FrontPage(FileReader reader, List<ArchiveCheckpoint.Part> parts, Instant made) {
        this.reader = reader;
        this.parts = parts;
        this.made = made.truncatedTo(ChronoUnit.SECONDS);
    }

    void writeTo(OutputStream out) throws IOException {
        Writer page = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        page.write(HEAD);
        page.write(INTRODUCTION.formatted(made));
        for (ArchiveCheckpoint.Part part : parts) {
            try (ZipParts files = new ZipParts(reader.open(part.stored()))) {
                section(part.folder(), files, page);
            }
        }
        page.write("</body>\n</html>\n");
        page.flush();
    }

    /** Documents stand before files in folders. */
    static void section(String folder, ZipParts files, Writer page) throws IOException {
        page.write("<h2>" + TITLES.getOrDefault(folder, folder) + "</h2>\n");
        for (Optional<ZipParts.Part> file = files.next(); file.isPresent(); file = files.next()) {
            String name = file.get().name();
            if (name.indexOf('/') >= 0) {
                return;
            }
            if (name.endsWith(".json") && !name.endsWith(DUPLICATE)) {
                page.write("<details><summary>" + name + "</summary>\n");
                try (JsonParser json = JSON.createParser(file.get().content())) {
                    new JsonAsHtml(json, page, folder).write();
                }
                page.write("\n</details>\n");
            } else {
                page.write("<p><a href=\"" + folder + "/" + name + "\">" + name + "</a></p>\n");
            }
        }
    }
}
