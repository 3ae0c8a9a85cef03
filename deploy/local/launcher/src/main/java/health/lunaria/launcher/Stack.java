package health.lunaria.launcher;

import health.lunaria.launcher.backup.SealedObjects;
import health.lunaria.launcher.keycloak.KeycloakPart;
import health.lunaria.launcher.keycloak.KeycloakUsers;
import health.lunaria.launcher.postgres.PostgresPart;
import health.lunaria.launcher.process.Processes;
import health.lunaria.launcher.tls.Certificates;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The whole suite on this machine. {@link #up} starts whatever does not run, {@link #down} stops whatever does; both can be
 * repeated, also after a crash of anything. Nothing stays behind but the parts themselves: there is no supervisor.
 */
public final class Stack {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Home home;
    private final Progress progress;
    private final Processes processes;
    private final Ports ports;
    private final Secrets secrets;
    private final Certificates certificates;
    private final PostgresPart postgres;
    private final KmsPart kms;
    private final QueuePart queue;
    private final KeycloakPart keycloak;
    private final FilesPart files;
    private final WitnessPart witness;
    private final List<ServicePart> services = new ArrayList<>();
    private final GatewayPart gateway;
    private final List<List<Part>> stages;
    private boolean exclusive;

    /** Takes no other jars than the packaged ones. */
    public Stack(Home home, Progress progress) {
        this(home, progress, Map.of());
    }

    /** @param jars other jars to run in the place of packaged services, by the service's name */
    public Stack(Home home, Progress progress, Map<String, Path> jars) {
        this.home = home;
        this.progress = progress;
        this.processes = new Processes(home.run());
        this.ports = new Ports(home.in("ports.properties"));
        this.secrets = new Secrets(home.secrets());
        this.certificates = new Certificates(home.tls(), home.caCertificate(), Clock.systemUTC());
        this.postgres = new PostgresPart(home, ports, secrets, certificates);
        this.kms = new KmsPart(home, ports, secrets);
        this.queue = new QueuePart(home, ports);
        this.keycloak = new KeycloakPart(home, ports, secrets);
        this.files = new FilesPart(home, ports, secrets);
        this.witness = new WitnessPart(home, ports, kms);
        for (String name : ServicePart.NAMES) {
            services.add(new ServicePart(
                    name, home, ports, secrets, certificates, kms, queue, keycloak, files, witness, jars.get(name)));
        }
        this.gateway = new GatewayPart(home, ports, certificates, services, keycloak);
        this.stages = List.of(
                List.of(postgres),
                List.of(kms, queue, keycloak, files),
                List.of(witness),
                List.copyOf(services),
                List.of(gateway));
    }

    /**
     * A stack that begins with nothing, in a home that only it uses: users, data and port are its own, and what an earlier one
     * left there is ended and deleted. The cache is that of the checkout unless {@code LUNARIA_CACHE} says otherwise.
     *
     * @param directory of the home, in the checkout
     */
    public static Stack anew(Path repository, String directory, Progress progress) {
        Map<String, String> environment = Map.of(
                "LUNARIA_HOME", directory,
                "LUNARIA_PORT", Integer.toString(Ports.anyFree()),
                "LUNARIA_CACHE", System.getenv().getOrDefault("LUNARIA_CACHE", ".lunaria/cache"));
        Stack former = new Stack(Home.of(repository, environment), progress);
        former.down();
        Archives.delete(former.home().directory());
        return new Stack(Home.of(repository, environment), progress);
    }

    public Home home() {
        return home;
    }

    public Secrets secrets() {
        return secrets;
    }

    public PostgresPart postgres() {
        return postgres;
    }

    public KmsPart kms() {
        return kms;
    }

    /** The object store's content. */
    public SealedObjects objects() {
        return files.objects();
    }

    public boolean areStoresUp() {
        return postgres.isReady() && kms.isReady() && files.isReady();
    }

    public Progress progress() {
        return progress;
    }

    public QueuePart queue() {
        return queue;
    }

    /** The job that turns epochs of the keyrings. */
    public EpochCommand epoch() {
        return new EpochCommand(home, ports, secrets, certificates, kms, postgres);
    }

    public KeycloakUsers users() {
        return keycloak.users();
    }

    public List<Part> parts() {
        return stages.stream().flatMap(List::stream).toList();
    }

    public Optional<ProcessHandle> process(String part) {
        return processes.find(part);
    }

    /** Where a service's metrics and health are, plain on the loopback interface. */
    public int managementPort(String service) {
        return services.stream()
                .filter(part -> part.name().equals(service))
                .findFirst()
                .orElseThrow(() -> new LauncherException("There is no service " + service))
                .managementPort();
    }

    public boolean isUp() {
        return parts().stream()
                .allMatch(part -> processes.find(part.name()).isPresent() && !isOutdated(part) && part.isReady());
    }

    /** Whether a part's process began before what it runs was built. */
    private boolean isOutdated(Part part) {
        Optional<Instant> began =
                processes.find(part.name()).flatMap(process -> process.info().startInstant());
        return began.isPresent()
                && part.program()
                        .map(Stack::builtAt)
                        .filter(began.get()::isBefore)
                        .isPresent();
    }

    private static Instant builtAt(Path program) {
        try {
            return Files.getLastModifiedTime(program).toInstant();
        } catch (IOException missing) {
            throw new LauncherException("Not built: " + program + ". Run ./lunaria up");
        }
    }

    /**
     * Starts what does not run and waits until all is ready.
     *
     * @return whether anything had to be started
     * @throws LauncherException if a part does not become ready; what runs goes on running
     */
    public boolean up() {
        return exclusively(this::startAll);
    }

    private boolean startAll() {
        if (isUp()) {
            return false;
        }
        provideCertificates();
        for (List<Part> stage : stages) {
            up(stage);
        }
        return true;
    }

    private void provideCertificates() {
        certificates.provide(Stream.concat(ServicePart.NAMES.stream(), Stream.of(GatewayPart.NAME, PostgresPart.NAME))
                .toList());
    }

    /** Starts what a restore needs, without anything that would use what is restored. */
    public void upStores() {
        exclusively(() -> {
            provideCertificates();
            up(List.of(postgres));
            up(List.of(kms, files));
            return true;
        });
    }

    /** Stops whatever uses these databases; the gateway answers 503 in its place. */
    public void stopUsersOf(Collection<String> databases) {
        exclusively(() -> {
            Stream.concat(services.stream(), Stream.of(keycloak))
                    .filter(part -> databases.contains(part.name().replace("-service", "")))
                    .filter(part -> processes.find(part.name()).isPresent())
                    .forEach(this::stop);
            return true;
        });
    }

    /** Does something while no other launcher starts or stops anything of this stack. */
    public <T> T exclusively(Supplier<T> work) {
        if (exclusive) {
            return work.get();
        }
        try (Lock lock = new Lock(home)) {
            exclusive = true;
            return work.get();
        } finally {
            exclusive = false;
        }
    }

    /** What tells this stack from any other; made at the first use. */
    public UUID id() {
        Path file = home.in("stack-id");
        if (!Files.exists(file)) {
            PrivateFiles.write(file, UUID.randomUUID().toString());
        }
        return UUID.fromString(PrivateFiles.read(file).strip());
    }

    private void up(List<Part> stage) {
        Map<Part, Instant> waitedFor = new HashMap<>();
        for (Part part : stage) {
            if (isOutdated(part)) {
                progress.step(part.name() + " was built anew");
                stop(part);
            }
            if (processes.find(part.name()).isEmpty()) {
                start(part);
            }
            waitedFor.put(part, Instant.now());
        }
        while (!waitedFor.isEmpty()) {
            for (Part part : List.copyOf(waitedFor.keySet())) {
                if (part.isReady()) {
                    part.complete();
                    progress.done(part.name(), waitedFor.remove(part));
                } else {
                    failIfHopeless(part, waitedFor.get(part));
                }
            }
            pause();
        }
    }

    private void start(Part part) {
        progress.step("starting " + part.name());
        moveFromStrangers(part);
        part.prepare();
        processes.start(part.name(), part.command(), part.environment(), home.log(part.name()));
    }

    /** A port that somebody else took meanwhile is given up, but not the gateway's, which people were told. */
    private void moveFromStrangers(Part part) {
        if (part == gateway) {
            if (!Ports.isFree(home.port())) {
                throw new LauncherException("Port " + home.port()
                        + " is taken by another program: end it, or choose another port with LUNARIA_PORT");
            }
        } else if (!Ports.isFree(part.port())) {
            progress.step(
                    "port " + part.port() + " is taken: " + part.name() + " moves to " + ports.renew(part.name()));
        }
    }

    private void failIfHopeless(Part part, Instant since) {
        boolean ended = processes.find(part.name()).isEmpty();
        if (ended || Duration.between(since, Instant.now()).compareTo(PATIENCE) > 0) {
            throw new LauncherException(
                    part.name() + (ended ? " ended while starting" : " did not become ready in time")
                            + ". The end of its log, " + home.log(part.name()) + ":\n"
                            + LogFiles.tail(home.log(part.name()), 20));
        }
    }

    /** Stops everything that runs, the gateway first. */
    public void down() {
        exclusively(() -> {
            List<List<Part>> reversed = new ArrayList<>(stages);
            Collections.reverse(reversed);
            for (List<Part> stage : reversed) {
                stage.stream()
                        .filter(part -> processes.find(part.name()).isPresent())
                        .parallel()
                        .forEach(this::stop);
            }
            return true;
        });
    }

    /** Stops one part; {@link #up} starts it again. */
    public void stop(String name) {
        parts().stream().filter(part -> part.name().equals(name)).forEach(this::stop);
    }

    /** Kills one part as a crash would. */
    public void kill(String name) {
        processes.kill(name);
    }

    private void stop(Part part) {
        Instant since = Instant.now();
        part.stop(processes);
        progress.stopped(part.name(), since);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted");
        }
    }

    /** One launcher at a time. */
    private static final class Lock implements AutoCloseable {

        private final FileChannel channel;
        private final FileLock lock;

        Lock(Home home) {
            try {
                Path file = home.in("launcher.lock");
                if (!Files.exists(file)) {
                    PrivateFiles.write(file, "");
                }
                channel = FileChannel.open(file, StandardOpenOption.WRITE);
                lock = channel.tryLock();
                if (lock == null) {
                    channel.close();
                    throw new LauncherException(
                            "Another ./lunaria up, down, backup or restore is under way; wait for it");
                }
            } catch (OverlappingFileLockException sameProcess) {
                throw new LauncherException("Another up or down of this process is under way");
            } catch (IOException failed) {
                throw new LauncherException("The home cannot be locked: " + failed.getMessage(), failed);
            }
        }

        @Override
        public void close() {
            try {
                lock.release();
                channel.close();
            } catch (IOException failed) {
                throw new LauncherException("The home cannot be unlocked: " + failed.getMessage(), failed);
            }
        }
    }
}
