package health.lunaria.launcher;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Tells of each part whether it runs. */
final class Status {

    private static final int NOT_ALL_UP = 3;

    private final Stack stack;

    Status(Stack stack) {
        this.stack = stack;
    }

    int print() {
        System.out.printf("%-16s %-10s %8s %6s %8s %10s%n", "part", "state", "pid", "port", "memory", "up for");
        boolean allUp = true;
        long kilobytes = 0;
        for (Part part : stack.parts()) {
            Optional<ProcessHandle> process = stack.process(part.name());
            boolean ready = process.isPresent() && part.isReady();
            allUp &= ready;
            String state = process.isEmpty() ? "down" : ready ? "ready" : "not ready";
            long memory = process.map(Memory::kilobytes).orElse(0L);
            kilobytes += memory;
            System.out.printf(
                    Locale.ROOT,
                    "%-16s %-10s %8s %6d %5d MB %10s%n",
                    part.name(),
                    state,
                    process.map(handle -> Long.toString(handle.pid())).orElse("-"),
                    part.port(),
                    memory / 1024,
                    process.map(Status::age).orElse("-"));
        }
        System.out.printf(Locale.ROOT, "%-16s %-10s %8s %6s %5d MB%n", "total", "", "", "", kilobytes / 1024);
        return allUp ? 0 : NOT_ALL_UP;
    }

    private static String age(ProcessHandle process) {
        Duration age = Duration.between(process.info().startInstant().orElse(Instant.now()), Instant.now());
        return "%d:%02d:%02d".formatted(age.toHours(), age.toMinutesPart(), age.toSecondsPart());
    }
}
