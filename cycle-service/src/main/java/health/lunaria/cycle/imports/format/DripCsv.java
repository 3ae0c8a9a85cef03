package health.lunaria.cycle.imports.format;

import health.lunaria.cycle.day.CervicalMucus;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * The CSV export of drip (gitlab.com/bloodyhealth/drip, lib/import-export/export-to-csv.js). What is excluded there because it
 * is no menstrual bleeding, or not to be used, is not imported; a temperature is imported as excluded.
 */
public final class DripCsv implements ImportFormat {

    private static final String DATE = "date";
    private static final Set<String> MARKS = Set.of(
            "temperature.value", "bleeding.value", "mucus.value", "cervix.opening", "note.value", "desire.value");

    /** Reads one cell, or some that belong together. */
    @FunctionalInterface
    private interface Cell {
        void put(Origin origin) throws Skip, ImportException;
    }

    @Override
    public String name() {
        return "drip-csv";
    }

    @Override
    public boolean recognises(byte[] head) {
        List<String> columns = CsvRows.columns(head);
        return columns.contains(DATE) && columns.stream().anyMatch(MARKS::contains);
    }

    @Override
    public ImportedDays read(InputStream content, ImportLimits limits) throws ImportException {
        DayCollector days = new DayCollector(limits);
        CsvRows.read(content, limits, CsvRows.Quoting.CARELESS, row -> new Row(row, days).read());
        return days.build(name());
    }

    private record Row(CsvRow row, DayCollector days) {

        void read() throws ImportException {
            days.entry(new Origin(DATE, row.line()), () -> read(Values.date(row.get(DATE))));
        }

        private void read(LocalDate date) throws ImportException {
            cell("temperature.value", origin -> temperature(origin, date));
            cell("bleeding.value", origin -> {
                refuseExcluded("bleeding.exclude");
                days.put(origin, date, Target.flow(Values.numbered(row.get("bleeding.value"), DripColumns.FLOWS)));
            });
            cell(row.has("mucus.value") ? "mucus.value" : "mucus.feeling", origin -> {
                refuseExcluded("mucus.exclude");
                days.put(origin, date, Target.mucus(mucus()));
            });
            cervix(date, "cervix.opening", "cervixOpening", DripColumns.OPENINGS);
            cervix(date, "cervix.firmness", "cervixFirmness", DripColumns.FIRMNESSES);
            cervix(date, "cervix.position", "cervixPosition", DripColumns.POSITIONS);
            cell("desire.value", origin -> days.put(origin, date, Target.sex(desire())));
            cell("sex.partner", origin -> partner(origin, date));
            for (var ticked : DripColumns.TICKED.entrySet()) {
                cell(ticked.getKey(), origin -> {
                    if (Values.truth(row.get(ticked.getKey()))) {
                        days.put(origin, date, ticked.getValue());
                    }
                });
            }
            for (String column : DripColumns.WITHOUT_COUNTERPART) {
                cell(column, origin -> {
                    if (Values.truth(row.get(column))) {
                        throw new Skip(SkipReason.NO_COUNTERPART);
                    }
                });
            }
            CsvRows.skipUnknown(row, DripColumns.ALL, days);
            for (String column : DripColumns.NOTES) {
                cell(column, origin -> days.put(origin, date, "note", Values.text(row.get(column))));
            }
        }

        private void cell(String column, Cell cell) throws ImportException {
            if (row.has(column)) {
                Origin origin = new Origin(column, row.line());
                days.entry(origin, () -> cell.put(origin));
            }
        }

        private void temperature(Origin origin, LocalDate date) throws Skip, ImportException {
            days.put(
                    origin,
                    date,
                    "temperatureCelsius",
                    Units.celsius(Values.number(row.get("temperature.value")), "degC"));
            if (row.has("temperature.exclude")) {
                boolean excluded = Values.truth(row.get("temperature.exclude"));
                if (excluded) {
                    days.put(new Origin("temperature.exclude", row.line()), date, "temperatureExcluded", true);
                }
            }
            cell(
                    "temperature.time",
                    time -> days.put(time, date, "temperatureTime", Values.time(row.get("temperature.time"))));
        }

        private CervicalMucus mucus() throws Skip {
            if (row.has("mucus.value")) {
                return Values.numbered(row.get("mucus.value"), DripColumns.MUCUS);
            }
            CervicalMucus feeling = Values.numbered(row.get("mucus.feeling"), DripColumns.FEELINGS);
            CervicalMucus texture = Values.numbered(row.get("mucus.texture"), DripColumns.TEXTURES);
            return feeling.compareTo(texture) > 0 ? feeling : texture;
        }

        private void cervix(LocalDate date, String column, String field, List<?> values) throws ImportException {
            cell(column, origin -> {
                refuseExcluded("cervix.exclude");
                days.put(origin, date, field, Values.numbered(row.get(column), values));
            });
        }

        /** "low, medium, high" */
        private String desire() throws Skip {
            return switch (row.get("desire.value")) {
                case "0" -> "low-drive";
                case "1" -> throw new Skip(SkipReason.NO_COUNTERPART);
                case "2" -> "high-drive";
                default -> throw new Skip(SkipReason.UNKNOWN_VALUE);
            };
        }

        /** Only a barrier on the day, or "none", tells whether it was protected. */
        private void partner(Origin origin, LocalDate date) throws Skip, ImportException {
            if (!Values.truth(row.get("sex.partner"))) {
                return;
            }
            if (row.isTrue("sex.condom") || row.isTrue("sex.diaphragm")) {
                days.put(origin, date, Target.sex("protected"));
            } else if (row.isTrue("sex.none")) {
                days.put(origin, date, Target.sex("unprotected"));
            } else {
                throw new Skip(SkipReason.NO_COUNTERPART);
            }
        }

        private void refuseExcluded(String column) throws Skip {
            if (row.isTrue(column)) {
                throw new Skip(SkipReason.EXCLUDED);
            }
        }
    }
}
