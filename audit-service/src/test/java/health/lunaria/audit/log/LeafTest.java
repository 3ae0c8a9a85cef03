package health.lunaria.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The expected bytes were computed by other software (Python's hashlib). */
class LeafTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] SALT = HEX.parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
    private static final byte[] EVENT =
            ("{\"action\":\"cycle.days.read\",\"actor\":{\"kind\":\"self\"},\"id\":\"01932a5c-7e00-7abc-8def-0123456789ab\","
                            + "\"service\":\"cycle-service\",\"subject\":\"alice\",\"time\":\"2026-11-24T09:00:00.000Z\"}")
                    .getBytes(StandardCharsets.UTF_8);

    @Test
    void aLeafIsTheTagAndTheCommitment() {
        assertThat(HEX.formatHex(Leaf.committingTo(SALT, EVENT).bytes()))
                .isEqualTo("6c756e617269612d6163636573732f310a"
                        + "b4c37a7d8a103fb0afb12e5b41130438fdca7dbef7d98ab133bca33a4e5337d7");
    }

    @Test
    void itsHashIsTheOneOfRfc6962() {
        assertThat(HEX.formatHex(Leaf.committingTo(SALT, EVENT).hash()))
                .isEqualTo("1666e8ae09b731d70356f7abbc07ce06b55681806b4f617d909786ed8ebe2d37");
    }

    /** From the test data of Certificate Transparency: the tree of one empty leaf. */
    @Test
    void theEmptyLeafHasItsWellKnownHash() {
        assertThat(HEX.formatHex(TreeHash.leaf(new byte[0])))
                .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    }

    @Test
    void anotherSaltOrAnotherEventIsAnotherLeaf() {
        Leaf leaf = Leaf.committingTo(SALT, EVENT);
        byte[] otherSalt = SALT.clone();
        otherSalt[31] ^= 1;
        byte[] otherEvent = EVENT.clone();
        otherEvent[0] ^= 1;

        assertThat(leaf.hasBytes(Leaf.committingTo(SALT, EVENT).bytes())).isTrue();
        assertThat(leaf.hasBytes(Leaf.committingTo(otherSalt, EVENT).bytes())).isFalse();
        assertThat(leaf.hasBytes(Leaf.committingTo(SALT, otherEvent).bytes())).isFalse();
        assertThat(leaf.hasBytes(new byte[0])).isFalse();
    }

    /** Else bytes could be moved between salt and event. */
    @Test
    void aSaltOfAnotherLengthIsRefused() {
        Stream.of(0, 31, 33)
                .forEach(length -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> Leaf.committingTo(new byte[length], EVENT)));
    }

    @Test
    void everySaltIsNew() {
        assertThat(Leaf.newSalt()).hasSize(32).isNotEqualTo(Leaf.newSalt());
    }

    @Test
    void whoGetsTheBytesCannotChangeTheLeaf() {
        Leaf leaf = Leaf.committingTo(SALT, EVENT);
        leaf.bytes()[20] ^= 1;

        assertThat(leaf.hasBytes(Leaf.committingTo(SALT, EVENT).bytes())).isTrue();
    }
}
