package health.lunaria.safeguards.testing.processing;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.safeguards.testing.processing.Declaration.Activity;
import health.lunaria.safeguards.testing.processing.Declaration.Key;
import health.lunaria.safeguards.testing.processing.Declaration.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GapsTest {

    private static final Map<String, Activity> DIARY =
            Map.of("Diary", new Activity("to remember", "consent", "users", "none", "none"));
    private static final Table DAYS =
            new Table("Diary", "a year", Key.PERSON, Map.of("sealed", "days"), Map.of("ref, at", "who"), Map.of());
    private static final Map<String, String> COLUMNS = Map.of("sealed", "bytea", "ref", "bytea", "at", "timestamptz");

    @Test
    void aWholeDeclarationHasNone() {
        assertThat(between(DAYS, COLUMNS)).isEmpty();
    }

    @Test
    void aTableThatIsNotDeclaredIsFound() {
        assertThat(gaps(new Declaration(DIARY, Map.of("day", DAYS), null), Map.of("day", COLUMNS, "spy", COLUMNS)))
                .containsExactly("spy is not declared");
    }

    @Test
    void aTableThatDoesNotExistIsFound() {
        assertThat(gaps(new Declaration(DIARY, Map.of("day", DAYS), null), Map.of()))
                .contains("day is declared and does not exist");
    }

    @Test
    void aColumnThatIsNotDeclaredIsFound() {
        Map<String, String> more = Map.of("sealed", "bytea", "ref", "bytea", "at", "timestamptz", "mood", "text");
        assertThat(between(DAYS, more)).containsExactly("day.mood is not declared");
    }

    @Test
    void aColumnThatDoesNotExistIsFound() {
        assertThat(between(DAYS, Map.of("sealed", "bytea", "ref", "bytea")))
                .containsExactly("day.at is declared and does not exist");
    }

    @Test
    void aColumnOfTwoKindsIsFound() {
        Table both = new Table("Diary", "a year", null, null, Map.of("ref, at", "who"), Map.of("at", "nothing"));
        assertThat(between(both, Map.of("ref", "bytea", "at", "timestamptz")))
                .containsExactly("day.at is declared twice");
    }

    @Test
    void textIsNotSealedWhateverIsSaid() {
        assertThat(between(DAYS, Map.of("sealed", "text", "ref", "bytea", "at", "timestamptz")))
                .containsExactly("day.sealed cannot be sealed: it is text");
    }

    @Test
    void dataAboutPeopleWithoutAnEndIsFound() {
        Table forever = new Table("Diary", null, null, null, Map.of("ref", "who"), null);
        assertThat(between(forever, Map.of("ref", "bytea")))
                .containsExactly("day is about people and does not say for which activity, or how long it is kept");
    }

    @Test
    void dataAboutPeopleWithoutAKnownActivityIsFound() {
        Table astray = new Table("Marketing", "a year", null, null, Map.of("ref", "who"), null);
        assertThat(between(astray, Map.of("ref", "bytea")))
                .containsExactly("day belongs to an activity that is not declared", "“Diary” stores nothing");
    }

    @Test
    void aSealWithoutAKeyIsFound() {
        Table keyless = new Table("Diary", "a year", null, Map.of("sealed", "days"), null, null);
        assertThat(between(keyless, Map.of("sealed", "bytea")))
                .containsExactly("day does not say what is sealed, or under which key");
    }

    @Test
    void aTableAboutNobodyNeedsNoActivity() {
        Table counter = new Table(null, null, null, null, null, Map.of("size", "how much there is"));
        assertThat(gaps(new Declaration(null, Map.of("head", counter), null), Map.of("head", Map.of("size", "bigint"))))
                .isEmpty();
    }

    private static List<String> between(Table table, Map<String, String> columns) {
        return gaps(new Declaration(DIARY, Map.of("day", table), null), Map.of("day", columns));
    }

    private static List<String> gaps(Declaration declaration, Map<String, Map<String, String>> tables) {
        return Gaps.between(declaration, new Catalogue(tables));
    }
}
