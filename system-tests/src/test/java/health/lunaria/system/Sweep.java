package health.lunaria.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Searches files for markers in all their forms. */
final class Sweep {

    private final List<Marker> markers;

    Sweep(List<Marker> markers) {
        this.markers = markers;
    }

    /**
     * Every file below the directory, whatever it is called.
     *
     * @param skipped files and directories that are left out
     * @return each find: marker, form and file
     */
    List<String> search(Path directory, Predicate<Path> skipped) {
        List<String> finds = new ArrayList<>();
        for (Path file : files(directory, skipped)) {
            search(file.toString(), read(file), finds);
        }
        return finds;
    }

    List<String> search(String name, byte[] content) {
        List<String> finds = new ArrayList<>();
        search(name, content, finds);
        return finds;
    }

    private void search(String name, byte[] content, List<String> finds) {
        for (Marker marker : markers) {
            marker.forms().forEach((form, bytes) -> {
                if (contains(content, bytes)) {
                    finds.add(marker.text() + " in " + form + " in " + name);
                }
            });
        }
    }

    private static List<Path> files(Path directory, Predicate<Path> skipped) {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path entry : entries.filter(skipped.negate()).toList()) {
                if (Files.isDirectory(entry)) {
                    files.addAll(files(entry, skipped));
                } else if (Files.isRegularFile(entry)) {
                    files.add(entry);
                }
            }
        } catch (NoSuchFileException gone) {
            // PostgreSQL removes directories while it runs.
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return files;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The Boyer-Moore-Horspool search: database files are large. */
    private static boolean contains(byte[] content, byte[] sought) {
        int[] shift = new int[256];
        Arrays.fill(shift, sought.length);
        for (int i = 0; i < sought.length - 1; i++) {
            shift[sought[i] & 0xff] = sought.length - 1 - i;
        }
        for (int at = 0; at <= content.length - sought.length; ) {
            int i = sought.length - 1;
            while (i >= 0 && content[at + i] == sought[i]) {
                i--;
            }
            if (i < 0) {
                return true;
            }
            at += shift[content[at + sought.length - 1] & 0xff];
        }
        return false;
    }
}
