package health.lunaria.benchmarks;

import health.lunaria.launcher.Jvm;
import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.LogFiles;
import health.lunaria.launcher.ServicePart;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs {@code benchmarks/micro} in a process of its own, with the heap, the collector and the libraries of the service. */
final class MicroBenchmarks {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path repository;
    private final Path log;
    private final Path report;
    private volatile Process process;

    /**
     * @param repository the checkout, with everything built
     * @param directory where log and report go
     */
    MicroBenchmarks(Path repository, Path directory) {
        this.repository = repository;
        this.log = directory.resolve("micro.log");
        this.report = directory.resolve("micro.json");
    }

    /**
     * @param options of JMH
     * @throws LauncherException if they fail, or do not end in time
     */
    List<MicroScore> run(List<String> options) {
        try {
            process = new ProcessBuilder(command(options))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new LauncherException("The microbenchmarks did not end in time. " + endOfLog());
            }
            if (process.exitValue() != 0) {
                throw new LauncherException("The microbenchmarks failed. " + endOfLog());
            }
        } catch (IOException failed) {
            throw new LauncherException("The microbenchmarks cannot be run: " + failed.getMessage(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted");
        } finally {
            end();
        }
        return MicroScore.read(report);
    }

    /** Ends them, should they run; each runs in a process of its own below the first one. */
    void end() {
        Process running = process;
        if (running != null) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
        }
    }

    List<String> command(List<String> options) {
        List<String> command = new ArrayList<>(Jvm.command(ServicePart.HEAP_MEGABYTES, null));
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.addAll(List.of("-cp", classPath(), "org.openjdk.jmh.Main"));
        command.addAll(List.of("-foe", "true", "-rf", "json", "-rff", report.toString()));
        command.addAll(options);
        return command;
    }

    private String classPath() {
        return Stream.of(
                        "benchmarks/micro/target/classes",
                        "benchmarks/micro/target/lib/*",
                        "cycle-service/target/classes",
                        "cycle-service/target/quarkus-app/lib/boot/*",
                        "cycle-service/target/quarkus-app/lib/main/*")
                .map(entry -> repository + "/" + entry)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private String endOfLog() {
        return "The end of their log, " + log + ":\n" + LogFiles.tail(log, 20);
    }
}
