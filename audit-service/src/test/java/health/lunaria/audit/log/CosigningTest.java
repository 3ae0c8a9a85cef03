package health.lunaria.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.lunaria.audit.witness.OtherSizes;
import health.lunaria.audit.witness.Witness;
import health.lunaria.audit.witness.WitnessException.OtherSize;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CosigningTest {

    private static final String NOTE = "log\n9\nroot\n\n— log signature\n";
    private static final String LINE = "— witness cosignature\n";

    private final List<String> asked = new ArrayList<>();

    @Test
    void provesFromTheCheckpointThatWasPublishedLast() {
        assertThat(cosigned(new KnowsSize(4), 4)).isEqualTo(NOTE + LINE);
        assertThat(asked).containsExactly("4 with 4..9");
    }

    @Test
    void theFirstCheckpointNeedsNoProof() {
        assertThat(cosigned(new KnowsSize(0), 0)).isEqualTo(NOTE + LINE);
        assertThat(asked).containsExactly("0 with nothing");
    }

    /** A crash came between the witness's signature and the publication. */
    @Test
    void goesOnFromWhatTheWitnessKnows() {
        assertThat(cosigned(new KnowsSize(7), 4)).isEqualTo(NOTE + LINE);
        assertThat(asked).containsExactly("4 with 4..9", "7 with 7..9");
    }

    @Test
    void aNewWitnessIsToldFromTheBeginning() {
        assertThat(cosigned(new KnowsSize(0), 4)).isEqualTo(NOTE + LINE);
        assertThat(asked).containsExactly("4 with 4..9", "0 with nothing");
    }

    /** An older state of the log was restored: it must not be published over what the witness has seen. */
    @Test
    void aWitnessThatKnowsMoreStopsThePublication() {
        assertThatExceptionOfType(OtherSize.class).isThrownBy(() -> cosigned(new KnowsSize(12), 4));
    }

    @Test
    void withoutAWitnessTheNoteStaysAsItIs() {
        assertThat(cosigned((known, proof, note) -> Uni.createFrom().item(Optional.empty()), 4))
                .isEqualTo(NOTE);
    }

    private String cosigned(Witness witness, long after) {
        return new Cosigning(witness, new NamedProofs(), null)
                .cosigned(after, 9, NOTE)
                .await()
                .indefinitely();
    }

    /** Its proofs say what they prove. */
    private static final class NamedProofs extends Tree {

        NamedProofs() {
            super(null);
        }

        @Override
        Uni<List<byte[]>> consistency(SqlClient client, long older, long size) {
            return Uni.createFrom().item(List.of((older + ".." + size).getBytes()));
        }
    }

    private final class KnowsSize implements Witness {

        private final long size;

        KnowsSize(long size) {
            this.size = size;
        }

        @Override
        public Uni<Optional<String>> cosign(long oldSize, List<byte[]> proof, String signedNote) {
            asked.add(oldSize + " with " + (proof.isEmpty() ? "nothing" : new String(proof.get(0))));
            return oldSize == size
                    ? Uni.createFrom().item(Optional.of(LINE))
                    : Uni.createFrom().failure(otherSize(size));
        }
    }

    private static OtherSize otherSize(long size) {
        return OtherSizes.of(size);
    }
}
