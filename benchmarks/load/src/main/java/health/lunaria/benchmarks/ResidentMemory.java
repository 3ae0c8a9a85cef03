package health.lunaria.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** How much of a process is in memory (heap and everything else), in MB, where the system tells (Linux). */
final class ResidentMemory {

    private static final String FORGET_PEAK = "5";

    private final Path process;

    /** @param process its directory in {@code /proc} */
    ResidentMemory(Path process) {
        this.process = process;
    }

    static ResidentMemory of(ProcessHandle process) {
        return new ResidentMemory(Path.of("/proc", Long.toString(process.pid())));
    }

    OptionalLong now() {
        return megabytes("VmRSS:");
    }

    /** The most since {@link #forgetPeak}; where that is not allowed, since the process began. */
    OptionalLong peak() {
        return megabytes("VmHWM:");
    }

    void forgetPeak() {
        try {
            Files.writeString(process.resolve("clear_refs"), FORGET_PEAK);
        } catch (IOException notAllowed) {
            // Then the peak is that of more than was asked for: never too little.
        }
    }

    private OptionalLong megabytes(String field) {
        try {
            return Files.readString(process.resolve("status"))
                    .lines()
                    .filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException notLinuxOrGone) {
            return OptionalLong.empty();
        }
    }
}
