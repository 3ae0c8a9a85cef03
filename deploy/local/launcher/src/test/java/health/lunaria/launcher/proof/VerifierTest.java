package health.lunaria.launcher.proof;

import static health.lunaria.launcher.proof.Trials.COSIGNED;
import static health.lunaria.launcher.proof.Trials.FIRST_WITNESS;
import static health.lunaria.launcher.proof.Trials.LOG;
import static health.lunaria.launcher.proof.Trials.SECOND_WITNESS;
import static health.lunaria.launcher.proof.Trials.SIGNER;
import static health.lunaria.launcher.proof.Trials.SIZE;
import static health.lunaria.launcher.proof.Trials.bytes;
import static health.lunaria.launcher.proof.Trials.cosigned;
import static health.lunaria.launcher.proof.Trials.key;
import static health.lunaria.launcher.proof.Trials.logOf;
import static health.lunaria.launcher.proof.Trials.proof;
import static health.lunaria.launcher.proof.Trials.proofUnder;
import static health.lunaria.launcher.proof.Trials.proofWith;
import static health.lunaria.launcher.proof.Trials.refusal;
import static health.lunaria.launcher.proof.Trials.refused;
import static health.lunaria.launcher.proof.Trials.verify;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {

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
}
