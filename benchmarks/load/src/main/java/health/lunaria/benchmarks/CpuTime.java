package health.lunaria.benchmarks;

import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How long processors worked for a process, its children and those of them that ended, where the system tells (Linux). */
final class CpuTime {

    /** Linux tells all programs times in hundredths of a second, whatever it counts in itself. */
    private static final double TICKS_PER_SECOND = 100;

    /** Of {@code /proc/…/stat}, behind the name: own time in the program and in the kernel; the same of ended children. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private CpuTime() {}

    /** In seconds, since it began. */
    static double of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToDouble(each -> seconds(Path.of("/proc", Long.toString(each.pid()), "stat")))
                .sum();
    }

    private static double seconds(Path file) {
        try {
            return seconds(Files.readString(file));
        } catch (IOException ended) {
            return 0;
        }
    }

    /** @param stat {@code /proc/…/stat} */
    static double seconds(String stat) {
        // The name may contain anything, spaces and brackets too.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        if (fields.length <= CHILDREN_SYSTEM) {
            throw new LauncherException("It cannot be told how long processors worked");
        }
        long ticks = Long.parseLong(fields[USER])
                + Long.parseLong(fields[SYSTEM])
                + Long.parseLong(fields[CHILDREN_USER])
                + Long.parseLong(fields[CHILDREN_SYSTEM]);
        return ticks / TICKS_PER_SECOND;
    }
}
