package health.lunaria.audit.verify.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The text is the example of C2SP tlog-checkpoint. */
class CheckpointBodyTest {

    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    private static final String TEXT = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";

    static Stream<String> malformed() {
        return Stream.of(
                "",
                "\n",
                TEXT.stripTrailing(),
                TEXT + "\n",
                "\n" + TEXT,
                TEXT + "extension\n\n",
                "example.com/behind-the-sofa\n20852163\n",
                TEXT.replace("example.com/behind-the-sofa", ""),
                TEXT.replace("20852163", ""),
                TEXT.replace("20852163", "020852163"),
                TEXT.replace("20852163", "+20852163"),
                TEXT.replace("20852163", "-20852163"),
                TEXT.replace("20852163", "20852163 "),
                TEXT.replace("20852163", "0x13e2e43"),
                TEXT.replace("20852163", "٢٠"),
                TEXT.replace("20852163", "9223372036854775808"),
                TEXT.replace("20852163", "20852163000000000000"),
                TEXT.replace(ROOT, ROOT.substring(4)),
                TEXT.replace(ROOT, ROOT.replace("=", "")),
                TEXT.replace(ROOT, ROOT.replace("q2I=", "q2J=")),
                TEXT.replace(ROOT, ROOT + " "),
                TEXT.replace(ROOT, "AAAA" + ROOT));
    }

    @Test
    void theExampleIsRead() throws Exception {
        CheckpointBody body = CheckpointBody.parse(TEXT);

        assertThat(body.origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(body.size()).isEqualTo(20_852_163);
        assertThat(body.root()).isEqualTo(Base64.getDecoder().decode(ROOT));
        assertThat(body.extensions()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void malformed(String text) {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> CheckpointBody.parse(text));
    }

    @Test
    void extensionsAreKeptAsTheyAre() throws Exception {
        assertThat(CheckpointBody.parse(TEXT + "one\n two \n").extensions()).containsExactly("one", " two ");
    }

    @Test
    void anEmptyTreeAndTheLargestOneAreRead() throws Exception {
        assertThat(CheckpointBody.parse(TEXT.replace("20852163", "0")).size()).isZero();
        assertThat(CheckpointBody.parse(TEXT.replace("20852163", "9223372036854775807"))
                        .size())
                .isEqualTo(Long.MAX_VALUE);
    }
}
