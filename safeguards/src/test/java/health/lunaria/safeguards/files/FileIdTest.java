package health.lunaria.safeguards.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileIdTest {

    @Test
    void idsAreRandomAndReadAgain() {
        Set<FileId> ids = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            FileId id = FileId.random();
            assertThat(FileId.parse(id.text())).contains(id);
            assertThat(id.locator()).isEqualTo(new FileId(id.text()).locator());
            ids.add(id);
        }
        assertThat(ids).hasSize(1000);
    }

    /** The last one names the same bytes as ...AA would: two names for one file. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAA==",
                "AAAAAAAAAAAAAAAAAAAA/A",
                "../../AAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAB"
            })
    void nothingElseIsAnId(String text) {
        assertThat(FileId.parse(text)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new FileId(text));
    }
}
