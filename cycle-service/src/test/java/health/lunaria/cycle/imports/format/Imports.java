package health.lunaria.cycle.imports.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import health.lunaria.cycle.day.Day;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What tests of imports do all the time. The samples were made up; they are the seeds of {@link ImportFuzzTest} as well. */
final class Imports {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    static final ImportLimits LIMITS = at(TODAY);

    private Imports() {}

    /** The usual limits, on this day. */
    static ImportLimits at(LocalDate today) {
        Instant noon = today.atTime(12, 0).toInstant(ZoneOffset.UTC);
        ImportLimits usual = ImportLimits.DEFAULT;
        return new ImportLimits(
                usual.fileBytes(),
                usual.expandedBytes(),
                usual.ratio(),
                usual.entries(),
                usual.csvBytes(),
                usual.days(),
                usual.textBytes(),
                Clock.fixed(noon, ZoneOffset.UTC));
    }

    static ImportedDays read(byte[] file) throws ImportException {
        return ImportFiles.read(new ByteArrayInputStream(file), LIMITS);
    }

    static ImportedDays read(String file) throws ImportException {
        return read(file.getBytes(StandardCharsets.UTF_8));
    }

    static ImportException refusal(InputStream file, ImportLimits limits) {
        ImportException refused = catchThrowableOfType(ImportException.class, () -> ImportFiles.read(file, limits));
        assertThat(refused).as("the file was read").isNotNull();
        return refused;
    }

    static ImportException refusal(byte[] file) {
        return refusal(new ByteArrayInputStream(file), LIMITS);
    }

    static ImportException refusal(String file) {
        return refusal(file.getBytes(StandardCharsets.UTF_8));
    }

    /** The one day of a file. */
    static Day onlyDay(ImportedDays imported) {
        assertThat(imported.days()).hasSize(1);
        return imported.days().get(0);
    }

    static Day day(ImportedDays imported, String date) {
        return imported.days().stream()
                .filter(day -> day.date().equals(LocalDate.parse(date)))
                .findFirst()
                .orElseThrow();
    }

    /** What was skipped, as "source reason count lines". */
    static List<String> skipped(ImportedDays imported) {
        return imported.report().skipped().stream()
                .map(skipped ->
                        skipped.source() + " " + skipped.reason() + " " + skipped.count() + " " + skipped.lines())
                .toList();
    }

    /** What was mapped, as "source field count". */
    static List<String> mapped(ImportedDays imported) {
        return imported.report().mapped().stream()
                .map(mapped -> mapped.source() + " " + mapped.field() + " " + mapped.count())
                .toList();
    }

    static byte[] sample(String name) {
        try (InputStream in = Imports.class.getResourceAsStream("ImportFuzzTestInputs/" + name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** An archive of entries by name and content, in turn. */
    static byte[] zip(Object... namesAndContents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
