package health.lunaria.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogReadTest {

    private static final String TILES = "https://log/v1/audit/log/tile/";

    /** The example of C2SP tlog-tiles is x001/x234/067. */
    @ParameterizedTest
    @CsvSource({"0, 000", "67, 067", "999, 999", "1000, x001/000", "1234067, x001/x234/067", "1000000, x001/x000/000"})
    void tilesAreNamedAsTheSpecificationNamesThem(long index, String path) {
        assertThat(LogRead.tilePath(index)).isEqualTo(path);
    }

    @Test
    void onlyFullTilesAreAskedFor() {
        assertThat(paths(LogRead.tile(0, 256 * 3 + 255))).containsOnly("0/000", "0/001", "0/002");
        assertThat(paths(LogRead.tile(1, 65_536 * 2))).containsOnly("1/000", "1/001");
        assertThat(paths(LogRead.entries(512))).containsOnly("entries/000", "entries/001");
    }

    @Test
    void proofsAreAskedForOfTheReadersOwnPlaces() {
        LogRead read = LogRead.proof(List.of(7L, 4711L));
        Random random = new Random(1);

        assertThat(IntStream.range(0, 50)
                        .mapToObj(i -> read.request("https://log", random)
                                .build()
                                .uri()
                                .toString())
                        .collect(Collectors.toSet()))
                .containsOnly("https://log/v1/audit/access-log/7/proof", "https://log/v1/audit/access-log/4711/proof");
    }

    private static List<String> paths(LogRead read) {
        Random random = new Random(1);
        return IntStream.range(0, 200)
                .mapToObj(i -> read.request("https://log", random).build().uri().toString())
                .peek(url -> assertThat(url).startsWith(TILES))
                .map(url -> url.substring(TILES.length()))
                .distinct()
                .toList();
    }
}
