package health.lunaria.launcher.proof;

import static health.lunaria.launcher.proof.Trials.COSIGNED;
import static health.lunaria.launcher.proof.Trials.FIRST_WITNESS;
import static health.lunaria.launcher.proof.Trials.LOG;
import static health.lunaria.launcher.proof.Trials.SIZE;
import static health.lunaria.launcher.proof.Trials.bytes;
import static health.lunaria.launcher.proof.Trials.cosigned;
import static health.lunaria.launcher.proof.Trials.proof;
import static health.lunaria.launcher.proof.Trials.proofUnder;
import static health.lunaria.launcher.proof.Trials.refused;
import static health.lunaria.launcher.proof.Trials.verify;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proof is written in one way: whatever is changed, left out, doubled or added makes it none. */
class ProofFormatTest {

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
}
