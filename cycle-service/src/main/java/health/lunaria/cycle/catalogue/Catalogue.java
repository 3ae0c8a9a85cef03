package health.lunaria.cycle.catalogue;

import health.lunaria.cycle.day.CervicalMucus;
import health.lunaria.cycle.day.CervixFirmness;
import health.lunaria.cycle.day.CervixOpening;
import health.lunaria.cycle.day.CervixPosition;
import health.lunaria.cycle.day.Flow;
import health.lunaria.cycle.day.TestResult;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The codes that days can be logged with. Codes are only ever added: stored days and apps in the field use them. Each
 * addition raises the {@link #VERSION}. What a code is called in a language stands in {@code catalogue/labels*.properties}.
 */
public final class Catalogue {

    public static final int VERSION = 1;

    public static final Group SYMPTOMS = new Group(
            "symptoms",
            List.of(
                    "cramps",
                    "ovulation-pain",
                    "backache",
                    "headache",
                    "migraine",
                    "tender-breasts",
                    "joint-pain",
                    "nausea",
                    "bloating",
                    "constipation",
                    "diarrhea",
                    "appetite-change",
                    "cravings",
                    "fatigue",
                    "insomnia",
                    "dizziness",
                    "hot-flushes",
                    "night-sweats",
                    "chills",
                    "acne",
                    "dry-skin",
                    "hair-loss",
                    "vaginal-dryness",
                    "vaginal-itching",
                    "unusual-discharge",
                    "frequent-urination",
                    "fever",
                    "illness"));

    public static final Group MOODS = new Group(
            "moods",
            List.of(
                    "happy",
                    "calm",
                    "balanced",
                    "energetic",
                    "confident",
                    "sensitive",
                    "mood-swings",
                    "irritable",
                    "angry",
                    "anxious",
                    "stressed",
                    "sad",
                    "depressed",
                    "apathetic",
                    "distracted",
                    "tired"));

    public static final Group SEXUAL_ACTIVITY = new Group(
            "sexualActivity",
            List.of(
                    "protected",
                    "unprotected",
                    "withdrawal",
                    "solo",
                    "without-penetration",
                    "high-drive",
                    "low-drive"));

    public static final Group CONTRACEPTION = new Group(
            "contraception",
            List.of(
                    "pill-taken",
                    "pill-late",
                    "pill-missed",
                    "condom",
                    "diaphragm",
                    "spermicide",
                    "patch",
                    "ring",
                    "injection",
                    "implant",
                    "hormonal-iud",
                    "copper-iud",
                    "emergency-pill"));

    /** In the order in which an app would show them; the ones with a single value first. */
    public static final List<Group> GROUPS = List.of(
            Group.of("flow", Flow.values()),
            Group.of("cervicalMucus", CervicalMucus.values()),
            Group.of("cervixOpening", CervixOpening.values()),
            Group.of("cervixFirmness", CervixFirmness.values()),
            Group.of("cervixPosition", CervixPosition.values()),
            Group.of("ovulationTest", TestResult.values()),
            Group.of("pregnancyTest", TestResult.values()),
            SYMPTOMS,
            MOODS,
            SEXUAL_ACTIVITY,
            CONTRACEPTION);

    private static final Map<String, Set<String>> CODES =
            GROUPS.stream().collect(Collectors.toUnmodifiableMap(Group::field, group -> Set.copyOf(group.codes())));

    /**
     * The codes of one field of a day.
     *
     * @param field name of the field, e.g. {@code symptoms}
     */
    public record Group(String field, List<String> codes) {

        /** The values as they are in JSON: in lower case, with hyphens. */
        private static Group of(String field, Enum<?>[] values) {
            return new Group(
                    field,
                    Arrays.stream(values)
                            .map(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .toList());
        }

        public boolean contains(String code) {
            return CODES.get(field).contains(code);
        }
    }

    private Catalogue() {}
}
