package health.lunaria.cycle.imports.format;

import health.lunaria.cycle.day.CervicalMucus;
import health.lunaria.cycle.day.CervixFirmness;
import health.lunaria.cycle.day.CervixOpening;
import health.lunaria.cycle.day.CervixPosition;
import health.lunaria.cycle.day.Flow;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What drip's columns mean. The names are those of its data model (db/schemas/4.js), the numbers are places in the lists of its
 * user interface (i18n/en/cycle-day.js), as of its commit 85301fb8.
 */
final class DripColumns {

    static final List<Flow> FLOWS = List.of(Flow.SPOTTING, Flow.LIGHT, Flow.MEDIUM, Flow.HEAVY);

    /** t, Ø, f, S, S+ */
    static final List<CervicalMucus> MUCUS = List.of(
            CervicalMucus.DRY,
            CervicalMucus.NOTHING,
            CervicalMucus.MOIST,
            CervicalMucus.CREAMY,
            CervicalMucus.EGG_WHITE);

    /** What "dry, nothing, wet, slippery" count for by themselves. */
    static final List<CervicalMucus> FEELINGS =
            List.of(CervicalMucus.DRY, CervicalMucus.NOTHING, CervicalMucus.MOIST, CervicalMucus.EGG_WHITE);

    /** What "nothing, creamy, egg white" count for by themselves. */
    static final List<CervicalMucus> TEXTURES =
            List.of(CervicalMucus.DRY, CervicalMucus.CREAMY, CervicalMucus.EGG_WHITE);

    static final List<CervixOpening> OPENINGS = List.of(CervixOpening.CLOSED, CervixOpening.MEDIUM, CervixOpening.OPEN);
    static final List<CervixFirmness> FIRMNESSES = List.of(CervixFirmness.HARD, CervixFirmness.SOFT);
    static final List<CervixPosition> POSITIONS =
            List.of(CervixPosition.LOW, CervixPosition.MEDIUM, CervixPosition.HIGH);

    /** What a column that says "true" means. */
    static final Map<String, Target> TICKED = Map.ofEntries(
            Map.entry("sex.solo", Target.sex("solo")),
            Map.entry("sex.condom", Target.contraception("condom")),
            Map.entry("sex.pill", Target.contraception("pill-taken")),
            Map.entry("sex.patch", Target.contraception("patch")),
            Map.entry("sex.ring", Target.contraception("ring")),
            Map.entry("sex.implant", Target.contraception("implant")),
            Map.entry("sex.diaphragm", Target.contraception("diaphragm")),
            Map.entry("pain.cramps", Target.symptom("cramps")),
            Map.entry("pain.ovulationPain", Target.symptom("ovulation-pain")),
            Map.entry("pain.headache", Target.symptom("headache")),
            Map.entry("pain.backache", Target.symptom("backache")),
            Map.entry("pain.nausea", Target.symptom("nausea")),
            Map.entry("pain.tenderBreasts", Target.symptom("tender-breasts")),
            Map.entry("pain.migraine", Target.symptom("migraine")),
            Map.entry("mood.happy", Target.mood("happy")),
            Map.entry("mood.sad", Target.mood("sad")),
            Map.entry("mood.stressed", Target.mood("stressed")),
            Map.entry("mood.balanced", Target.mood("balanced")),
            Map.entry("mood.anxious", Target.mood("anxious")),
            Map.entry("mood.energetic", Target.mood("energetic")),
            Map.entry("mood.fatigue", Target.symptom("fatigue")),
            Map.entry("mood.angry", Target.mood("angry")));

    /** Ticked, they say nothing that a day has a code for; a coil may be one with copper or with hormones. */
    static final List<String> WITHOUT_COUNTERPART =
            List.of("sex.iud", "sex.other", "pain.other", "mood.fine", "mood.other");

    static final List<String> NOTES = List.of("note.value", "temperature.note", "sex.note", "pain.note", "mood.note");

    private static final List<String> OTHERS = List.of(
            "date",
            "temperature.value",
            "temperature.exclude",
            "temperature.time",
            "bleeding.value",
            "bleeding.exclude",
            "mucus.feeling",
            "mucus.texture",
            "mucus.value",
            "mucus.exclude",
            "cervix.opening",
            "cervix.firmness",
            "cervix.position",
            "cervix.exclude",
            "desire.value",
            "sex.partner",
            "sex.none");

    static final Set<String> ALL = Stream.of(TICKED.keySet(), WITHOUT_COUNTERPART, NOTES, OTHERS)
            .flatMap(Collection::stream)
            .collect(Collectors.toUnmodifiableSet());

    private DripColumns() {}
}
