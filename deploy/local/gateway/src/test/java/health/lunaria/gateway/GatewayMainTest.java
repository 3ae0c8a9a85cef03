package health.lunaria.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.gateway.fixture.GatewayFixture;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is started, in a process of its own. */
class GatewayMainTest {

    private static final int KILLED_BY_TERM = 143;

    @TempDir
    private Path directory;

    @Test
    void itSaysWhenItListensAndEndsInOrderOnASignal() throws Exception {
        try (GatewayFixture fixture = new GatewayFixture(directory)) {
            Process gateway = run(fixture.configuration().toString());
            try (BufferedReader out = gateway.inputReader(StandardCharsets.UTF_8)) {
                assertThat(out.readLine()).contains("\"event\":\"listening\"").contains("stand-in for Envoy Gateway");
                // Not by the process itself, which would close its output.
                gateway.toHandle().destroy();
                assertThat(gateway.waitFor(10, TimeUnit.SECONDS)).isTrue();
                assertThat(gateway.exitValue()).isEqualTo(KILLED_BY_TERM);
                assertThat(out.lines()).anyMatch(line -> line.contains("\"event\":\"stopping\""));
            } finally {
                gateway.destroyForcibly();
            }
        }
    }

    @Test
    void aRefusedConfigurationIsToldInOneLine() throws Exception {
        try (GatewayFixture fixture = new GatewayFixture(directory)) {
            Process gateway =
                    run(fixture.with("limits.bodies", "s3cret").configuration().toString());
            try (BufferedReader errors = gateway.errorReader(StandardCharsets.UTF_8)) {
                assertThat(errors.readLine()).isEqualTo("gateway: unknown properties: limits.bodies");
                assertThat(errors.readLine()).isNull();
                assertThat(gateway.waitFor(10, TimeUnit.SECONDS)).isTrue();
                assertThat(gateway.exitValue()).isEqualTo(2);
            } finally {
                gateway.destroyForcibly();
            }
        }
    }

    private static Process run(String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String[] command = new String[arguments.length + 4];
        command[0] = java;
        command[1] = "-cp";
        command[2] = System.getProperty("java.class.path");
        command[3] = GatewayMain.class.getName();
        System.arraycopy(arguments, 0, command, 4, arguments.length);
        return new ProcessBuilder(command).start();
    }
}
