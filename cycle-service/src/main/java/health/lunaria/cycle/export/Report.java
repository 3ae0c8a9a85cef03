package health.lunaria.cycle.export;

import health.lunaria.cycle.day.Day;
import health.lunaria.cycle.export.KeyFigures.Figure;
import health.lunaria.cycle.export.ReportFacts.CycleDays;
import health.lunaria.cycle.export.ReportFacts.MedicationUse;
import health.lunaria.cycle.export.ReportFacts.SymptomCount;
import health.lunaria.cycle.export.ReportPages.Column;
import health.lunaria.cycle.history.Cycle;
import health.lunaria.safeguards.redaction.Confidential;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts the facts onto pages, in the order in which a clinician would ask for them. */
@Confidential
final class Report {

    private static final int CYCLES_LISTED = 12;
    private static final int CYCLES_DRAWN = 24;
    private static final int CYCLES_WITH_TEMPERATURE = 2;
    private static final int SYMPTOMS_LISTED = 15;
    private static final int MEDICATIONS_LISTED = 20;
    private static final int NOTES_LISTED = 40;
    private static final int NOTE_LENGTH = 400;
    private static final String CUT = "…";

    private final ExportData data;
    private final ReportFacts facts;
    private final ReportWords words;

    Report(ExportData data, ReportWords words) {
        this.data = data;
        this.facts = ReportFacts.of(data);
        this.words = words;
    }

    void write(ReportPages pages) throws IOException {
        String range = words.get("range", words.date(data.from()), words.date(data.to()));
        String made =
                words.get("made", words.date(data.made().atZone(ZoneOffset.UTC).toLocalDate()));
        pages.title(words.get("title"), range + "  ·  " + made);
        pages.paragraph(words.get("about"));
        figures(pages);
        cycles(pages);
        temperatures(pages);
        symptoms(pages);
        if (data.includeNotes()) {
            medications(pages);
            notes(pages);
        }
        pages.finish(words.get("title") + "  ·  " + range, (page, of) -> words.get("page", page, of));
    }

    private void figures(ReportPages pages) throws IOException {
        pages.heading(words.get("glance"), 50);
        Optional<LengthStatistics> cycles = facts.cycleLengths();
        pages.drawing(
                42,
                new KeyFigures(List.of(
                        new Figure(
                                cycles.map(found -> String.valueOf(found.count()))
                                        .orElse("0"),
                                words.get("glance.cycles")),
                        new Figure(days(cycles.map(found -> words.decimal(found.mean()))), words.get("glance.mean")),
                        new Figure(
                                days(cycles.map(found -> found.shortest() + "–" + found.longest())),
                                words.get("glance.range")),
                        new Figure(
                                days(cycles.filter(found -> found.deviation().isPresent())
                                        .map(found ->
                                                words.decimal(found.deviation().getAsDouble()))),
                                words.get("glance.deviation")),
                        new Figure(
                                days(facts.periodLengths().map(found -> words.decimal(found.mean()))),
                                words.get("glance.period")))));
    }

    private void cycles(ReportPages pages) throws IOException {
        pages.heading(words.get("cycles"), 120);
        if (facts.cycles().isEmpty()) {
            pages.paragraph(words.get("cycles.empty"));
            return;
        }
        if (facts.cycleLengths().isPresent()) {
            List<Cycle> completed =
                    facts.cycles().stream().filter(cycle -> !cycle.isRunning()).toList();
            pages.caption(words.get("cycles.chart"));
            pages.drawing(
                    120,
                    new LengthChart(
                            ReportFacts.last(completed, CYCLES_DRAWN),
                            facts.cycleLengths().get().mean(),
                            words));
        }
        pages.table(
                List.of(
                        new Column(words.get("cycles.start"), 0.4f, false),
                        new Column(words.get("cycles.length"), 0.3f, true),
                        new Column(words.get("cycles.period"), 0.3f, true)),
                ReportFacts.last(facts.cycles(), CYCLES_LISTED).stream()
                        .sorted(Comparator.comparing(Cycle::start).reversed())
                        .map(this::row)
                        .toList());
        if (facts.cycles().size() > CYCLES_LISTED) {
            pages.caption(words.get("cycles.more", CYCLES_LISTED, facts.cycles().size()));
        }
        pages.caption(words.get("cycles.rule"));
    }

