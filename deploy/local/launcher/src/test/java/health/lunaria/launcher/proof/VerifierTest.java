package health.lunaria.launcher.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {

    private static final NoteSigner SIGNER = NoteSigner.log("log.example/v1/audit/log");
    private static final NoteSigner FIRST_WITNESS = NoteSigner.witness("witness.example/one");
    private static final NoteSigner SECOND_WITNESS = NoteSigner.witness("witness.example/two");
    private static final long COSIGNED = 1_795_510_800;
    private static final int SIZE = 13;
    private static final ReferenceLog LOG = logOf(SIZE);

    private static ReferenceLog logOf(int size) {
        ReferenceLog log = new ReferenceLog(SIGNER);
        IntStream.range(0, size).forEach(i -> log.append(LoggedAccess.number(i).leaf()));
        return log;
    }

    @Test
    void everyEntryOfEverySmallTreeIsFound() throws Exception {
        ReferenceLog log = logOf(36);
        for (int size = 1; size <= log.size(); size++) {
            for (int index = 0; index < size; index++) {
                String proof = log.proof(index, size, LoggedAccess.number(index).opening());
                Verifier.Verified verified = verify(proof);
                assertThat(verified.index()).isEqualTo(index);
                assertThat(verified.size()).isEqualTo(size);
                assertThat(verified.event().id()).endsWith(String.format("%012d", index));
            }
        }
    }

    @Test
    void everyPartOfTheEventIsRead() throws Exception {
        AccessEvent event = verify(proofOf(LoggedAccess.number(5).event())).event();

        assertThat(event.action()).isEqualTo("cycle.days.read");
        assertThat(event.actorKind()).isEqualTo("self");
        assertThat(event.actorName()).isNull();
        assertThat(event.service()).isEqualTo("cycle-service");
        assertThat(event.subject()).isEqualTo("f47ac10b-58cc-4372-a567-0e02b2c3d479");
        assertThat(event.time()).isEqualTo("2026-11-24T09:00:00Z");
        assertThat(event).hasToString("AccessEvent[redacted]");
    }

    @Test
    void witnessesThatCosignedAreNamedWithTheirTime() throws Exception {
        String text = LOG.checkpointText(SIZE);
        String proof = proof() + FIRST_WITNESS.cosign(text, COSIGNED) + SECOND_WITNESS.cosign(text, 0);

        assertThat(verify(proof, FIRST_WITNESS, SECOND_WITNESS).cosigned())
                .hasToString("{witness.example/one=2026-11-24T09:00:00Z, witness.example/two=1970-01-01T00:00:00Z}");
    }

    @Test
    void signaturesOfStrangersMeanNothing() throws Exception {
        String text = LOG.checkpointText(SIZE);
        NoteSigner sameName = NoteSigner.log(SIGNER.name());
        String proof = proof() + sameName.sign(text + "else") + FIRST_WITNESS.cosign(text + "else", COSIGNED);

        assertThat(verify(proof).index()).isEqualTo(3);
    }

    @Test
    void sixteenSignaturesAreRead() throws Exception {
        StringBuilder proof = new StringBuilder(proof());
        for (int i = 0; i < 16; i++) {
            proof.append(NoteSigner.witness("witness.example/" + i).cosign(LOG.checkpointText(SIZE), COSIGNED));
        }
        assertThat(verify(proof.toString()).index()).isEqualTo(3);
    }

    /** The neighbour, the other case, and what is no ASCII. */
    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x20, 0x80})
    void noByteOfAProofCanBeChanged(int bits) {
        byte[] proof = bytes(cosigned());
        for (int at = 0; at < proof.length; at++) {
            byte[] changed = proof.clone();
            changed[at] ^= (byte) bits;
            refused(changed, FIRST_WITNESS);
        }
    }

    @Test
    void noByteCanBeLeftOutOrDoubled() {
        byte[] proof = bytes(cosigned());
        for (int at = 0; at < proof.length; at++) {
            byte[] head = Arrays.copyOf(proof, at);
            byte[] tail = Arrays.copyOfRange(proof, at + 1, proof.length);
            refused(ReferenceLog.concat(head, tail), FIRST_WITNESS);
            refused(ReferenceLog.concat(head, new byte[] {proof[at], proof[at]}, tail), FIRST_WITNESS);
        }
    }

    @Test
    void noBeginningOfAProofIsOne() {
        byte[] proof = bytes(proof());
        for (int length = 0; length < proof.length; length++) {
            refused(Arrays.copyOf(proof, length));
        }
    }

    @Test
    void noLineCanBeLeftOutDoubledOrMoved() {
        List<String> lines = Arrays.asList(cosigned().split("\n"));
        for (int at = 0; at < lines.size(); at++) {
            List<String> without = new ArrayList<>(lines);
            without.remove(at);
            refused(bytes(String.join("\n", without) + "\n"), FIRST_WITNESS);
            List<String> doubled = new ArrayList<>(lines);
            doubled.add(at, lines.get(at));
            refused(bytes(String.join("\n", doubled) + "\n"), FIRST_WITNESS);
            for (int other = at + 1; other < lines.size() - 2; other++) {
                List<String> swapped = new ArrayList<>(lines);
                Collections.swap(swapped, at, other);
                if (swapped.equals(lines)) {
                    continue;
                }
                refused(bytes(String.join("\n", swapped) + "\n"), FIRST_WITNESS);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", " ", "x", "\n\n", "\u0000", "c2sp.org/tlog-proof@v1\n"})
    void nothingMayFollow(String trailing) {
        assertThat(refused(bytes(proof() + trailing))).isEqualTo(Check.FORMAT);
    }

    @Test
    void linesEndInOneWay() {
        assertThat(refused(bytes(proof().replace("\n", "\r\n")))).isEqualTo(Check.FORMAT);
        assertThat(refused(bytes(proof().replace("\n", "\r")))).isEqualTo(Check.FORMAT);
        assertThat(refused(bytes("\uFEFF" + proof()))).isEqualTo(Check.FORMAT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "03",
                "+3",
                "-3",
                "3.0",
                "0x3",
                "3 ",
                " 3",
                "",
                "٣",
                "9223372036854775808",
                "18446744073709551619",
                "99999999999999999999999999999999999999"
            })
    void aNumberIsWrittenInOneWay(String number) {
        assertThat(refused(bytes(proof().replace("index 3\n", "index " + number + "\n"))))
                .isEqualTo(Check.FORMAT);
        String text = LOG.checkpointText(SIZE).replace("\n13\n", "\n" + number + "\n");
        assertThat(refused(bytes(proofUnder(text)))).isEqualTo(Check.FORMAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "4", "12", "13", "9223372036854775807"})
    void itHoldsForNoOtherPlace(String index) {
        assertThat(refused(bytes(proof().replace("index 3\n", "index " + index + "\n"))))
                .isEqualTo(Check.INCLUSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3", "5", "8", "31", "9223372036854775807"})
    void itHoldsForNoTreeOfAnotherHeight(String size) {
        String text = LOG.checkpointText(SIZE).replace("\n13\n", "\n" + size + "\n");

        assertThat(refused(bytes(proofUnder(text)))).isEqualTo(Check.INCLUSION);
    }

    @Test
    void anInnerNodePassesForNoLeaf() {
        List<byte[]> above = LOG.path(3, SIZE).subList(1, LOG.path(3, SIZE).size());
        String proof = ReferenceLog.proof(1, above, LoggedAccess.number(3).opening(), LOG.checkpoint(SIZE));

        assertThat(refused(bytes(proof))).isEqualTo(Check.INCLUSION);
    }

    @Test
    void aProofHasNoMoreHashesThanAnyTreeHasLevels() {
        List<byte[]> path = Collections.nCopies(64, new byte[32]);
        String proof = ReferenceLog.proof(3, path, LoggedAccess.number(3).opening(), LOG.checkpoint(SIZE));

        assertThat(refused(bytes(proof))).isEqualTo(Check.FORMAT);
    }

    @Test
    void aHugeProofIsNotRead() {
        assertThat(refused(new byte[Proof.MAX_LENGTH + 1])).isEqualTo(Check.FORMAT);
        String many = proof()
                + FIRST_WITNESS.cosign(LOG.checkpointText(SIZE), COSIGNED).repeat(100);
        assertThat(refused(bytes(many))).isEqualTo(Check.FORMAT);
    }

    @Test
    void aCheckpointOfAnotherLogIsRefusedByItsName() {
        NoteSigner other = NoteSigner.log("log.example/other");

        assertThat(refusal(bytes(proof()), key(other)).check()).isEqualTo(Check.ORIGIN);
    }

    @Test
    void theOriginIsCheckedEvenWhenTheSignatureIsRight() {
        String text = LOG.checkpointText(SIZE).replace(SIGNER.name(), SIGNER.name() + "2");

        assertThat(refused(bytes(proofUnder(text)))).isEqualTo(Check.ORIGIN);
    }

    @Test
    void anotherKeyOfTheSameNameIsAnotherKey() {
        assertThat(refusal(bytes(proof()), key(NoteSigner.log(SIGNER.name()))).check())
                .isEqualTo(Check.SIGNATURE);
    }

    @Test
    void aSignatureOverAnotherCheckpointDoesNotCount() {
        String checkpoint = LOG.checkpointText(SIZE) + "\n" + SIGNER.sign(LOG.checkpointText(SIZE - 1));

        assertThat(refused(bytes(proofWith(checkpoint)))).isEqualTo(Check.SIGNATURE);
    }

    @Test
    void aLogSignsOnce() {
        String twice = proof() + SIGNER.sign(LOG.checkpointText(SIZE));

        assertThat(refused(bytes(twice))).isEqualTo(Check.SIGNATURE);
    }

    @Test
    void aWitnessThatDidNotCosignIsMissed() {
        assertThat(refused(bytes(proof()), FIRST_WITNESS)).isEqualTo(Check.WITNESSES);
        assertThat(refused(bytes(cosigned()), FIRST_WITNESS, SECOND_WITNESS)).isEqualTo(Check.WITNESSES);
    }

    @Test
    void aPlainSignatureIsNoCosignature() {
        String proof = proof() + FIRST_WITNESS.sign(LOG.checkpointText(SIZE));

        assertThat(refused(bytes(proof), FIRST_WITNESS)).isEqualTo(Check.WITNESSES);
    }

    @Test
    void aCosignatureOfAnotherCheckpointDoesNotCount() {
        String proof = proof() + FIRST_WITNESS.cosign(LOG.checkpointText(SIZE - 1), COSIGNED);

        assertThat(refused(bytes(proof), FIRST_WITNESS)).isEqualTo(Check.WITNESSES);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 253_402_300_800L})
    void noWitnessCosignsBeforeOrAfterAllTime(long seconds) {
        String proof = proof() + FIRST_WITNESS.cosign(LOG.checkpointText(SIZE), seconds);

        assertThat(refused(bytes(proof), FIRST_WITNESS)).isEqualTo(Check.WITNESSES);
    }

    @Test
    void linesThatExtendACheckpointAreSignedToo() throws Exception {
        String text = LOG.checkpointText(SIZE) + "extension\n";

        assertThat(verify(proofUnder(text)).index()).isEqualTo(3);
        assertThat(refused(bytes(proofUnder(text).replace("extension", "extensiom"))))
                .isEqualTo(Check.SIGNATURE);
    }

    /** The log holds each of these, so it is the reading that refuses them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "{\"action\":|{ \"action\":",
                "\"service\":\"cycle-service\",|\"service\":\"cycle-service\",\"service\":\"cycle-service\",",
                "\"service\":\"cycle-service\",|",
                "\"service\":\"cycle-service\"|\"service\":7",
                "\"service\":\"cycle-service\"|\"service\":null",
                "\"service\":\"cycle-service\"|\"service\":\"\\u0063ycle-service\"",
                "\"service\":\"cycle-service\"|\"service\":\"\\ud800\"",
                "\"service\":\"cycle-service\"|\"service\":\"cycle-service\",\"reason\":\"x\"",
                "{\"kind\":\"self\"}|{\"kind\":\"self\",\"kind\":\"store\"}",
                "{\"kind\":\"self\"}|{\"kind\":\"self\",\"name\":null}",
                "{\"kind\":\"self\"}|{\"name\":\"self\"}",
                "{\"kind\":\"self\"}|\"self\"",
                "{\"kind\":\"self\"}|[]",
                "09:00:00.000Z|09:00:00Z",
                "09:00:00.000Z|10:00:00.000+01:00",
                "2026-11-24|2026-02-30",
                "T09:00:00|T24:00:00",
                ".000Z\"}|.000Z\"} ",
                ".000Z\"}|.000Z\"}{}",
                ".000Z\"}|.000Z\"",
            })
    void anEventIsWrittenInOneWay(String part, String otherwise) {
        String event = LoggedAccess.number(5).event().replace(part, otherwise == null ? "" : otherwise);

        assertThat(refused(bytes(proofOf(event)))).isEqualTo(Check.EVENT);
    }

    @Test
    void aSubjectOfManyAlphabetsIsRead() throws Exception {
        String event = LoggedAccess.number(5).event().replace("f47ac10b", "a\\\"b\\\\c/ü€😴<&>\u2028\\u001b\\n");

        assertThat(verify(proofOf(event)).event().subject()).startsWith("a\"b\\c/ü€😴<&>\u2028\u001b\n-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"salt\":\"\",\"event\":\"{}\"}",
                "{\"salt\":\"AAAA\",\"event\":\"{}\"}",
                "{\"salt\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\"event\":\"{}\"}",
                "{\"salt\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\",\"event\":\"{}\"}",
                "{\"salt\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\",\"event\":{}}",
                "{\"salt\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\",\"event\":\"\"}",
                "{\"salt\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\",\"event\":\"{}\",\"event\":\"{}\"}",
                "{\"salt\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\",\"event\":\"{}\",\"more\":\"\"}",
                "\u00ff"
            })
    void whatOpensNothingIsRefused(String opening) {
        String proof = LOG.proof(3, SIZE, opening.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refused(bytes(proof))).isEqualTo(Check.EVENT);
    }

    @Test
    void jsonThatIsAllBracketsDoesNotExhaustTheStack() {
        String proof = LOG.proof(3, SIZE, bytes("[".repeat(100_000)));

        assertThat(refused(bytes(proof))).isEqualTo(Check.EVENT);
    }

    @Test
    void anotherSaltOrAnotherEventIsNotInTheLog() {
        LoggedAccess logged = LoggedAccess.number(3);
        byte[] otherSalt = new LoggedAccess(LoggedAccess.number(4).salt(), logged.event()).opening();
        byte[] otherEvent = new LoggedAccess(
                        logged.salt(), logged.event().replace("\"kind\":\"self\"", "\"kind\":\"service\""))
                .opening();

        assertThat(refused(bytes(LOG.proof(3, SIZE, otherSalt)))).isEqualTo(Check.INCLUSION);
        assertThat(refused(bytes(LOG.proof(3, SIZE, otherEvent)))).isEqualTo(Check.INCLUSION);
    }

    @Test
    void whySomethingIsRefusedDoesNotSayWhatStoodThere() {
        String event = LoggedAccess.number(5).event().replace("\"kind\"", "\"secret\"");

        assertThat(refusal(bytes(proofOf(event)), key(SIGNER))).hasMessageNotContaining("secret");
    }

    /** A right proof of entry 3. */
    private static String proof() {
        return LOG.proof(3, SIZE, LoggedAccess.number(3).opening());
    }

    private static String cosigned() {
        return proof() + FIRST_WITNESS.cosign(LOG.checkpointText(SIZE), COSIGNED);
    }

    /** Entry 3 under a checkpoint that says something else, and is signed. */
    private static String proofUnder(String checkpointText) {
        return proofWith(checkpointText + "\n" + SIGNER.sign(checkpointText));
    }

    private static String proofWith(String checkpoint) {
        return ReferenceLog.proof(3, LOG.path(3, SIZE), LoggedAccess.number(3).opening(), checkpoint);
    }

    /** Of an event that a log really holds. */
    private static String proofOf(String event) {
        LoggedAccess access = new LoggedAccess(LoggedAccess.number(5).salt(), event);
        ReferenceLog log = logOf(5);
        log.append(access.leaf());
        return log.proof(5, 6, access.opening());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static VerifierKey key(NoteSigner log) {
        return VerifierKey.parse(log.verifierKey(), VerifierKey.Use.LOG);
    }

    private static Verifier verifier(VerifierKey log, NoteSigner... witnesses) {
        return new Verifier(
                log,
                Arrays.stream(witnesses)
                        .map(witness -> VerifierKey.parse(witness.verifierKey(), VerifierKey.Use.WITNESS))
                        .toList());
    }

    private static Verifier.Verified verify(String proof, NoteSigner... witnesses) throws RefusedException {
        return verifier(key(SIGNER), witnesses).verify(bytes(proof));
    }

    private static Check refused(byte[] proof, NoteSigner... witnesses) {
        return refusal(proof, key(SIGNER), witnesses).check();
    }

    private static RefusedException refusal(byte[] proof, VerifierKey log, NoteSigner... witnesses) {
        RefusedException refusal = catchThrowableOfType(
                RefusedException.class, () -> verifier(log, witnesses).verify(proof));
        assertThat(refusal).as("it was accepted").isNotNull();
        return refusal;
    }
}
