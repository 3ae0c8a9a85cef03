package health.lunaria.launcher.proof;

import static health.lunaria.launcher.proof.Trials.LOG;
import static health.lunaria.launcher.proof.Trials.SIGNER;
import static health.lunaria.launcher.proof.Trials.SIZE;
import static health.lunaria.launcher.proof.Trials.bytes;
import static health.lunaria.launcher.proof.Trials.key;
import static health.lunaria.launcher.proof.Trials.proof;
import static health.lunaria.launcher.proof.Trials.proofOf;
import static health.lunaria.launcher.proof.Trials.refusal;
import static health.lunaria.launcher.proof.Trials.refused;
import static health.lunaria.launcher.proof.Trials.verify;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An event can be read in one way only, and it is the one that the log holds. */
class AccessEventTest {

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
}
