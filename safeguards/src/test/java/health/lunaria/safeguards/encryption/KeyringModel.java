package health.lunaria.safeguards.encryption;

import static health.lunaria.safeguards.encryption.RealKeys.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import health.lunaria.safeguards.identity.SubjectRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a keyring has to be, plainly: who lives, what she sealed, and what was sealed by those who were erased. */
public final class KeyringModel {

    private static final RecordAddress ADDRESS = new RecordAddress("month", "days", Locator.ofNumber(1), 1, 0);
    private static final byte[] PLAINTEXT = "a note".getBytes(UTF_8);

    private final SubjectKeySource keys;
    private final SubjectKeyErasure erasure;
    private final Map<SubjectRef, byte[]> living = new HashMap<>();
    private final Map<SubjectRef, List<byte[]>> erased = new HashMap<>();
    private final Set<SubjectRef> gone = new HashSet<>();

    KeyringModel(SubjectKeySource keys, SubjectKeyErasure erasure) {
        this.keys = keys;
        this.erasure = erasure;
    }

    int size() {
        return living.size();
    }

    /** Somebody comes: for the first time, again, or after her erasure. */
    public void visit(SubjectRef subject) {
        if (gone.contains(subject)) {
            assertThatExceptionOfType(SubjectErasedException.class).isThrownBy(() -> await(keys.get(subject)));
            return;
        }
        SubjectKey key = await(keys.get(subject));
        byte[] written = living.computeIfAbsent(subject, newcomer -> key.seal(ADDRESS, PLAINTEXT));
        assertThat(key.open(ADDRESS, written)).isEqualTo(PLAINTEXT);
        key.destroy();
    }

    public void erase(SubjectRef subject) {
        byte[] written = living.remove(subject);
        assertThat(await(erasure.erase(subject))).isEqualTo(written != null);
        gone.add(subject);
        if (written != null) {
            erased.computeIfAbsent(subject, one -> new ArrayList<>()).add(written);
        }
    }

    /** Every living one opens what she sealed, and no erased one has a key. */
    public void holds() {
        living.forEach((subject, written) -> assertThat(
                        await(keys.find(subject)).orElseThrow().open(ADDRESS, written))
                .isEqualTo(PLAINTEXT));
        gone.forEach(subject -> assertThat(await(keys.find(subject))).isEmpty());
    }

    /** Of whom the model knows, nobody's key opens. */
    public void opensNothing() {
        opensNothingWith(keys);
    }

    /** Whether anything that the living or the erased sealed can be opened with keys from elsewhere. */
    void opensNothingWith(SubjectKeySource others) {
        living.keySet()
                .forEach(subject -> assertThatExceptionOfType(KeysUnavailableException.class)
                        .isThrownBy(() -> await(others.find(subject))));
        erased.keySet()
                .forEach(subject -> assertThatExceptionOfType(KeysUnavailableException.class)
                        .isThrownBy(() -> await(others.find(subject))));
    }

    /** Before the old KMS key is gone, a copy from before the erasures opens everything: what the turn is for. */
    void opensEverythingWith(SubjectKeySource others) {
        erased.forEach((subject, all) -> assertThat(
                        await(others.find(subject)).orElseThrow().open(ADDRESS, all.get(0)))
                .isEqualTo(PLAINTEXT));
    }
}
