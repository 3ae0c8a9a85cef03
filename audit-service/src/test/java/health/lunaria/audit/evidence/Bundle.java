package health.lunaria.audit.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A bundle as an auditor unpacks it. */
record Bundle(Map<String, byte[]> files, Map<String, LocalDateTime> times) {

    static Bundle unpack(byte[] zip) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Map<String, LocalDateTime> times = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                times.put(entry.getName(), entry.getTimeLocal());
                if (files.put(entry.getName(), in.readAllBytes()) != null) {
                    throw new IllegalStateException("Twice: " + entry.getName());
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Bundle(files, times);
    }

    /** One bit of one file is another. */
    Bundle spoiled(String name, int bit) {
        Map<String, byte[]> spoiled = new LinkedHashMap<>(files);
        byte[] content = files.get(name).clone();
        content[bit / 8 % content.length] ^= (byte) (1 << bit % 8);
        spoiled.put(name, content);
        return new Bundle(spoiled, times);
    }

    Bundle without(String name) {
        Map<String, byte[]> rest = new LinkedHashMap<>(files);
        rest.remove(name);
        return new Bundle(rest, times);
    }

    Bundle with(String name, String content) {
        Map<String, byte[]> more = new LinkedHashMap<>(files);
        more.put(name, content.getBytes(StandardCharsets.UTF_8));
        return new Bundle(more, times);
    }

    List<String> below(String folder) {
        return files.keySet().stream().filter(name -> name.startsWith(folder)).toList();
    }

    String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    JsonNode json(String name) {
        try {
            return new ObjectMapper().readTree(files.get(name));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
