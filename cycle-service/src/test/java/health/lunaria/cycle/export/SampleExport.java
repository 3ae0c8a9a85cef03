package health.lunaria.cycle.export;

import health.lunaria.cycle.correction.Corrections;
import health.lunaria.cycle.day.CervicalMucus;
import health.lunaria.cycle.day.CervixFirmness;
import health.lunaria.cycle.day.CervixOpening;
import health.lunaria.cycle.day.CervixPosition;
import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.day.DayFields;
import health.lunaria.cycle.day.Flow;
import health.lunaria.cycle.day.TestResult;
import health.lunaria.cycle.history.LoggedHistory;
import health.lunaria.cycle.mode.Phases;
import health.lunaria.cycle.prediction.PredictionAnswer;
import health.lunaria.cycle.prediction.PredictionInputs;
import health.lunaria.cycle.prediction.PredictionModel;
import health.lunaria.safeguards.redaction.Sensitive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Data to export. */
final class SampleExport {

    static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    static final LocalDate TO = LocalDate.of(2026, 12, 31);
    static final Instant MADE = Instant.parse("2026-11-24T09:00:00.5Z");

    private static final int[] LENGTHS = {28, 30, 27, 29, 33, 28, 26, 29};

    private SampleExport() {}

    static ExportData of(List<Day> days) {
        return of(days, Locale.ENGLISH, true);
    }

    static ExportData of(List<Day> days, Locale language, boolean includeNotes) {
        var history = LoggedHistory.of(days, Corrections.NONE).cycles();
        LocalDate last = days.isEmpty() ? FROM : days.get(days.size() - 1).date();
        var prediction = PredictionAnswer.of(
                PredictionModel.CURRENT, PredictionInputs.of(history, cycles -> List.of(), Phases.NONE, last));
        return new ExportData(days, history, prediction, FROM, TO, language, MADE, includeNotes);
    }

    static byte[] write(String format, ExportData data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ExportFormats.named(format).orElseThrow().write(data, out);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    static Day day(LocalDate date, Object... namesAndValues) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return DayFields.day(date, values);
    }

    static Day note(String text) {
        return day(FROM, "note", Sensitive.of(text));
    }

    /** A day on which everything was logged. */
    static Day fullDay() {
        return new Day(
                LocalDate.of(2026, 1, 3),
                Flow.MEDIUM,
                new BigDecimal("36.55"),
                LocalTime.of(6, 30),
                true,
                CervicalMucus.EGG_WHITE,
                CervixOpening.OPEN,
                CervixFirmness.SOFT,
                CervixPosition.HIGH,
                TestResult.POSITIVE,
                TestResult.UNCLEAR,
                List.of("protected", "high-drive"),
                List.of("condom"),
                List.of("cramps", "headache"),
                List.of("happy"),
                List.of(Sensitive.of("date|night"), Sensitive.of("back\\slash")),
                List.of(Sensitive.of("Ibuprofen 400 mg"), Sensitive.of("+Iron")),
                435,
                new BigDecimal("61.50"),
                1500,
                Sensitive.of("slept badly 😴, \"again\"\n生理痛"));
    }

    /** Nine cycles, as somebody might log them who takes her temperature. */
    static List<Day> year() {
        List<Day> days = new ArrayList<>();
        LocalDate start = LocalDate.of(2026, 1, 12);
        for (int length : LENGTHS) {
            days.addAll(cycle(start, length, length));
            start = start.plusDays(length);
        }
        days.addAll(cycle(start, 29, 12));
        return days;
    }

    private static List<Day> cycle(LocalDate start, int length, int logged) {
        List<Day> days = new ArrayList<>();
        for (int day = 1; day <= logged; day++) {
            Map<String, Object> values = new HashMap<>();
            if (day <= 5) {
                values.put("flow", day == 1 || day == 5 ? Flow.LIGHT : day == 2 ? Flow.HEAVY : Flow.MEDIUM);
            }
            if (day <= 2) {
                values.put("symptoms", List.of("cramps", "backache"));
                values.put("medications", List.of(Sensitive.of("Ibuprofen 400 mg")));
            }
            if (day > length - 4) {
                values.put(
                        "symptoms",
                        day % 2 == 0 ? List.of("tender-breasts", "fatigue") : List.of("tender-breasts", "headache"));
            }
            if (day % 9 != 0) {
                boolean high = day > length - 13;
                values.put(
                        "temperatureCelsius",
                        BigDecimal.valueOf(3635 + (high ? 35 : 0) + (day * 7 + length * 3) % 11, 2));
                values.put("temperatureExcluded", day == 7);
            }
            if (day == 3) {
                values.put("note", Sensitive.of("Slept badly, took the afternoon off. Better by the evening."));
            }
            if (!values.isEmpty()) {
                days.add(DayFields.day(start.plusDays(day - 1L), values));
            }
        }
        return days;
    }
}