    private List<String> row(Cycle cycle) {
        return List.of(
                words.date(cycle.start()),
                cycle.isRunning() ? words.get("cycles.running") : days(cycle.lengthDays()),
                days(cycle.periodDays()));
    }

    private void temperatures(ReportPages pages) throws IOException {
        List<CycleDays> measured = ReportFacts.last(
                facts.lastCycles().stream().filter(CycleDays::hasTemperatures).toList(), CYCLES_WITH_TEMPERATURE);
        if (!measured.isEmpty()) {
            pages.heading(words.get("temperature"), 190);
            pages.drawing(180, new TemperatureChart(measured, words));
        }
    }

    private void symptoms(ReportPages pages) throws IOException {
        pages.heading(words.get("symptoms"), 80);
        if (facts.symptoms().isEmpty()) {
            pages.paragraph(words.get("symptoms.empty"));
            return;
        }
        pages.caption(words.get("symptoms.caption"));
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(words.get("symptoms.symptom"), 0.28f, false));
        facts.lastCycles()
                .forEach(cycle -> columns.add(new Column(
                        words.shortDate(cycle.cycle().start()), 0.62f / ReportFacts.CYCLES_WITH_SYMPTOMS, true)));
        columns.add(new Column(words.get("symptoms.total"), 0.1f, true));
        pages.table(
                columns,
                facts.symptoms().stream().limit(SYMPTOMS_LISTED).map(this::row).toList());
        int more = facts.symptoms().size() - SYMPTOMS_LISTED;
        if (more > 0) {
            pages.caption(words.get("symptoms.more", more));
        }
    }

    private List<String> row(SymptomCount count) {
        List<String> row = new ArrayList<>();
        row.add(words.get("symptoms." + count.symptom()));
        count.daysByCycle().forEach(days -> row.add(days == 0 ? words.get("none") : days.toString()));
        row.add(String.valueOf(count.total()));
        return row;
    }

    private void medications(ReportPages pages) throws IOException {
        if (facts.medications().isEmpty()) {
            return;
        }
        pages.heading(words.get("medications"), 60);
        pages.caption(words.get("medications.caption"));
        pages.table(
                List.of(
                        new Column(words.get("medications.name"), 0.5f, false),
                        new Column(words.get("medications.days"), 0.1f, true),
                        new Column(words.get("medications.first"), 0.2f, true),
                        new Column(words.get("medications.last"), 0.2f, true)),
                facts.medications().stream()
                        .limit(MEDICATIONS_LISTED)
                        .map(this::row)
                        .toList());
        int more = facts.medications().size() - MEDICATIONS_LISTED;
        if (more > 0) {
            pages.caption(words.get("medications.more", more));
        }
    }

    private List<String> row(MedicationUse use) {
        return List.of(
                use.name().disclose(), String.valueOf(use.days()), words.date(use.first()), words.date(use.last()));
    }

    private void notes(ReportPages pages) throws IOException {
        if (facts.notes().isEmpty()) {
            return;
        }
        pages.heading(words.get("notes"), 40);
        pages.caption(words.get("notes.caption") + " " + words.get("unprintable"));
        for (Day day : ReportFacts.first(facts.notes(), NOTES_LISTED)) {
            pages.paragraph(words.date(day.date()) + ": " + shortened(day.note().disclose()));
        }
        int more = facts.notes().size() - NOTES_LISTED;
        if (more > 0) {
            pages.caption(words.get("notes.more", more));
        }
    }

    private String days(int count) {
        return count == 1 ? words.get("day") : words.get("days", count);
    }

    private String days(Optional<String> number) {
        return number.map(found -> words.get("days", found)).orElse(words.get("none"));
    }

    private static String shortened(String note) {
        return note.codePointCount(0, note.length()) <= NOTE_LENGTH
                ? note
                : note.substring(0, note.offsetByCodePoints(0, NOTE_LENGTH)) + CUT;
    }

    @Override
    public String toString() {
        return "Report[redacted]";
    }
}
