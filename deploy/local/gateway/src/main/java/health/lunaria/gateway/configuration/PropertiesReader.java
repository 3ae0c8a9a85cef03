package health.lunaria.gateway.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** Takes properties one by one; what nobody took is unknown and refused by {@link #finish()}. */
final class PropertiesReader {

    private static final int MAX_PORT = 65_535;

    private final Properties properties;
    private final Set<String> left;

    PropertiesReader(Properties properties) {
        this.properties = properties;
        this.left = new TreeSet<>(properties.stringPropertyNames());
    }

    Set<String> names() {
        return properties.stringPropertyNames();
    }

    Optional<String> optional(String name) {
        left.remove(name);
        return Optional.ofNullable(properties.getProperty(name)).map(String::trim);
    }

    String mandatory(String name) {
        return optional(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new ConfigurationException("the property " + name + " is missing"));
    }

    int port(String name) {
        return number(name, mandatory(name), 0, MAX_PORT);
    }

    int positive(String name, int otherwise) {
        return optional(name)
                .map(text -> number(name, text, 1, Integer.MAX_VALUE))
                .orElse(otherwise);
    }

    Duration duration(String name, Duration otherwise) {
        return optional(name)
                .map(text -> Durations.parse(text)
                        .orElseThrow(() -> new ConfigurationException(name + " must be a duration such as 30s")))
                .orElse(otherwise);
    }

    boolean flag(String name) {
        String text = optional(name).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw new ConfigurationException(name + " must be true or false");
        }
        return text.equals("true");
    }

    Path file(String name) {
        Path file = Path.of(mandatory(name));
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new ConfigurationException(name + " must name a readable file");
        }
        return file;
    }

    Path directory(String name) {
        Path directory = Path.of(mandatory(name));
        if (!Files.isDirectory(directory)) {
            throw new ConfigurationException(name + " must name a directory");
        }
        return directory;
    }

    void finish() {
        if (!left.isEmpty()) {
            throw new ConfigurationException("unknown properties: " + String.join(", ", left));
        }
    }

    private static int number(String name, String text, int from, int to) {
        try {
            int number = Integer.parseInt(text);
            if (number >= from && number <= to) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, without the value.
        }
        throw new ConfigurationException(name + " must be a whole number from " + from + " to " + to);
    }
}
