package health.lunaria.cycle.export;

import java.util.List;
import java.util.Optional;

/** The formats that there are. Names are only ever added: clients use them. */
public final class ExportFormats {

    public static final List<ExportFormat> ALL =
            List.of(new JsonExport(), new CsvExport(), new FhirExport(), new PdfExport());

    private ExportFormats() {}

    public static Optional<ExportFormat> named(String name) {
        return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
    }
}
