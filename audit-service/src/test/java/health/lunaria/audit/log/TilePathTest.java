package health.lunaria.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilePathTest {

    /** The second one is the specification's own example. */
    @ParameterizedTest
    @CsvSource({
        "0/000,                  0,       0, 256",
        "0/x001/x234/067,        0, 1234067, 256",
        "1/001.p/112,            1,       1, 112",
        "entries/x001/000.p/1,  -1,    1000,   1",
        "7/999.p/255,            7,     999, 255"
    })
    void readsThePathsOfTheSpecification(String path, int level, long index, int width) {
        assertThat(TilePath.parse(path)).contains(new TilePath(level, index, width));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0/",
                "0/0",
                "0/00",
                "0/0000",
                "00/000",
                "8/000",
                "63/000",
                "-1/000",
                "entries/x000/001",
                "0/x000/001",
                "0/001/002",
                "0/x001",
                "0/X001/002",
                "0/000.p/0",
                "0/000.p/256",
                "0/000.p/999",
                "0/000.p/01",
                "0/000.p/",
                "0/000.p",
                "0/000/",
                "0/000.p/1/",
                "data/000",
                "0/٠٠٠",
                "0/x999/x999/x999/x999/x999/x999/999"
            })
    void takesNoOtherWayOfWritingThem(String path) {
        assertThat(TilePath.parse(path)).isEmpty();
    }

    /** The specification's example: 70,000 leaves. */
    @Test
    void isWithinATreeThatHasAllOfIt() {
        assertThat(isWithin("0/x000/272")).isFalse();
        assertThat(isWithin("0/272")).isTrue();
        assertThat(isWithin("0/273")).isFalse();
        assertThat(isWithin("0/273.p/112")).isTrue();
        assertThat(isWithin("0/273.p/113")).isFalse();
        assertThat(isWithin("entries/273.p/112")).isTrue();
        assertThat(isWithin("1/000")).isTrue();
        assertThat(isWithin("1/001.p/17")).isTrue();
        assertThat(isWithin("1/001.p/18")).isFalse();
        assertThat(isWithin("2/000.p/1")).isTrue();
        assertThat(isWithin("2/000.p/2")).isFalse();
        assertThat(isWithin("3/000.p/1")).isFalse();
    }

    private static boolean isWithin(String path) {
        return TilePath.parse(path).map(tile -> tile.isWithin(70_000)).orElse(false);
    }
}
