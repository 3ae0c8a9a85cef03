package health.lunaria.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** The inner ports of this stack, on the loopback interface: free ones taken at the first use, then kept. */
public final class Ports {

    private final Path file;
    private final Map<String, String> ports = new HashMap<>();

    public Ports(Path file) {
        this.file = file;
        Properties stored = PrivateFiles.readProperties(file);
        stored.stringPropertyNames().forEach(name -> ports.put(name, stored.getProperty(name)));
    }

    public synchronized int of(String name) {
        if (!ports.containsKey(name)) {
            renew(name);
        }
        return Integer.parseInt(ports.get(name));
    }

    /** Takes another port, because a stranger listens on the one that was taken. */
    public synchronized int renew(String name) {
        ports.put(name, Integer.toString(freePort()));
        PrivateFiles.write(file, ports);
        return Integer.parseInt(ports.get(name));
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private int freePort() {
        int port = anyFree();
        while (ports.containsValue(Integer.toString(port))) {
            port = anyFree();
        }
        return port;
    }

    /** A port of the loopback interface on which nobody listens at this moment. */
    public static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
