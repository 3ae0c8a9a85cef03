package health.lunaria.benchmarks;

import health.lunaria.launcher.Archives;
import health.lunaria.launcher.LauncherException;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.stream.Stream;

/** Makes a package of cycle-service for each {@link Rung}. */
final class Packages {

    private static final String SAFEGUARDS = "health.lunaria.safeguards-";
    private static final String TRANSFORMED = "quarkus/transformed-bytecode.jar";

    private final Path packaged;
    private final Path replacements;
    private final Path target;

    /**
     * @param repository the checkout, with everything built
     * @param target where the packages go
     */
    Packages(Path repository, Path target) {
        this.packaged = repository.resolve("cycle-service/target/quarkus-app");
        this.replacements = repository.resolve("benchmarks/replacements/target/classes");
        this.target = target;
    }

    /**
     * @return the jar to run
     * @throws LauncherException if a class that is to be exchanged is not there: then a step would not be what it says
     */
    Path make(Rung rung) {
        Path directory = target.resolve(rung.name().toLowerCase(Locale.ROOT));
        Archives.delete(directory);
        try {
            copy(packaged, directory);
            try (FileSystem library = FileSystems.newFileSystem(safeguards(directory));
                    FileSystem transformed = FileSystems.newFileSystem(directory.resolve(TRANSFORMED))) {
                for (String type : rung.exchanged()) {
                    exchange(replacements.resolve(type), library.getPath(type));
                    exchangeIfThere(replacements.resolve(type), transformed.getPath(type));
                }
            }
        } catch (IOException failed) {
            throw new LauncherException("The package for " + rung.label() + " cannot be made: " + failed, failed);
        }
        return directory.resolve("quarkus-run.jar");
    }

    /** Classes that Quarkus changed while it packaged are loaded from here, and those in the library are not. */
    private static void exchangeIfThere(Path replacement, Path original) throws IOException {
        if (Files.exists(original)) {
            exchange(replacement, original);
        }
    }

    private static void exchange(Path replacement, Path original) throws IOException {
        if (!Files.exists(original)) {
            throw new LauncherException("safeguards has no " + original + " any more that could be exchanged");
        }
        Files.copy(replacement, original, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path safeguards(Path directory) throws IOException {
        try (Stream<Path> jars = Files.list(directory.resolve("lib/main"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith(SAFEGUARDS))
                    .findFirst()
                    .orElseThrow(() -> new LauncherException("cycle-service was packaged without safeguards"));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
