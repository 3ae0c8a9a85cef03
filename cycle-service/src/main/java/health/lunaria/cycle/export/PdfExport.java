package health.lunaria.cycle.export;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * A report for a clinician. Drawn with PDFBox alone: a library for charts would draw through AWT, which needs a display's
 * libraries, does not go well with native images, and gives pictures instead of lines.
 */
final class PdfExport implements ExportFormat {

    @Override
    public String name() {
        return "pdf";
    }

    @Override
    public String mediaType() {
        return "application/pdf";
    }

    @Override
    public String fileEnding() {
        return "pdf";
    }

    /** Metadata hold the report's title and language, and nothing of her. */
    @Override
    public void write(ExportData data, OutputStream out) throws IOException {
        ReportWords words = ReportWords.of(data.language());
        try (PDDocument document = new PDDocument(IOUtils.createMemoryOnlyStreamCache())) {
            document.getDocumentInformation().setTitle(words.get("title"));
            document.getDocumentCatalog().setLanguage(words.languageTag());
            PDViewerPreferences preferences =
                    new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
            preferences.setDisplayDocTitle(true);
            document.getDocumentCatalog().setViewerPreferences(preferences);
            try (ReportPages pages = new ReportPages(document)) {
                new Report(data, words).write(pages);
            }
            document.save(out);
        }
        out.flush();
    }
}
