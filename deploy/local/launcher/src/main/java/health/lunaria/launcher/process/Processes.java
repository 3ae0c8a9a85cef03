package health.lunaria.launcher.process;

import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.PrivateFiles;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Processes that outlive the launcher, one per part. Each is known by its pid and its start time, so that another process
 * with a reused pid is never taken for ours.
 */
public final class Processes {

    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final Pattern RECORD = Pattern.compile("([0-9]{1,10}) (\\S+)");

    private final Path directory;

    /** @param directory where pids are kept */
    public Processes(Path directory) {
        this.directory = directory;
    }

    /** The running process of a part. */
    public Optional<ProcessHandle> find(String part) {
        Path file = file(part);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Matcher record = RECORD.matcher(read(file));
        // A crash of the machine may leave a file without its content; a process it named is gone then, too.
        return record.matches()
                ? ProcessHandle.of(Long.parseLong(record.group(1)))
                        .filter(process -> isAlive(process) && startOf(process).equals(record.group(2)))
                : Optional.empty();
    }

    /**
     * Starts a part in a session of its own: a Ctrl-C at the launcher does not reach it. Its output goes to the log, its
     * environment is only what is given and what a program needs to run at all.
     */
    public ProcessHandle start(String part, List<String> command, Map<String, String> environment, Path log) {
        List<String> detached = new ArrayList<>();
        detached.add(Files.isExecutable(SETSID) ? SETSID.toString() : "nohup");
        // What is in memory stays there, a crash leaves no core file; and files that the part makes are for their owner
        // only.
        detached.addAll(List.of("/bin/sh", "-c", "umask 077 && ulimit -c 0 && exec \"$@\"", part));
        detached.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(detached)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().retainAll(List.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "USER"));
        builder.environment().putAll(environment);
        try {
            if (!Files.exists(log)) {
                PrivateFiles.write(log, "");
            }
            ProcessHandle process = builder.start().toHandle();
            PrivateFiles.write(file(part), process.pid() + " " + startOf(process));
            return process;
        } catch (IOException failed) {
            throw new LauncherException("The part " + part + " cannot be started: " + failed.getMessage(), failed);
        }
    }

    /** Asks with SIGTERM, then insists with SIGKILL. */
    public void stop(String part, Duration patience) {
        find(part).ifPresent(process -> {
            process.destroy();
            if (!hasEnded(process, patience)) {
                process.destroyForcibly();
                hasEnded(process, Duration.ofSeconds(10));
            }
        });
        forget(part);
    }

    /** SIGKILL at once, for tests of what a crash does. */
    public void kill(String part) {
        find(part).ifPresent(process -> {
            process.destroyForcibly();
            hasEnded(process, Duration.ofSeconds(10));
        });
    }

    public void forget(String part) {
        try {
            Files.deleteIfExists(file(part));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Runs a command to its end. @return its exit code */
    public static int run(List<String> command, Map<String, String> environment, Path log, Duration patience) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return run(builder, log, patience);
    }

    /** The same, with what it has to say in a file of its own. */
    public static int run(List<String> command, Path output, Path log, Duration patience) {
        PrivateFiles.write(output, "");
        return run(
                new ProcessBuilder(command)
                        .redirectInput(new File("/dev/null"))
                        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .redirectOutput(output.toFile()),
                log,
                patience);
    }

    private static int run(ProcessBuilder builder, Path log, Duration patience) {
        String program = builder.command().get(0);
        try {
            if (!Files.exists(log)) {
                PrivateFiles.write(log, "");
            }
            Process process = builder.start();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new LauncherException(program + " did not end in time; see " + log);
            }
            return process.exitValue();
        } catch (IOException failed) {
            throw new LauncherException(program + " cannot be run: " + failed.getMessage(), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted");
        }
    }

    /** Waits for the end. Not by {@code onExit} alone: for it, a zombie that nobody reaps never ends. */
    public static boolean hasEnded(ProcessHandle process, Duration patience) {
        Instant until = Instant.now().plus(patience);
        while (isAlive(process) && Instant.now().isBefore(until)) {
            awaitExit(process, Duration.ofMillis(50));
        }
        return !isAlive(process);
    }

    private static void awaitExit(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillThere) {
            // Looked at again by the caller.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean isAlive(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException notLinuxOrGone) {
            return false;
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }

    private Path file(String part) {
        return directory.resolve(part + ".pid");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
