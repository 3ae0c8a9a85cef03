package health.lunaria.cycle.export;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.Flow;
import health.lunaria.safeguards.redaction.Sensitive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdfExportTest {

    @Test
    void aYearFitsIntoThreePages() throws IOException {
        try (PDDocument report = export(SampleExport.year(), Locale.ENGLISH, true)) {
            assertThat(report.getNumberOfPages()).isBetween(1, 3);
            assertThat(text(report))
                    .contains("Menstrual cycle report", "Page 1 of " + report.getNumberOfPages())
                    .contains("28.8 days", "26–33 days", "2.1 days", "5.0 days")
                    .contains("Aug 30, 2026", "running")
                    .contains("Tender breasts", "Ibuprofen 400 mg", "Slept badly");
        }
    }

    @Test
    void itSaysWhatItIsNot() throws IOException {
        try (PDDocument report = export(List.of(), Locale.ENGLISH, false)) {
            assertThat(text(report))
                    .contains("Self-reported", "no diagnosis", "No period was logged", "No symptoms were logged");
        }
    }

    @Test
    void itSpeaksTheAskedLanguage() throws IOException {
        try (PDDocument report = export(SampleExport.year(), Locale.GERMAN, false)) {
            assertThat(text(report)).contains("Zyklusbericht", "28,8 Tage", "Empfindliche Brüste", "läuft");
            assertThat(report.getDocumentCatalog().getLanguage()).isEqualTo("de");
        }
    }

    @Test
    void herOwnWordsAreLeftOutUnlessAskedFor() throws IOException {
        try (PDDocument report = export(List.of(SampleExport.fullDay()), Locale.ENGLISH, false)) {
            assertThat(text(report)).doesNotContain("slept", "Ibuprofen", "date|night");
        }
    }

    @Test
    void metadataHoldNothingOfHer() throws IOException {
        try (PDDocument report = export(List.of(SampleExport.fullDay()), Locale.ENGLISH, true)) {
            assertThat(report.getDocumentInformation().getCOSObject().keySet()).containsExactly(COSName.TITLE);
            assertThat(report.getDocumentInformation().getTitle()).isEqualTo("Menstrual cycle report");
            assertThat(report.getDocumentCatalog().getMetadata()).isNull();
        }
    }

    @Test
    void everyFontIsEmbedded() throws IOException {
        try (PDDocument report = export(SampleExport.year(), Locale.ENGLISH, true)) {
            for (PDPage page : report.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "生理痛",
                "😴",
                "👩🏽‍⚕️",
                "مرحبا",
                "नमस्ते",
                "\u0000\u0007",
                "\uD83D",
                "a\u200Db",
                "\u2028",
                "ﷺ",
                "𝔄"
            })
    void aTextInAnyScriptIsNoReasonToFail(String text) throws IOException {
        Day day = SampleExport.day(
                SampleExport.FROM,
                "note",
                Sensitive.of("before " + text + " after"),
                "medications",
                List.of(Sensitive.of(text)));

        try (PDDocument report = export(List.of(day), Locale.ENGLISH, true)) {
            assertThat(text(report)).contains("before", "after");
        }
    }

    @Test
    void whatHasNoGlyphIsABox() throws IOException {
        try (PDDocument report = export(List.of(SampleExport.note("a 生理 b Ω Я é")), Locale.ENGLISH, true)) {
            assertThat(text(report)).contains("a □□ b Ω Я é");
        }
    }

    @Test
    void longTextsAreCutAndManyAreCounted() throws IOException {
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            days.add(SampleExport.day(
                    SampleExport.FROM.plusDays(i),
                    "note",
                    Sensitive.of("x".repeat(2000)),
                    "medications",
                    List.of(Sensitive.of("m" + i + " " + "y".repeat(90)))));
        }
        try (PDDocument report = export(days, Locale.ENGLISH, true)) {
            assertThat(text(report)).contains("20 more notes", "40 more are");
            assertThat(report.getNumberOfPages()).isLessThan(8);
        }
    }

    @Test
    void temperaturesOfOneValueOnlyAreDrawn() throws IOException {
        LocalDate start = SampleExport.FROM;
        Day day = SampleExport.day(start, "flow", Flow.HEAVY, "temperatureCelsius", new BigDecimal("36.40"));

        try (PDDocument report = export(List.of(day), Locale.ENGLISH, false)) {
            assertThat(text(report)).contains("Basal body temperature", "36.4", "36.6");
        }
    }

    @Test
    void tenYearsAreBounded() throws IOException {
        List<Day> days = new ArrayList<>();
        for (LocalDate start = LocalDate.of(2026, 1, 1).minusYears(10);
                start.isBefore(SampleExport.TO);
                start = start.plusDays(28)) {
            days.add(SampleExport.day(start, "flow", Flow.HEAVY));
        }
        ExportData year = SampleExport.of(days);
        ExportData all = new ExportData(
                days,
                year.history(),
                year.prediction(),
                days.get(0).date(),
                SampleExport.TO,
                Locale.ENGLISH,
                SampleExport.MADE,
                true);
        try (PDDocument report = Loader.loadPDF(SampleExport.write("pdf", all))) {
            assertThat(report.getNumberOfPages()).isLessThanOrEqualTo(2);
            assertThat(text(report)).contains("The last 12 of " + all.cycles().size());
        }
    }

    private static PDDocument export(List<Day> days, Locale language, boolean includeNotes) {
        try {
            return Loader.loadPDF(SampleExport.write("pdf", SampleExport.of(days, language, includeNotes)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String text(PDDocument report) throws IOException {
        return new PDFTextStripper().getText(report);
    }
}
