package health.lunaria.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentences of C2SP tlog-witness about add-checkpoint, one by one. */
class AddCheckpointTest {

    private static final TestLog LOG = TestLog.withLeaves(70);

    @TempDir
    Path directory;

    private TestWitness witness;

    @BeforeEach
    void start() {
        witness = TestWitness.start(directory, LOG);
    }

    @AfterEach
    void stop() {
        witness.close();
    }

    @Test
    void aFirstCheckpointIsCosignedWithTheTime() {
        HttpResponse<String> answer = witness.add(LOG.submission(0, 5));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertCosigned(answer.body(), LOG.text(5));
    }

    @Test
    void aCheckpointThatContinuesTheLatestIsCosigned() {
        int before = 0;
        for (int size : new int[] {1, 2, 3, 8, 8, 13, 64, 70}) {
            HttpResponse<String> answer = witness.add(LOG.submission(before, size));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertCosigned(answer.body(), LOG.text(size));
            before = size;
        }
    }

    @Test
    void extensionLinesAreCosignedAsWell() {
        String text = LOG.text(5) + "an extension\n";
        HttpResponse<String> answer = witness.add(TestLog.submission("0", List.of(), LOG.signed(text)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertCosigned(answer.body(), text);
    }

    @Test
    void anEmptyLogIsCosignedOnceAndAgain() {
        assertThat(witness.add(LOG.submission(0, 0)).statusCode()).isEqualTo(200);
        assertThat(witness.add(LOG.submission(0, 0)).statusCode()).isEqualTo(200);
        assertThat(witness.add(LOG.submission(0, 3)).statusCode()).isEqualTo(200);
    }

    @Test
    void signaturesOfUnknownKeysAreIgnored() {
        String text = LOG.text(5);
        TestLog stranger = TestLog.named("stranger.example");
        String note = text + "\n" + stranger.signature(text).line()
                + LOG.impostor().signature("another text").line()
                + LOG.signature(text).line();

        assertThat(witness.add(TestLog.submission("0", List.of(), note)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void sixteenSignaturesAndMoreAreRead() {
        String text = LOG.text(5);
        StringBuilder note = new StringBuilder(text + "\n");
        for (int i = 0; i < 99; i++) {
            note.append(TestLog.named("stranger.example/" + i).signature(text).line());
        }
        note.append(LOG.signature(text).line());

        assertThat(witness.add(TestLog.submission("0", List.of(), note.toString()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anUnknownLogIsNotFound() {
        TestLog unknown = TestLog.named("unknown.example").grown(5, "leaf");

        assertThat(witness.add(unknown.submission(0, 5)).statusCode()).isEqualTo(404);
    }

    @Test
    void withoutASignatureOfTheLogItIsForbidden() {
        assertThat(witness.add(LOG.impostor().submission(0, 5)).statusCode()).isEqualTo(403);
        assertThat(witness.latest(LOG).statusCode()).isEqualTo(404);
    }

    @Test
    void withASignatureOfTheLogThatIsWrongItIsForbidden() {
        String text = LOG.text(5);
        String wrong = text + "\n" + LOG.signature("another text").line();
        String both = wrong + LOG.signature(text).line();

        assertThat(witness.add(TestLog.submission("0", List.of(), wrong)).statusCode())
                .isEqualTo(403);
        assertThat(witness.add(TestLog.submission("0", List.of(), both)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void anOldSizeAboveTheCheckpointIsABadRequest() {
        witness.add(LOG.submission(0, 8));

        assertThat(witness.add(TestLog.submission("9", List.of(), LOG.checkpoint(8)))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void anOtherOldSizeIsAConflictThatTellsTheRightOne() {
        assertConflict(witness.add(LOG.submission(3, 8)), 0);
        witness.add(LOG.submission(0, 5));

        assertConflict(witness.add(LOG.submission(0, 8)), 5);
        assertConflict(witness.add(LOG.submission(4, 8)), 5);
        assertConflict(witness.add(LOG.submission(6, 8)), 5);
        assertConflict(witness.add(LOG.submission(0, 3)), 5);
        assertThat(witness.add(LOG.submission(5, 8)).statusCode()).isEqualTo(200);
    }

    @Test
    void anEmptyLogWithAnotherRootIsUnprocessable() {
        String text = LOG.text("0", Base64Text.encode(LOG.root(1)));

        assertThat(witness.add(TestLog.submission("0", List.of(), LOG.signed(text)))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aProofFromNothingIsUnprocessable() {
        assertThat(witness.add(TestLog.submission("0", List.of(LOG.root(1)), LOG.checkpoint(5)))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aProofThatDoesNotVerifyIsUnprocessable() {
        witness.add(LOG.submission(0, 5));

        assertThat(witness.add(TestLog.submission("5", LOG.proof(4, 9), LOG.checkpoint(9)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(witness.add(TestLog.submission("5", List.of(), LOG.checkpoint(9)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(witness.add(LOG.submission(5, 9)).statusCode()).isEqualTo(200);
    }

    @Test
    void anotherTreeOfTheSameSizeIsUnprocessable() {
        witness.add(LOG.submission(0, 5));

        assertThat(witness.add(LOG.forkedAt(4).submission(5, 5)).statusCode()).isEqualTo(422);
        assertThat(witness.add(TestLog.submission("5", List.of(LOG.root(5)), LOG.checkpoint(5)))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aForkIsNeverCosignedAndIsLoggedAsItMayProveMisbehaviour() {
        witness.add(LOG.submission(0, 40));
        TestLog fork = LOG.forkedAt(39);
        for (int size = 40; size <= 70; size++) {
            assertThat(witness.add(fork.submission(40, size)).statusCode()).isEqualTo(422);
            assertThat(witness.add(TestLog.submission("40", LOG.proof(40, size), fork.checkpoint(size)))
                            .statusCode())
                    .isEqualTo(422);
        }

        assertThat(witness.log()).contains(Base64Text.encode(fork.root(70)));
        assertThat(witness.latest(LOG).body()).startsWith(LOG.text(40));
        assertThat(witness.add(LOG.submission(40, 70)).statusCode()).isEqualTo(200);
    }

    @Test
    void sixtyThreeProofLinesAreReadAndNotOneMore() {
        witness.add(LOG.submission(0, 5));
        List<byte[]> long63 = Collections.nCopies(63, LOG.root(1));
        List<byte[]> long64 = new ArrayList<>(long63);
        long64.add(LOG.root(1));

        assertThat(witness.add(TestLog.submission("5", long63, LOG.checkpoint(9)))
                        .statusCode())
                .isEqualTo(422);
        assertThat(witness.add(TestLog.submission("5", long64, LOG.checkpoint(9)))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theLatestCheckpointIsServedWithBothSignatures() {
        assertThat(witness.latest(LOG).statusCode()).isEqualTo(404);
        witness.add(LOG.submission(0, 5));
        String cosignature = witness.add(LOG.submission(5, 9)).body();

        assertThat(witness.latest(LOG).body()).isEqualTo(LOG.checkpoint(9) + cosignature);
    }

    @Test
    void sixtyFourKibibytesAreReadAndNotMore() {
        String small = LOG.submission(0, 5);
        assertThat(witness.add(small + "x".repeat(64 * 1024 - small.getBytes(StandardCharsets.UTF_8).length))
                        .statusCode())
                .isEqualTo(400);
        assertThat(witness.add(small + "x".repeat(64 * 1024)).statusCode()).isEqualTo(413);
    }

    @Test
    void onlyPostsAreTaken() {
        assertThat(witness.get("/add-checkpoint").statusCode()).isEqualTo(405);
        assertThat(witness.get("/add-checkpoint").headers().firstValue("Allow")).hasValue("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/add-checkpoint/", "/add-checkpoints", "/checkpoint", "/x/checkpoint", "/../key"})
    void elsewhereIsNothing(String path) {
        assertThat(witness.post(path, LOG.submission(0, 5).getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void tellsItsKeyAndThatItIsUp() {
        assertThat(witness.get("/key").body()).isEqualTo(witness.key() + "\n");
        assertThat(witness.get("/health").statusCode()).isEqualTo(200);
        assertThat(witness.log()).contains("stand-in").contains("log.example/1");
    }

    private void assertConflict(HttpResponse<String> answer, long size) {
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/x.tlog.size");
        assertThat(answer.body()).isEqualTo(size + "\n");
    }

    private void assertCosigned(String line, String text) {
        assertThat(line).endsWith("\n");
        NoteSignature cosignature = NoteSignature.parse(line.substring(0, line.length() - 1));
        assertThat(witness.key().isNamedBy(cosignature)).isTrue();
        ByteBuffer bytes = ByteBuffer.wrap(cosignature.bytes());
        long time = bytes.getLong();
        byte[] signature = new byte[bytes.remaining()];
        bytes.get(signature);
        String message = "cosignature/v1\ntime " + TestWitness.NOW.getEpochSecond() + "\n" + text;
        assertThat(time).isEqualTo(TestWitness.NOW.getEpochSecond());
        assertThat(witness.key().verifies(message.getBytes(StandardCharsets.UTF_8), signature))
                .isTrue();
    }
}
