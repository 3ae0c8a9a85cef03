package health.lunaria.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory processes take, where the system tells (Linux); elsewhere 0. */
public final class Memory {

    private Memory() {}

    /** That of a process and of its children (PostgreSQL's), in kB. */
    public static long kilobytes(ProcessHandle process) {
        return proportional(process)
                + process.descendants().mapToLong(Memory::proportional).sum();
    }

    /** Shared pages count in part for each process that shares them (PSS), so that a sum makes sense. */
    private static long proportional(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/smaps_rollup"))
                    .lines()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException notLinuxOrGone) {
            return 0;
        }
    }
}
