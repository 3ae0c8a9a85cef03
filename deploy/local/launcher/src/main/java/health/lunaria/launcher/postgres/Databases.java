package health.lunaria.launcher.postgres;

import java.util.List;
import java.util.stream.Stream;

/** The databases of the stack; each belongs to the role of the same name. */
public final class Databases {

    public static final String KEYCLOAK = "keycloak";

    /** The log's. */
    public static final String AUDIT = "audit";

    /** The main databases of the services. */
    public static final List<String> SERVICES = List.of("profile", "cycle", "billing", AUDIT);

    /** What a data backup holds: those of the services and of Keycloak. */
    public static final List<String> DATA =
            Stream.concat(SERVICES.stream(), Stream.of(KEYCLOAK)).toList();

    /** What a keyring backup holds, and what the job that turns epochs reaches, as a role of its own. */
    public static final List<String> KEYRINGS =
            SERVICES.stream().map(Databases::keyring).toList();

    static final List<String> ALL =
            Stream.concat(DATA.stream(), KEYRINGS.stream()).toList();

    public static final String EPOCH_JOB = "epoch_job";

    private Databases() {}

    public static String keyring(String name) {
        return name + "_keyring";
    }

    /** The secret that is the role's password. */
    public static String secret(String name) {
        return "database-" + name;
    }
}
