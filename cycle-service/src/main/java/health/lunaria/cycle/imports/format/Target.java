package health.lunaria.cycle.imports.format;

import health.lunaria.cycle.day.CervicalMucus;
import health.lunaria.cycle.day.Flow;
import health.lunaria.cycle.day.TestResult;
import health.lunaria.safeguards.redaction.Confidential;

/**
 * What a word of another app is for us.
 *
 * @param field name of a field of a day
 * @param value of that field, or one element of it if it is a list
 */
@Confidential
record Target(String field, Object value) {

    static Target symptom(String code) {
        return new Target("symptoms", code);
    }

    static Target mood(String code) {
        return new Target("moods", code);
    }

    static Target sex(String code) {
        return new Target("sexualActivity", code);
    }

    static Target contraception(String code) {
        return new Target("contraception", code);
    }

    static Target flow(Flow flow) {
        return new Target("flow", flow);
    }

    static Target mucus(CervicalMucus mucus) {
        return new Target("cervicalMucus", mucus);
    }

    static Target ovulationTest(TestResult result) {
        return new Target("ovulationTest", result);
    }

    static Target pregnancyTest(TestResult result) {
        return new Target("pregnancyTest", result);
    }

    @Override
    public String toString() {
        return "Target[redacted]";
    }
}
