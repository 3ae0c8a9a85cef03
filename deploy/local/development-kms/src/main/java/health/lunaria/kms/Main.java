package health.lunaria.kms;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/**
 * Runs the development KMS as a process of its own: {@code java -jar development-kms.jar FILE}. The properties file names
 * profile, port, region, directory, root-secret-file, administrator, epoch-job (if there is one), and per principal {@code
 * principal.NAME.access-key-id} and {@code .secret-access-key}. Nobody but its owner may be able to read it.
 */
public final class Main {

    private static final String PREFIX = "principal.";
    private static final String SUFFIX = ".access-key-id";
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: development-kms FILE");
            System.exit(2);
        }
        DevelopmentKms kms = DevelopmentKms.start(config(Path.of(arguments[0])));
        Runtime.getRuntime().addShutdownHook(new Thread(kms::close));
    }

    static Config config(Path file) throws IOException {
        failIfReadableByOthers(file);
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Path rootSecret = Path.of(required(properties, "root-secret-file"));
        failIfReadableByOthers(rootSecret);
        String administrator = required(properties, "administrator");
        String epochJob = properties.getProperty("epoch-job");
        List<Principal> principals = properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX) && name.endsWith(SUFFIX))
                .map(name -> principal(properties, name.substring(PREFIX.length(), name.length() - SUFFIX.length())))
                .toList();
        return new Config(
                required(properties, "profile"),
                Integer.parseInt(required(properties, "port")),
                required(properties, "region"),
                Path.of(required(properties, "directory")),
                Files.readAllBytes(rootSecret),
                named(principals, administrator),
                principals.stream()
                        .filter(principal -> !principal.name().equals(administrator)
                                && !principal.name().equals(epochJob))
                        .toList(),
                epochJob == null ? null : named(principals, epochJob),
                Clock.systemUTC());
    }

    private static Principal named(List<Principal> principals, String name) {
        return principals.stream()
                .filter(principal -> principal.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " is no principal"));
    }

    private static Principal principal(Properties properties, String name) {
        return new Principal(
                name,
                required(properties, PREFIX + name + SUFFIX),
                required(properties, PREFIX + name + ".secret-access-key"));
    }

    private static String required(Properties properties, String name) {
        String value = properties.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The property " + name + " is missing");
        }
        return value.strip();
    }

    private static void failIfReadableByOthers(Path file) throws IOException {
        if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new IllegalArgumentException("Others than its owner can read or write " + file.getFileName());
        }
    }
}
