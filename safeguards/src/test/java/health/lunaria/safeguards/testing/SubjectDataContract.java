package health.lunaria.safeguards.testing;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.safeguards.erasure.SubjectData;
import health.lunaria.safeguards.testing.processing.Catalogue;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** No table with rows of a person is forgotten when she is erased. A service's test extends it as a {@code @QuarkusTest}. */
public abstract class SubjectDataContract {

    /** Goes after the objects; and who was erased by what. */
    private static final Set<String> ELSEWHERE = Set.of("stored_file", "erasure");

    @Inject
    SubjectData data;

    private final Set<String> kept;

    /** @param kept tables that keep rows of persons beyond their erasure, for a reason that is documented */
    protected SubjectDataContract(String... kept) {
        this.kept = Set.of(kept);
    }

    @Test
    void everyTableOfPersonsIsErasedOrKeptForAReason() throws SQLException {
        Set<String> ofPersons = Catalogue.of(TestDatabases.start().data()).tables().entrySet().stream()
                .filter(table -> table.getValue().containsKey("subject_ref"))
                .map(Map.Entry::getKey)
                .collect(toCollection(TreeSet::new));
        ofPersons.removeAll(ELSEWHERE);
        ofPersons.removeAll(kept);

        assertThat(data.tables()).containsExactlyInAnyOrderElementsOf(ofPersons);
    }
}
