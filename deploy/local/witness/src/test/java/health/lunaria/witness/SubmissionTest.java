package health.lunaria.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubmissionTest {

    private static final TestLog LOG = TestLog.withLeaves(9);
    private static final String HASH = Base64Text.encode(LOG.root(1));
    private static final String CHECKPOINT = LOG.checkpoint(9);
    private static final String TEXT = LOG.text(9);
    private static final String SIGNATURE = LOG.signature(TEXT).line();

    @Test
    void readsTheExampleOfTheSpecification() {
        Submission submission = parse("""
                old 20852014
                PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
                jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
                5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
                /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

                — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
                — example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
                """);

        assertThat(submission.oldSize()).isEqualTo(20852014);
        assertThat(submission.proof()).hasSize(4);
        assertThat(submission.checkpoint().origin()).isEqualTo("example.com/behind-the-sofa");
        assertThat(submission.checkpoint().size()).isEqualTo(20852163);
        assertThat(submission.checkpoint().note().signatures())
                .extracting(NoteSignature::keyId)
                .containsExactly(0x033de0ae, 0xa292ea05);
    }

    @Test
    void readsTheLargestSize() {
        String text = LOG.text(Long.toString(Long.MAX_VALUE), HASH);

        assertThat(parse("old " + Long.MAX_VALUE + "\n\n" + LOG.signed(text)))
                .satisfies(read -> assertThat(read.oldSize()).isEqualTo(Long.MAX_VALUE))
                .satisfies(read -> assertThat(read.checkpoint().size()).isEqualTo(Long.MAX_VALUE));
    }

    static Stream<String> malformed() {
        return Stream.of(oldSizes(), proofs(), texts(), signatures()).flatMap(cases -> cases);
    }

    private static Stream<String> oldSizes() {
        return Stream.of(
                "",
                "\n",
                "\n\n",
                CHECKPOINT,
                "\n" + CHECKPOINT,
                "old 5\n" + CHECKPOINT,
                "old\n\n" + CHECKPOINT,
                "old \n\n" + CHECKPOINT,
                "old  5\n\n" + CHECKPOINT,
                "old 5 \n\n" + CHECKPOINT,
                "Old 5\n\n" + CHECKPOINT,
                "old\t5\n\n" + CHECKPOINT,
                "old 05\n\n" + CHECKPOINT,
                "old 00\n\n" + CHECKPOINT,
                "old -1\n\n" + CHECKPOINT,
                "old +1\n\n" + CHECKPOINT,
                "old 0x5\n\n" + CHECKPOINT,
                "old 5.0\n\n" + CHECKPOINT,
                "old \u0665\n\n" + CHECKPOINT,
                "old 9223372036854775808\n\n" + CHECKPOINT,
                "old 18446744073709551616\n\n" + CHECKPOINT,
                "old 5\r\n\r\n" + CHECKPOINT,
                "old 5\n\n\n" + CHECKPOINT,
                "\uFEFFold 5\n\n" + CHECKPOINT);
    }

    private static Stream<String> proofs() {
        String twoBytesMore = Base64.getEncoder().encodeToString(new byte[34]);
        String unpadded = HASH.substring(0, HASH.length() - 1);
        String otherEnd = unpadded.substring(0, unpadded.length() - 1) + nextBase64(unpadded.charAt(42)) + "=";
        return Stream.of(
                        "x",
                        " " + HASH,
                        HASH + " ",
                        HASH + HASH,
                        unpadded,
                        otherEnd,
                        twoBytesMore,
                        Base64.getEncoder().encodeToString(new byte[31]),
                        Base64.getUrlEncoder().encodeToString(filled((byte) 0xFF)),
                        "old 5",
                        "=")
                .map(line -> "old 5\n" + line + "\n\n" + CHECKPOINT);
    }

    private static Stream<String> texts() {
        return Stream.of(
                        "",
                        "\n",
                        LOG.origin() + "\n9\n",
                        "\n" + TEXT,
                        TEXT + "\nafter an empty line\n",
                        LOG.text("", HASH),
                        LOG.text("-1", HASH),
                        LOG.text("09", HASH),
                        LOG.text("9 ", HASH),
                        LOG.text("9223372036854775808", HASH),
                        LOG.text("9", ""),
                        LOG.text("9", "x"),
                        LOG.text("9", HASH.substring(0, 43)),
                        LOG.text("9", Base64.getEncoder().encodeToString(new byte[20])),
                        TEXT.replace("\n", "\r\n"),
                        TEXT + "a\u0000b\n",
                        TEXT + "a\tb\n")
                .map(text -> "old 5\n\n" + LOG.signed(text));
    }

    private static Stream<String> signatures() {
        String encoded = SIGNATURE.substring(SIGNATURE.lastIndexOf(' ') + 1);
        return Stream.of(
                        "",
                        "\n",
                        SIGNATURE.stripTrailing(),
                        SIGNATURE + "\n",
                        SIGNATURE + "x\n",
                        SIGNATURE.replace("\u2014", "-"),
                        SIGNATURE.replace("\u2014 ", "\u2014"),
                        SIGNATURE.replace("\u2014 ", "\u2014  "),
                        SIGNATURE.replace(" ", "\u00A0"),
                        "\u2014 a+b " + encoded,
                        "\u2014 a\u00A0b " + encoded,
                        "\u2014 " + encoded,
                        "\u2014 name AAAA\n",
                        "\u2014 name AAAAAA==\n",
                        "\u2014 name " + encoded.replace("=", "").stripTrailing() + "!\n",
                        SIGNATURE.repeat(101))
                .map(lines -> "old 5\n\n" + TEXT + "\n" + lines);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatIsMalformedIsRefused(String body) {
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> parse(body));
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        byte[] body = ("old 5\n\n" + LOG.signed(TEXT + "extension X\n")).getBytes(StandardCharsets.UTF_8);
        for (int value : List.of(0x80, 0xC0, 0xFE, 0xFF)) {
            byte[] damaged = body.clone();
            damaged[new String(body, StandardCharsets.ISO_8859_1).indexOf('X')] = (byte) value;
            assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> Submission.parse(damaged));
        }
    }

    @Test
    void whatIsCutOffIsRefused() {
        byte[] body = LOG.submission(5, 9).getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < body.length; length++) {
            byte[] cut = Arrays.copyOf(body, length);
            assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> Submission.parse(cut));
        }
    }

    private static Submission parse(String body) {
        return Submission.parse(body.getBytes(StandardCharsets.UTF_8));
    }

    /** The digit after this one: other bits where the last digit before the padding has some that mean nothing. */
    private static char nextBase64(char digit) {
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        return digits.charAt(digits.indexOf(digit) + 1);
    }

    private static byte[] filled(byte value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, value);
        return bytes;
    }
}
