package health.lunaria.cycle.imports.format;

import health.lunaria.cycle.day.CervicalMucus;
import health.lunaria.cycle.day.Flow;
import java.util.Map;
import java.util.Set;

/**
 * Clue's words. Clue publishes no list. Most were found in exports by github.com/fabfabretti/clue-to-drip (script.js),
 * github.com/EmmaTellblom/Mensinator (issue 140) or github.com/rajeshpanta/caelyn (its guide to imports); {@code docs/import.md}
 * tells which of them no source confirms. A word that is not here is skipped and counted.
 */
final class ClueWords {

    private static final Target HEAVY = Target.flow(Flow.HEAVY);
    private static final Target CREAMY = Target.mucus(CervicalMucus.CREAMY);
    private static final Target EGG_WHITE = Target.mucus(CervicalMucus.EGG_WHITE);

    private static final Map<String, Target> MEANINGS = Map.ofEntries(
            Map.entry("period/light", Target.flow(Flow.LIGHT)),
            Map.entry("period/medium", Target.flow(Flow.MEDIUM)),
            Map.entry("period/heavy", HEAVY),
            Map.entry("period/very_heavy", HEAVY),
            Map.entry("period/spotting", Target.flow(Flow.SPOTTING)),
            Map.entry("pain/period_cramps", Target.symptom("cramps")),
            Map.entry("pain/cramps", Target.symptom("cramps")),
            Map.entry("pain/lower_back", Target.symptom("backache")),
            Map.entry("pain/breast_tenderness", Target.symptom("tender-breasts")),
            Map.entry("pain/tender_breasts", Target.symptom("tender-breasts")),
            Map.entry("pain/headache", Target.symptom("headache")),
            Map.entry("pain/ovulation", Target.symptom("ovulation-pain")),
            Map.entry("pain/ovulation_pain", Target.symptom("ovulation-pain")),
            Map.entry("pain/migraine", Target.symptom("migraine")),
            Map.entry("pain/migraine_with_aura", Target.symptom("migraine")),
            Map.entry("feelings/happy", Target.mood("happy")),
            Map.entry("feelings/sad", Target.mood("sad")),
            Map.entry("feelings/angry", Target.mood("angry")),
            Map.entry("feelings/anxious", Target.mood("anxious")),
            Map.entry("feelings/calm", Target.mood("calm")),
            Map.entry("feelings/confident", Target.mood("confident")),
            Map.entry("feelings/sensitive", Target.mood("sensitive")),
            Map.entry("feelings/irritable", Target.mood("irritable")),
            Map.entry("feelings/mood_swings", Target.mood("mood-swings")),
            Map.entry("feelings/indifferent", Target.mood("apathetic")),
            Map.entry("mood/happy", Target.mood("happy")),
            Map.entry("mood/sad", Target.mood("sad")),
            Map.entry("mood/sensitive", Target.mood("sensitive")),
            Map.entry("energy/energetic", Target.mood("energetic")),
            Map.entry("energy/fully_energized", Target.mood("energetic")),
            Map.entry("energy/tired", Target.mood("tired")),
            Map.entry("energy/exhausted", Target.symptom("fatigue")),
            Map.entry("mind/calm", Target.mood("calm")),
            Map.entry("mind/distracted", Target.mood("distracted")),
            Map.entry("mind/stressed", Target.mood("stressed")),
            Map.entry("sex_life/protected", Target.sex("protected")),
            Map.entry("sex_life/unprotected", Target.sex("unprotected")),
            Map.entry("sex_life/protected_sex", Target.sex("protected")),
            Map.entry("sex_life/unprotected_sex", Target.sex("unprotected")),
            Map.entry("sex_life/withdrawal", Target.sex("withdrawal")),
            Map.entry("sex_life/masturbation", Target.sex("solo")),
            Map.entry("sex_life/high_sex_drive", Target.sex("high-drive")),
            Map.entry("sex_life/low_sex_drive", Target.sex("low-drive")),
            Map.entry("sex/protected", Target.sex("protected")),
            Map.entry("sex/unprotected", Target.sex("unprotected")),
            Map.entry("sex/withdrawal", Target.sex("withdrawal")),
            Map.entry("sex/high_sex_drive", Target.sex("high-drive")),
            Map.entry("discharge/none", Target.mucus(CervicalMucus.NOTHING)),
            Map.entry("discharge/sticky", CREAMY),
            Map.entry("discharge/creamy", CREAMY),
            Map.entry("discharge/egg_white", EGG_WHITE),
            Map.entry("discharge/watery", EGG_WHITE),
            Map.entry("discharge/atypical", Target.symptom("unusual-discharge")),
            Map.entry("fluid/sticky", CREAMY),
            Map.entry("fluid/creamy", CREAMY),
            Map.entry("fluid/egg_white", EGG_WHITE),
            Map.entry("fluid/atypical", Target.symptom("unusual-discharge")),
            Map.entry("digestion/bloated", Target.symptom("bloating")),
            Map.entry("digestion/nauseated", Target.symptom("nausea")),
            Map.entry("digestion/nauseous", Target.symptom("nausea")),
            Map.entry("stool/constipated", Target.symptom("constipation")),
            Map.entry("stool/diarrhea", Target.symptom("diarrhea")),
            Map.entry("skin/acne", Target.symptom("acne")),
            Map.entry("skin/dry", Target.symptom("dry-skin")),
            Map.entry("skin/dry_skin", Target.symptom("dry-skin")),
            Map.entry("ailments/fever", Target.symptom("fever")),
            Map.entry("birth_control_pill/taken", Target.contraception("pill-taken")),
            Map.entry("birth_control_pill/late", Target.contraception("pill-late")),
            Map.entry("birth_control_pill/missed", Target.contraception("pill-missed")));

    private static final Set<String> ABSENT = Set.of(
            "pain/pain_free",
            "sex_life/no_sex_today",
            "digestion/great",
            "digestion/great_digestion",
            "stool/great",
            "stool/great_stool",
            "stool/normal",
            "skin/good",
            "skin/good_skin");

    private static final Set<String> KINDS = Set.of(
            "period",
            "spotting",
            "pain",
            "feelings",
            "mood",
            "energy",
            "mind",
            "sex_life",
            "sex",
            "discharge",
            "fluid",
            "digestion",
            "stool",
            "skin",
            "craving",
            "ailments",
            "birth_control_pill",
            "bbt",
            "tags",
            "pms",
            "collection_method",
            "social_life",
            "exercise",
            "leisure",
            "hair",
            "medication",
            "appointments");

    static final Vocabulary VOCABULARY = new Vocabulary(MEANINGS, ABSENT, KINDS);

    private ClueWords() {}
}
