package health.lunaria.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import health.lunaria.audit.PublishedLog;
import health.lunaria.audit.PublishedLog.Note;
import health.lunaria.audit.Reporting;
import health.lunaria.safeguards.testing.ServiceTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The log as anybody reads it, without a token. */
@QuarkusTest
@WithTestResource(ServiceTestResource.class)
class LogResourceTest {

    private static final Source SOURCE = Source.withoutOutbox("audit-service");

    @Inject
    Sequencer sequencer;

    @Inject
    Pool pool;

    private Note published;

    /** More than two full tiles, so that there is a second level. */
    @BeforeEach
    void grow() {
        Map<UUID, Leaf> leaves = new LinkedHashMap<>();
        for (int i = 0; i < 515; i++) {
            leaves.put(Reporting.newId(), Leaf.committingTo(Leaf.newSalt(), new byte[] {1}));
        }
        Map<UUID, Long> places = pool.withTransaction(connection -> sequencer.append(connection, SOURCE, leaves))
                .await()
                .atMost(Duration.ofSeconds(10));
        published = PublishedLog.awaitLeaf(
                places.values().stream().mapToLong(Long::longValue).max().orElseThrow());
    }

    @Test
    void itsRootIsThatOfTheEntriesItServes() {
        List<byte[]> entries = entries(published.size());
        List<byte[]> hashes = entries.stream().map(TreeHash::leaf).toList();

        assertThat(ReferenceTree.root(hashes)).isEqualTo(published.root());
        assertThat(published.origin()).isEqualTo("log.test.example/audit");
    }

    @Test
    void itsTilesAreTheHashesOfItsEntries() {
        List<byte[]> hashes =
                entries(published.size()).stream().map(TreeHash::leaf).toList();

        assertThat(split(tiles(0, published.size()), TreeHash.LENGTH)).containsExactlyElementsOf(hashes);
        List<byte[]> parents = new ArrayList<>();
        for (int from = 0; from + 256 <= hashes.size(); from += 256) {
            parents.add(ReferenceTree.root(hashes.subList(from, from + 256)));
        }
        assertThat(split(tiles(1, published.size() / 256), TreeHash.LENGTH)).containsExactlyElementsOf(parents);
    }

    @Test
    void aPartialTileIsTheBeginningOfTheFullOne() {
        byte[] full = PublishedLog.tile("0/000");

        assertThat(full).hasSize(256 * TreeHash.LENGTH);
        assertThat(PublishedLog.tile("0/000.p/7")).isEqualTo(Arrays.copyOf(full, 7 * TreeHash.LENGTH));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tile/0/x999/999",
                "tile/0/x999/999.p/1",
                "tile/entries/x999/999",
                "tile/7/000.p/1",
                "tile/0/0",
                "tile/0/000.p/256",
                "tile",
                "tile/",
                "nothing"
            })
    void whatIsNotThereIsAProblemLikeAnyOther(String path) {
        PublishedLog.get(path).statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void cachesKeepWhatNeverChanges() {
        PublishedLog.get("tile/0/000")
                .header("Cache-Control", containsString("immutable"))
                .header("Content-Type", equalTo("application/octet-stream"));
        PublishedLog.get("checkpoint")
                .header("Cache-Control", equalTo("public, max-age=1"))
                .header("Content-Type", equalTo("text/plain;charset=utf-8"));
    }

    private static List<byte[]> entries(long size) {
        List<byte[]> entries = new ArrayList<>();
        for (byte[] bundle : bundles("entries", size)) {
            ByteBuffer bytes = ByteBuffer.wrap(bundle);
            while (bytes.hasRemaining()) {
                byte[] entry = new byte[bytes.getShort()];
                bytes.get(entry);
                entries.add(entry);
            }
        }
        return entries;
    }

    private static byte[] tiles(int level, long hashes) {
        List<byte[]> bundles = bundles(Integer.toString(level), hashes);
        ByteBuffer all = ByteBuffer.allocate(
                bundles.stream().mapToInt(bundle -> bundle.length).sum());
        bundles.forEach(all::put);
        return all.array();
    }

    private static List<byte[]> bundles(String level, long size) {
        List<byte[]> bundles = new ArrayList<>();
        for (long tile = 0; tile * 256 < size; tile++) {
            long width = Math.min(256, size - tile * 256);
            bundles.add(PublishedLog.tile("%s/%03d%s".formatted(level, tile, width < 256 ? ".p/" + width : "")));
        }
        return bundles;
    }

    private static List<byte[]> split(byte[] bytes, int length) {
        List<byte[]> parts = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += length) {
            parts.add(Arrays.copyOfRange(bytes, from, from + length));
        }
        return parts;
    }
}
