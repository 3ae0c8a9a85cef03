package health.lunaria.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import health.lunaria.audit.witness.WitnessException.OtherSize;
import health.lunaria.audit.witness.WitnessException.Refused;
import health.lunaria.audit.witness.WitnessException.Unavailable;
import io.vertx.core.Vertx;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cosignature that verifies, or a failure that says what to do; never anything in between. */
class HttpWitnessTest {

    private static final byte[] HASH = new byte[32];
    private static final String BODY = checkpoint(5);
    private static final String NOTE = note(BODY);

    private static Vertx vertx;

    private CosigningServer server;
    private Witness witness;

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void start() {
        server = new CosigningServer();
        witness = witness(server.url(), Duration.ofSeconds(20));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aCosignatureThatVerifiesIsGivenAsItCame() {
        assertThat(cosign(0)).contains(server.line(BODY, 1_679_315_147L));
    }

    @Test
    void theQuestionIsWrittenAsTheSpecificationSays() {
        cosign(0);
        witness.cosign(5, List.of(HASH, HASH), note(checkpoint(9))).await().indefinitely();

        String hash = Base64.getEncoder().encodeToString(HASH) + "\n";
        assertThat(server.asked())
                .containsExactly("old 0\n\n" + NOTE, "old 5\n" + hash + hash + "\n" + note(checkpoint(9)));
    }

    @Test
    void linesOfOtherKeysArePassedOver() {
        String known = server.line(BODY, 7);
        try (CosigningServer other = new CosigningServer()) {
            server.answer(
                    200,
                    "— witness.example/w2 AWui8Sk55XjYLOijihBjhqEH6nS1ndDymE0a\n" + other.line(BODY, 7) + "anything\n"
                            + known);

            assertThat(cosign(0)).contains(known);
        }
    }

    @Test
    void anotherSizeIsTold() {
        cosign(0);

        assertThatExceptionOfType(OtherSize.class)
                .isThrownBy(() -> cosign(3))
                .satisfies(told -> assertThat(told.size()).isEqualTo(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "5", "05\n", "-5\n", "5 \n", "x\n", "5\n\n", "99999999999999999999\n"})
    void anotherSizeThatIsNoneIsNoAnswer(String size) {
        server.answer(409, size);

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> cosign(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 413, 422})
    void aRefusalIsARefusal(int status) {
        server.answer(status, "why it says so");

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> cosign(0))
                .satisfies(refused -> assertThat(refused.isInconsistent()).isEqualTo(status == 422))
                .withMessageNotContaining("why");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 301, 302, 307, 401, 429, 500, 502, 503})
    void whateverElseItSaysIsNoAnswer(int status) {
        server.answerBy(exchange -> {
            exchange.getResponseHeaders().set("Location", server.url() + "/add-checkpoint");
            CosigningServer.send(exchange, status, "text/plain", status == 204 ? "" : server.line(BODY, 7));
        });

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> cosign(0));
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void aCosignatureOfSomethingElseIsNone() {
        for (String line : List.of(
                server.line(checkpoint(6), 7),
                server.line(BODY + "extension\n", 7),
                server.line(NOTE, 7),
                server.line(BODY, 0),
                server.line(BODY, -1),
                server.line("", 7))) {
            assertIsNone(line);
        }
    }

    @Test
    void everyAlteredCosignatureIsNone() {
        String line = server.line(BODY, 7);
        byte[] bytes = Base64.getDecoder().decode(line.strip().substring(line.lastIndexOf(' ') + 1));
        for (int i = 0; i < bytes.length; i++) {
            byte[] altered = bytes.clone();
            altered[i] ^= 1;
            assertIsNone(CosigningServer.line(altered));
        }
        assertIsNone(CosigningServer.line(Arrays.copyOf(bytes, 75)));
        assertIsNone(CosigningServer.line(Arrays.copyOf(bytes, 77)));
        assertIsNone(CosigningServer.line(Arrays.copyOf(bytes, 4)));
    }

    @Test
    void aLineOfAnotherFormIsNone() {
        String line = server.line(BODY, 7);
        for (String other : List.of(
                "",
                "\n",
                line.replace("—", "-"),
                line.replace("— ", "—  "),
                " " + line,
                line.replace("\n", " \n"),
                line.replace("\n", "\r\n"),
                line.replace("=", ""),
                line.toUpperCase(Locale.ROOT))) {
            assertIsNone(other);
        }
    }

    @Test
    void aRightOneBesideAWrongOneIsNone() {
        assertIsNone(server.line(BODY, 7) + server.line(checkpoint(6), 7));
        assertIsNone(server.line(checkpoint(6), 7) + server.line(BODY, 7));
    }

    @Test
    void aCosignatureOfAnotherWitnessIsNone() {
        try (CosigningServer other = new CosigningServer()) {
            assertIsNone(other.line(BODY, 7));
        }
    }

    @Test
    void aLongAnswerIsNotReadToItsEnd() {
        server.answer(200, server.line(BODY, 7) + "x".repeat(1 << 20));

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> cosign(0));
    }

    @Test
    void anAnswerThatEndsEarlyIsNone() {
        server.answerBy(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(server.line(BODY, 7).getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            exchange.close();
        });

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> cosign(0));
    }

    @Test
    void whoDoesNotAnswerInTimeIsNotWaitedFor() {
        CountDownLatch given = new CountDownLatch(1);
        server.answerBy(exchange -> await(given));
        witness = witness(server.url(), Duration.ofMillis(200));

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> cosign(0));
        given.countDown();
    }

    @Test
    void whoAnswersDropByDropIsNotWaitedFor() {
        CountDownLatch given = new CountDownLatch(1);
        server.answerBy(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.write('x');
            out.flush();
            await(given);
        });
        witness = witness(server.url(), Duration.ofMillis(200));

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> cosign(0));
        given.countDown();
    }

    @Test
    void whoIsNotThereIsUnavailable() {
        server.close();

        assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> cosign(0));
    }

    @Test
    void whatIsNoQuestionIsNotAsked() {
        List<byte[]> tooMany = Collections.nCopies(64, HASH);

        assertThatIllegalArgumentException().isThrownBy(() -> witness.cosign(1, tooMany, NOTE));
        assertThatIllegalArgumentException().isThrownBy(() -> witness.cosign(-1, List.of(), NOTE));
        assertThatIllegalArgumentException().isThrownBy(() -> witness.cosign(0, List.of(), BODY));
        assertThat(server.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://192.0.2.1:8080", "http://witness.example", "ftp://localhost", "localhost:80", "http:", ""
            })
    void elsewhereThanOnThisMachineItIsReachedByTlsOnly(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> witness(URI.create(url), Duration.ofSeconds(1)));
        assertThat(witness(URI.create("https://witness.example"), Duration.ofSeconds(1)))
                .isNotNull();
    }

    private Witness witness(URI url, Duration timeout) {
        return new HttpWitness(vertx, url, WitnessKey.parse(server.vkey()), timeout);
    }

    private Optional<String> cosign(long oldSize) {
        return witness.cosign(oldSize, List.of(), NOTE).await().indefinitely();
    }

    private void assertIsNone(String answer) {
        server.answer(200, answer);
        assertThatExceptionOfType(Unavailable.class).as(answer).isThrownBy(() -> cosign(0));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String checkpoint(int size) {
        return "log.example/1\n" + size + "\n" + Base64.getEncoder().encodeToString(HASH) + "\n";
    }

    private static String note(String body) {
        return body + "\n— log.example/1 AAAAAAAA\n";
    }
}
