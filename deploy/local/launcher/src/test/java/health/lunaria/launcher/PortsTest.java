package health.lunaria.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @TempDir
    Path directory;

    @Test
    void aPartKeepsItsPort() {
        int port = ports().of("kms");

        assertThat(ports().of("kms")).isEqualTo(port);
    }

    @Test
    void noTwoPartsShareAPort() {
        Ports ports = ports();
        Set<Integer> taken = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            assertThat(taken.add(ports.of("part-" + i))).isTrue();
        }
    }

    @Test
    void anotherPortIsKeptAsWell() {
        int first = ports().of("kms");
        int second = ports().renew("kms");

        assertThat(second).isNotEqualTo(first);
        assertThat(ports().of("kms")).isEqualTo(second);
    }

    @Test
    void aPortIsFreeUntilSomebodyListens() throws IOException {
        int port = Ports.anyFree();
        assertThat(Ports.isFree(port)).isTrue();

        try (ServerSocket stranger = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(Ports.isFree(stranger.getLocalPort())).isFalse();
        }
    }

    private Ports ports() {
        return new Ports(directory.resolve("ports.properties"));
    }
}
