package health.lunaria.witness;

import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Properties;

/**
 * Runs the witness as a process of its own: {@code java -jar witness.jar FILE}. The properties file names port, directory,
 * name, and per log {@code log.NAME} with its vkey; address and beyond-loopback if it is to listen elsewhere than on the
 * loopback interface. Nobody but its owner may be able to reach it: who writes it says which logs are trusted.
 */
public final class Main {

    private static final String LOG = "log.";
    private static final String LOOPBACK = "127.0.0.1";

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: witness FILE");
            System.exit(2);
        }
        WitnessServer witness = WitnessServer.start(config(Path.of(arguments[0])));
        Runtime.getRuntime().addShutdownHook(new Thread(witness::close));
    }

    static Config config(Path file) throws IOException {
        PrivateDirectory.failIfOpenToOthers(file);
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new Config(
                InetAddress.getByName(properties.getProperty("address", LOOPBACK)),
                Boolean.parseBoolean(properties.getProperty("beyond-loopback")),
                Integer.parseInt(required(properties, "port")),
                Path.of(required(properties, "directory")),
                required(properties, "name"),
                logs(properties),
                Clock.systemUTC());
    }

    private static List<String> logs(Properties properties) {
        List<String> logs = properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(LOG))
                .sorted()
                .map(name -> required(properties, name))
                .toList();
        if (logs.isEmpty()) {
            throw new IllegalArgumentException("No property " + LOG + "NAME: there is no log to watch");
        }
        return logs;
    }

    private static String required(Properties properties, String name) {
        String value = properties.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The property " + name + " is missing");
        }
        return value.strip();
    }
}
