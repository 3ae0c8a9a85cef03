package health.lunaria.launcher;

import com.sun.management.OperatingSystemMXBean;
import health.lunaria.launcher.tls.Certificates;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for what could be wrong, and says of each thing found what to do about it. */
final class Doctor {

    private static final long GIGABYTE = 1L << 30;
    private static final Map<String, String> POSTGRES_SETTINGS = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "ssl", "on",
            "password_encryption", "scram-sha-256",
            "log_statement", "none",
            "log_parameter_max_length", "0",
            "log_parameter_max_length_on_error", "0",
            "log_error_verbosity", "terse");

    private final Stack stack;
    private boolean healthy = true;

    Doctor(Stack stack) {
        this.stack = stack;
    }

    int run() {
        Home home = stack.home();
        check("Java " + Runtime.version(), Runtime.version().feature() >= 17, "install a JDK, version 17 or newer");
        check("disk space", freeBytes(home.directory()) > 2 * GIGABYTE, "free at least 2 GB for " + home.directory());
        check("memory", maxMemory() > 4 * GIGABYTE, "the stack needs about 3 GB");
        check("home is private", isPrivate(home.directory()), "chmod -R go-rwx " + home.directory());
        for (Part part : stack.parts()) {
            check(part);
        }
        if (stack.process("postgres").isPresent() && stack.postgres().isReady()) {
            POSTGRES_SETTINGS.forEach((setting, expected) -> check(
                    "PostgreSQL " + setting + " = " + expected,
                    stack.postgres().administration().show(setting).equals(expected),
                    "./lunaria down, then up: it writes the settings anew"));
        }
        for (String part : ServicePart.NAMES) {
            checkCertificate(home, part);
        }
        System.out.println(healthy ? "All is well." : "Something needs care, see above.");
        return healthy ? 0 : 1;
    }

    private void check(Part part) {
        boolean runs = stack.process(part.name()).isPresent();
        if (runs) {
            check(part.name() + " is ready", part.isReady(), "./lunaria logs " + part.name());
        } else {
            check(
                    part.name() + " is down, port " + part.port() + " is free",
                    Ports.isFree(part.port()),
                    "end the program on port " + part.port()
                            + (part.port() == stack.home().port()
                                    ? ", or set LUNARIA_PORT"
                                    : ", or just run ./lunaria up: the part moves"));
        }
    }

    private void checkCertificate(Home home, String part) {
        Path file = home.tls().resolve(part + ".crt");
        if (!Files.exists(file)) {
            return;
        }
        try {
            Instant end = Certificates.read(file).getNotAfter().toInstant();
            check(
                    "certificate of " + part + " is valid until " + end,
                    end.isAfter(Instant.now().plus(Duration.ofDays(7))),
                    "./lunaria down, then up: it renews certificates");
        } catch (GeneralSecurityException | IOException unreadable) {
            check("certificate of " + part, false, "delete " + file + " and run ./lunaria up");
        }
    }

    private void check(String what, boolean good, String otherwise) {
        healthy &= good;
        System.out.println((good ? "  ok       " : "  PROBLEM  ") + what + (good ? "" : "  → " + otherwise));
    }

    private static long freeBytes(Path directory) {
        return directory.toFile().getUsableSpace();
    }

    private static long maxMemory() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
    }

    private static boolean isPrivate(Path directory) {
        Set<PosixFilePermission> others = EnumSet.copyOf(PosixFilePermissions.fromString("---rwxrwx"));
        try (Stream<Path> entries = Files.list(directory)) {
            return Stream.concat(Stream.of(directory), entries.filter(Files::isDirectory))
                    .allMatch(entry -> permissions(entry).stream().noneMatch(others::contains));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static Set<PosixFilePermission> permissions(Path file) {
        try {
            return Files.getPosixFilePermissions(file);
        } catch (IOException gone) {
            return Set.of();
        }
    }
}
