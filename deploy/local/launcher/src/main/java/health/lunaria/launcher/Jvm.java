package health.lunaria.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How the stack's Java processes are run: small, and never dumping what they hold in memory. */
public final class Jvm {

    private static final int SHARED_ARCHIVES_SINCE = 19;

    private Jvm() {}

    /**
     * Deletes an archive that is older than the jar it was made from: the JVM ignores such a one, and does not replace it.
     *
     * @param archive may be {@code null}
     */
    static void forgetOutdated(Path archive, Path jar) {
        try {
            if (archive != null
                    && Files.exists(archive)
                    && Files.getLastModifiedTime(archive).compareTo(Files.getLastModifiedTime(jar)) < 0) {
                Files.delete(archive);
            }
        } catch (IOException failed) {
            throw new LauncherException(
                    "The archive " + archive + " cannot be replaced: " + failed.getMessage(), failed);
        }
    }

    /**
     * @param megabytes heap at most
     * @param archive where class data is kept for a faster next start, or {@code null}
     */
    public static List<String> command(int megabytes, Path archive) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xms32m");
        command.add("-Xmx" + megabytes + "m");
        command.add("-Xss512k");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-XX:-HeapDumpOnOutOfMemoryError");
        command.add("-XX:+DisableAttachMechanism");
        command.add("-Djava.net.preferIPv4Stack=true");
        if (archive != null && Runtime.version().feature() >= SHARED_ARCHIVES_SINCE) {
            command.add("-XX:+AutoCreateSharedArchive");
            command.add("-XX:SharedArchiveFile=" + archive);
            command.add("-Xlog:cds=off");
            command.add("-Xlog:cds+dynamic=off");
        }
        return command;
    }
}
