package health.lunaria.safeguards.encryption;

/** Keys for tests of what uses them, in other packages. */
public final class SubjectKeysOfTests {

    private SubjectKeysOfTests() {}

    /** Of the subject of that number. */
    public static SubjectKey of(int subject) {
        return TestKeys.subjectKey(TestKeys.subject(subject), subject);
    }
}
