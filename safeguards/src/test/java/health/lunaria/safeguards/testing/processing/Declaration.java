package health.lunaria.safeguards.testing.processing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URL;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a record of processing activities (GDPR 30(1)) has to say of some tables. It stands in {@code processing.yaml} beside the
 * migrations that make them, so a service that has the tables of a part has its declaration as well.
 *
 * @param activities by name
 * @param tables by name
 * @param elsewhere what is kept outside of the databases, by place: nothing proves this to be complete
 */
public record Declaration(Map<String, Activity> activities, Map<String, Table> tables, Map<String, String> elsewhere) {

    public static final Declaration NONE = new Declaration(null, null, null);

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    public Declaration {
        activities = orEmpty(activities);
        tables = orEmpty(tables);
        elsewhere = orEmpty(elsewhere);
    }

    /** An activity as the law describes it; what of its data is stored where, and how long, the tables say. */
    public record Activity(String purpose, String basis, String people, String recipients, String transfers) {

        public Activity {
            if (Arrays.asList(purpose, basis, people, recipients, transfers).contains(null)) {
                throw new IllegalArgumentException(
                        "an activity has a purpose, a legal basis, people, recipients and transfers");
            }
        }
    }

    /** Under whose key columns are sealed. */
    public enum Key {
        PERSON("the person's key"),
        SERVICE("a key of the service"),
        SHARD("a shard key, itself wrapped by the key management service");

        private final String words;

        Key(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * A table. Columns of which the same is to be said share an entry, their names parted by commas.
     *
     * @param activity {@code null} if nothing in it is about a person, as {@code kept}
     * @param kept how long
     * @param sealedUnder {@code null} if nothing is
     * @param sealed what these columns say about a person
     * @param clear what these columns, which are not sealed, say about a person
     * @param impersonal why these columns say nothing about anybody
     */
    public record Table(
            String activity,
            String kept,
            Key sealedUnder,
            Map<String, String> sealed,
            Map<String, String> clear,
            Map<String, String> impersonal) {

        public Table {
            sealed = orEmpty(sealed);
            clear = orEmpty(clear);
            impersonal = orEmpty(impersonal);
        }

        public boolean isPersonal() {
            return !sealed.isEmpty() || !clear.isEmpty();
        }

        static Set<String> columns(Map<String, String> said) {
            return said.keySet().stream()
                    .flatMap(names -> Arrays.stream(names.split(", *")))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    public static Declaration read(URL file) throws IOException {
        return YAML.readValue(file, Declaration.class);
    }

    /** @throws IllegalArgumentException if both say something of the same */
    public Declaration plus(Declaration other) {
        return new Declaration(
                union(activities, other.activities), union(tables, other.tables), union(elsewhere, other.elsewhere));
    }

    private static <V> Map<String, V> union(Map<String, V> some, Map<String, V> more) {
        Map<String, V> all = new LinkedHashMap<>(some);
        more.forEach((name, value) -> {
            if (all.put(name, value) != null) {
                throw new IllegalArgumentException(name + " is declared twice");
            }
        });
        return all;
    }

    private static <V> Map<String, V> orEmpty(Map<String, V> map) {
        return map == null ? Map.of() : map;
    }
}
