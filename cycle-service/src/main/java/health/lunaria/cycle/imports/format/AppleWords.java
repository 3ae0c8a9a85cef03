package health.lunaria.cycle.imports.format;

import health.lunaria.cycle.day.CervicalMucus;
import health.lunaria.cycle.day.Flow;
import health.lunaria.cycle.day.TestResult;
import java.util.Map;
import java.util.Set;

/**
 * HealthKit's words (HKTypeIdentifiers.h and HKCategoryValues.h of the iOS 18 SDK, developer.apple.com/documentation/healthkit),
 * without the beginnings that they share.
 */
final class AppleWords {

    static final String CATEGORY = "HKCategoryTypeIdentifier";
    static final String QUANTITY = "HKQuantityTypeIdentifier";
    static final String VALUE = "HKCategoryValue";

    private static final Target UNSPECIFIED_FLOW = Target.flow(Flow.MEDIUM);

    /**
     * An unspecified flow is a period's, so it is imported as medium. Mucus as in the symptothermal method: sticky is S, watery
     * is S+. A surge of oestrogen comes before that of luteinising hormone, which is what we mean by a positive test.
     */
    static final Map<String, Target> VALUES = Map.ofEntries(
            Map.entry("MenstrualFlowUnspecified", UNSPECIFIED_FLOW),
            Map.entry("MenstrualFlowLight", Target.flow(Flow.LIGHT)),
            Map.entry("MenstrualFlowMedium", Target.flow(Flow.MEDIUM)),
            Map.entry("MenstrualFlowHeavy", Target.flow(Flow.HEAVY)),
            Map.entry("MenstrualFlowNone", Target.flow(Flow.NONE)),
            Map.entry("VaginalBleedingUnspecified", UNSPECIFIED_FLOW),
            Map.entry("VaginalBleedingLight", Target.flow(Flow.LIGHT)),
            Map.entry("VaginalBleedingMedium", Target.flow(Flow.MEDIUM)),
            Map.entry("VaginalBleedingHeavy", Target.flow(Flow.HEAVY)),
            Map.entry("VaginalBleedingNone", Target.flow(Flow.NONE)),
            Map.entry("CervicalMucusQualityDry", Target.mucus(CervicalMucus.DRY)),
            Map.entry("CervicalMucusQualitySticky", Target.mucus(CervicalMucus.CREAMY)),
            Map.entry("CervicalMucusQualityCreamy", Target.mucus(CervicalMucus.CREAMY)),
            Map.entry("CervicalMucusQualityWatery", Target.mucus(CervicalMucus.EGG_WHITE)),
            Map.entry("CervicalMucusQualityEggWhite", Target.mucus(CervicalMucus.EGG_WHITE)),
            Map.entry("OvulationTestResultNegative", Target.ovulationTest(TestResult.NEGATIVE)),
            Map.entry("OvulationTestResultPositive", Target.ovulationTest(TestResult.POSITIVE)),
            Map.entry("OvulationTestResultLuteinizingHormoneSurge", Target.ovulationTest(TestResult.POSITIVE)),
            Map.entry("OvulationTestResultIndeterminate", Target.ovulationTest(TestResult.UNCLEAR)),
            Map.entry("OvulationTestResultEstrogenSurge", Target.ovulationTest(TestResult.UNCLEAR)),
            Map.entry("PregnancyTestResultNegative", Target.pregnancyTest(TestResult.NEGATIVE)),
            Map.entry("PregnancyTestResultPositive", Target.pregnancyTest(TestResult.POSITIVE)),
            Map.entry("PregnancyTestResultIndeterminate", Target.pregnancyTest(TestResult.UNCLEAR)),
            Map.entry("ContraceptiveImplant", Target.contraception("implant")),
            Map.entry("ContraceptiveInjection", Target.contraception("injection")),
            Map.entry("ContraceptiveIntravaginalRing", Target.contraception("ring")),
            Map.entry("ContraceptivePatch", Target.contraception("patch")));

    /** Apple tells neither which coil it is nor whether a pill was taken that day. */
    static final Set<String> VALUES_WITHOUT_COUNTERPART =
            Set.of("ContraceptiveUnspecified", "ContraceptiveIntrauterineDevice", "ContraceptiveOral");

    /** The beginning of a value of each type that has values of its own; bleeding has two since iOS 18. */
    static final Map<String, Set<String>> VALUED = Map.of(
            "MenstrualFlow", Set.of("MenstrualFlow", "VaginalBleeding"),
            "CervicalMucusQuality", Set.of("CervicalMucusQuality"),
            "OvulationTestResult", Set.of("OvulationTestResult"),
            "PregnancyTestResult", Set.of("PregnancyTestResult"),
            "Contraceptive", Set.of("Contraceptive"));

    /** Types whose values say only how strong something was, or that it was not. */
    static final Map<String, Target> SYMPTOMS = Map.ofEntries(
            Map.entry("AbdominalCramps", Target.symptom("cramps")),
            Map.entry("Acne", Target.symptom("acne")),
            Map.entry("AppetiteChanges", Target.symptom("appetite-change")),
            Map.entry("Bloating", Target.symptom("bloating")),
            Map.entry("BreastPain", Target.symptom("tender-breasts")),
            Map.entry("Chills", Target.symptom("chills")),
            Map.entry("Constipation", Target.symptom("constipation")),
            Map.entry("Diarrhea", Target.symptom("diarrhea")),
            Map.entry("Dizziness", Target.symptom("dizziness")),
            Map.entry("DrySkin", Target.symptom("dry-skin")),
            Map.entry("Fatigue", Target.symptom("fatigue")),
            Map.entry("Fever", Target.symptom("fever")),
            Map.entry("HairLoss", Target.symptom("hair-loss")),
            Map.entry("Headache", Target.symptom("headache")),
            Map.entry("HotFlashes", Target.symptom("hot-flushes")),
            Map.entry("LowerBackPain", Target.symptom("backache")),
            Map.entry("MoodChanges", Target.mood("mood-swings")),
            Map.entry("Nausea", Target.symptom("nausea")),
            Map.entry("NightSweats", Target.symptom("night-sweats")),
            Map.entry("VaginalDryness", Target.symptom("vaginal-dryness")));

    static final Set<String> PRESENT = Set.of(
            "SeverityUnspecified",
            "SeverityMild",
            "SeverityModerate",
            "SeveritySevere",
            "PresencePresent",
            "AppetiteChangesUnspecified",
            "AppetiteChangesDecreased",
            "AppetiteChangesIncreased");

    static final Set<String> NOT_PRESENT =
            Set.of("SeverityNotPresent", "PresenceNotPresent", "AppetiteChangesNoChange");

    /** "Asleep" stood for all of them before iOS 16. In bed and awake are not asleep. */
    static final Set<String> ASLEEP = Set.of(
            "SleepAnalysisAsleep",
            "SleepAnalysisAsleepUnspecified",
            "SleepAnalysisAsleepCore",
            "SleepAnalysisAsleepDeep",
            "SleepAnalysisAsleepREM");

    private AppleWords() {}
}
