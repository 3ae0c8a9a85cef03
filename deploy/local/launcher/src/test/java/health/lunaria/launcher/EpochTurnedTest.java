package health.lunaria.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpochTurnedTest {

    @Test
    void tellsWhatWaitsForApproval() {
        EpochTurned turned = parse("{\"service\":\"cycle-service\",\"openEpoch\":2,\"opened\":true,\"emptied\":1,\"moved\":7,\"left\":0,"
                + "\"broken\":0,\"keys\":[{\"epoch\":1,\"key\":\"arn:k\",\"fate\":\"waiting-for-approval\",\"request\":\"r-1\",\"approvals\":1}]}");

        assertThat(turned.isFailed()).isFalse();
        assertThat(EpochTurned.table(List.of(turned)))
                .hasSize(2)
                .last()
                .asString()
                .contains("cycle-service", "2", "7", "waits for approval r-1 (1 of 2)");
    }

    @Test
    void tellsWhenAKeyIsGone() {
        EpochTurned turned = parse("{\"service\":\"cycle-service\",\"openEpoch\":3,\"moved\":0,\"left\":0,\"keys\":["
                + "{\"epoch\":1,\"key\":\"arn:k\",\"fate\":\"scheduled\",\"goneAt\":\"2026-12-04T10:00:00Z\"},"
                + "{\"epoch\":2,\"key\":\"arn:l\",\"fate\":\"refused\",\"request\":\"r-2\",\"approvals\":2}]}");

        assertThat(EpochTurned.table(List.of(turned)))
                .hasSize(3)
                .anyMatch(line -> line.contains("2026-12-04T10:00:00Z"))
                .anyMatch(line -> line.contains("refused"));
    }

    @Test
    void tellsWhatFailed() {
        EpochTurned turned = parse("{\"service\":\"cycle-service\",\"keys\":[],\"failure\":\"KMS is away\"}");

        assertThat(turned.isFailed()).isTrue();
        assertThat(EpochTurned.table(List.of(turned)).get(1)).contains("FAILED: KMS is away");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "no json", "{\"service\":\"billing-service\",\"keys\":[]}"})
    void whatIsNoReportOfThisServiceIsAFailure(String report) {
        assertThat(parse(report).isFailed()).isTrue();
    }

    private static EpochTurned parse(String report) {
        return EpochTurned.parse("cycle-service", report);
    }
}
