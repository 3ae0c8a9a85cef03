package health.lunaria.gateway.routing;

import health.lunaria.gateway.configuration.ConfigurationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of one object in the manifest, taken one by one. What nobody took is something that the gateway does not
 * understand, which {@link #finish()} refuses: half a rule obeyed is worse than none.
 */
final class ManifestFields {

    private final String place;
    private final Map<Object, Object> left;

    private ManifestFields(String place, Map<?, ?> fields) {
        this.place = place;
        this.left = new LinkedHashMap<>(fields);
    }

    static ManifestFields of(String place, Object object) {
        if (object instanceof Map<?, ?> fields) {
            return new ManifestFields(place, fields);
        }
        throw new ConfigurationException("manifest: " + place + " must be an object");
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> missing(name));
    }

    Optional<String> optionalText(String name) {
        return take(name).map(value -> {
            if (value instanceof String text && !text.isEmpty()) {
                return text;
            }
            throw refused(name, "must be text");
        });
    }

    void constant(String name, String expected) {
        if (!text(name).equals(expected)) {
            throw refused(name, "must be " + expected);
        }
    }

    int port(String name) {
        Object value = take(name).orElseThrow(() -> missing(name));
        if (value instanceof Integer port && port > 0 && port <= 65_535) {
            return port;
        }
        throw refused(name, "must be a port");
    }

    ManifestFields object(String name) {
        return optionalObject(name).orElseThrow(() -> missing(name));
    }

    Optional<ManifestFields> optionalObject(String name) {
        return take(name).map(value -> of(place(name), value));
    }

    /** At least one. */
    List<ManifestFields> objects(String name) {
        Object value = take(name).orElseThrow(() -> missing(name));
        if (!(value instanceof List<?> list) || list.isEmpty()) {
            throw refused(name, "must be a list with at least one entry");
        }
        List<ManifestFields> objects = new ArrayList<>();
        for (Object entry : list) {
            objects.add(of(place(name) + "[" + objects.size() + "]", entry));
        }
        return objects;
    }

    /** Leaves a field alone that means nothing to routing. */
    void ignore(String name) {
        left.remove(name);
    }

    ConfigurationException refused(String name, String why) {
        return new ConfigurationException("manifest: " + place(name) + " " + why);
    }

    void finish() {
        left.keySet().stream().findFirst().ifPresent(name -> {
            throw new ConfigurationException("manifest: " + place(name) + " is not understood by this gateway");
        });
    }

    private Optional<Object> take(String name) {
        return Optional.ofNullable(left.remove(name));
    }

    private ConfigurationException missing(String name) {
        return refused(name, "is missing");
    }

    private String place(Object name) {
        return place.isEmpty() ? String.valueOf(name) : place + "." + name;
    }
}
