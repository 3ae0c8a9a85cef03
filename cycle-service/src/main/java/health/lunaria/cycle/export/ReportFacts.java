package health.lunaria.cycle.export;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.history.Cycle;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a report says, before it is drawn. */
@Confidential
record ReportFacts(
        List<Cycle> cycles,
        Optional<LengthStatistics> cycleLengths,
        Optional<LengthStatistics> periodLengths,
        List<CycleDays> lastCycles,
        List<SymptomCount> symptoms,
        List<MedicationUse> medications,
        List<Day> notes) {

    static final int CYCLES_WITH_SYMPTOMS = 6;

    static ReportFacts of(ExportData data) {
        List<Cycle> cycles = data.cycles();
        List<CycleDays> lastCycles = last(cycles, CYCLES_WITH_SYMPTOMS).stream()
                .map(cycle -> CycleDays.of(cycle, data.days()))
                .toList();
        List<Day> ownWords = data.includeNotes() ? data.days() : List.of();
        return new ReportFacts(
                cycles,
                LengthStatistics.of(cycles.stream()
                        .filter(cycle -> !cycle.isRunning())
                        .map(Cycle::lengthDays)
                        .toList()),
                LengthStatistics.of(cycles.stream().map(Cycle::periodDays).toList()),
                lastCycles,
                SymptomCount.of(lastCycles),
                MedicationUse.of(ownWords),
                ownWords.stream()
                        .filter(day -> day.note() != null)
                        .sorted(Comparator.comparing(Day::date).reversed())
                        .toList());
    }

    /** The last ones of a list, in its order. */
    static <T> List<T> last(List<T> all, int count) {
        return all.subList(Math.max(0, all.size() - count), all.size());
    }

    static <T> List<T> first(List<T> all, int count) {
        return all.subList(0, Math.min(count, all.size()));
    }

    /** A cycle with what was logged in it, by date. */
    @Confidential
    record CycleDays(Cycle cycle, List<Day> days) {

        static CycleDays of(Cycle cycle, List<Day> days) {
            return new CycleDays(
                    cycle,
                    days.stream().filter(day -> cycle.contains(day.date())).toList());
        }

        boolean hasTemperatures() {
            return days.stream().anyMatch(day -> day.temperatureCelsius() != null);
        }

        int daysWith(String symptom) {
            return (int) days.stream()
                    .filter(day -> day.symptoms().contains(symptom))
                    .count();
        }

        @Override
        public String toString() {
            return "CycleDays[redacted]";
        }
    }

    /**
     * On how many days of each of the last cycles a symptom was logged.
     *
     * @param daysByCycle in the order of the cycles
     */
    @Confidential
    record SymptomCount(String symptom, List<Integer> daysByCycle) {

        /** The most frequent first, those of equal number by name. */
        static List<SymptomCount> of(List<CycleDays> cycles) {
            return cycles.stream()
                    .flatMap(cycle -> cycle.days().stream())
                    .flatMap(day -> day.symptoms().stream())
                    .distinct()
                    .map(symptom -> new SymptomCount(
                            symptom,
                            cycles.stream()
                                    .map(cycle -> cycle.daysWith(symptom))
                                    .toList()))
                    .sorted(Comparator.comparingInt(SymptomCount::total)
                            .reversed()
                            .thenComparing(SymptomCount::symptom))
                    .toList();
        }

        int total() {
            return daysByCycle.stream().mapToInt(Integer::intValue).sum();
        }

        @Override
        public String toString() {
            return "SymptomCount[redacted]";
        }
    }

    /** What she calls a medication, and when she logged it. */
    @Confidential
    record MedicationUse(Sensitive<String> name, int days, LocalDate first, LocalDate last) {

        /** The most frequent first. */
        static List<MedicationUse> of(List<Day> days) {
            Map<Sensitive<String>, List<LocalDate>> dates = new LinkedHashMap<>();
            days.forEach(day -> day.medications()
                    .forEach(name -> dates.computeIfAbsent(name, first -> new ArrayList<>())
                            .add(day.date())));
            return dates.entrySet().stream()
                    .map(entry -> of(entry.getKey(), entry.getValue()))
                    .sorted(Comparator.comparingInt(MedicationUse::days).reversed())
                    .toList();
        }

        private static MedicationUse of(Sensitive<String> name, List<LocalDate> dates) {
            return new MedicationUse(name, dates.size(), dates.get(0), dates.get(dates.size() - 1));
        }

        @Override
        public String toString() {
            return "MedicationUse[redacted]";
        }
    }

    @Override
    public String toString() {
        return "ReportFacts[redacted]";
    }
}
