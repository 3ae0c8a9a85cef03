package health.lunaria.cycle.imports.format;

import health.lunaria.cycle.day.CervicalMucus;
import health.lunaria.cycle.day.Flow;
import health.lunaria.cycle.day.TestResult;
import java.util.Map;
import java.util.Set;

/**
 * Flo's words, as {@code category/subcategory}. Flo publishes no list: these were found in exports by public converters, e.g.
 * github.com/EmmaTellblom/Mensinator (issue 258) and github.com/J-shw/Menstrudel (issue 480). Words that none of them names are
 * skipped and counted, and so are weight, water and sleep, of which no source tells the unit.
 */
final class FloWords {

    private static final Map<String, Target> MEANINGS = Map.ofEntries(
            Map.entry("Symptom/DrawingPain", Target.symptom("cramps")),
            Map.entry("Symptom/Cramps", Target.symptom("cramps")),
            Map.entry("Symptom/Backache", Target.symptom("backache")),
            Map.entry("Symptom/Headache", Target.symptom("headache")),
            Map.entry("Symptom/TenderBreasts", Target.symptom("tender-breasts")),
            Map.entry("Symptom/BreastTenderness", Target.symptom("tender-breasts")),
            Map.entry("Symptom/IncreasedAppetite", Target.symptom("appetite-change")),
            Map.entry("Symptom/Cravings", Target.symptom("cravings")),
            Map.entry("Symptom/VaginalItching", Target.symptom("vaginal-itching")),
            Map.entry("Symptom/VaginalDryness", Target.symptom("vaginal-dryness")),
            Map.entry("Symptom/Insomnia", Target.symptom("insomnia")),
            Map.entry("Symptom/Constipation", Target.symptom("constipation")),
            Map.entry("Symptom/Diarrhea", Target.symptom("diarrhea")),
            Map.entry("Symptom/Nausea", Target.symptom("nausea")),
            Map.entry("Symptom/Fatigue", Target.symptom("fatigue")),
            Map.entry("Symptom/Bloating", Target.symptom("bloating")),
            Map.entry("Symptom/Acne", Target.symptom("acne")),
            Map.entry("Symptom/MoodSwings", Target.mood("mood-swings")),
            Map.entry("Symptom/Spotting", Target.flow(Flow.SPOTTING)),
            Map.entry("Mood/Happy", Target.mood("happy")),
            Map.entry("Mood/Calm", Target.mood("calm")),
            Map.entry("Mood/Confident", Target.mood("confident")),
            Map.entry("Mood/Energetic", Target.mood("energetic")),
            Map.entry("Mood/Sensitive", Target.mood("sensitive")),
            Map.entry("Mood/Sad", Target.mood("sad")),
            Map.entry("Mood/Depressed", Target.mood("depressed")),
            Map.entry("Mood/Apathetic", Target.mood("apathetic")),
            Map.entry("Mood/LowEnergy", Target.mood("tired")),
            Map.entry("Mood/Tired", Target.mood("tired")),
            Map.entry("Mood/Angry", Target.mood("angry")),
            Map.entry("Mood/Irritable", Target.mood("irritable")),
            Map.entry("Mood/Anxious", Target.mood("anxious")),
            Map.entry("Mood/Stressed", Target.mood("stressed")),
            Map.entry("Mood/Swings", Target.mood("mood-swings")),
            Map.entry("Sex/SexProtected", Target.sex("protected")),
            Map.entry("Sex/Protected", Target.sex("protected")),
            Map.entry("Sex/SexUnprotected", Target.sex("unprotected")),
            Map.entry("Sex/Unprotected", Target.sex("unprotected")),
            Map.entry("Sex/HighDrive", Target.sex("high-drive")),
            Map.entry("Sex/LowDrive", Target.sex("low-drive")),
            Map.entry("Fluid/Eggwhite", Target.mucus(CervicalMucus.EGG_WHITE)),
            Map.entry("Fluid/Watery", Target.mucus(CervicalMucus.EGG_WHITE)),
            Map.entry("Fluid/Creamy", Target.mucus(CervicalMucus.CREAMY)),
            Map.entry("Fluid/Sticky", Target.mucus(CervicalMucus.CREAMY)),
            Map.entry("Fluid/Dry", Target.mucus(CervicalMucus.DRY)),
            Map.entry("Fluid/Unusual", Target.symptom("unusual-discharge")),
            Map.entry("OvulationTest/Positive", Target.ovulationTest(TestResult.POSITIVE)),
            Map.entry("OvulationTest/Negative", Target.ovulationTest(TestResult.NEGATIVE)),
            Map.entry("PregnancyTest/Positive", Target.pregnancyTest(TestResult.POSITIVE)),
            Map.entry("PregnancyTest/Negative", Target.pregnancyTest(TestResult.NEGATIVE)));

    private static final Set<String> ABSENT = Set.of("Sex/SexNone", "Symptom/None", "Mood/None");

    private static final Set<String> KINDS = Set.of(
            "Symptom",
            "Mood",
            "Sex",
            "Fluid",
            "OvulationTest",
            "PregnancyTest",
            "Ovulation",
            "Temperature",
            "Medication",
            "Weight",
            "Water",
            "Sleep",
            "Sport");

    static final Vocabulary VOCABULARY = new Vocabulary(MEANINGS, ABSENT, KINDS);

    /** Of {@code period_intensity}. The sources disagree on 0 and know nothing beyond 3. */
    static final Map<String, Flow> INTENSITIES = Map.of("1", Flow.LIGHT, "2", Flow.MEDIUM, "3", Flow.HEAVY);

    private FloWords() {}
}
