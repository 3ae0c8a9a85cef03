package health.lunaria.launcher.postgres;

import java.util.List;
import java.util.stream.Stream;

/** The databases of the stack; each belongs to the role of the same name. */
public final class Databases {

    public static final String KEYCLOAK = "keycloak";

    /** Two per service and one of Keycloak. */
    static final List<String> ALL = Stream.concat(
                    Stream.of("profile", "cycle", "billing", "audit").flatMap(name -> Stream.of(name, keyring(name))),
                    Stream.of(KEYCLOAK))
            .toList();

    /** What the job that turns epochs reaches, as a role of its own. */
    public static final List<String> KEYRINGS =
            ALL.stream().filter(name -> name.endsWith("_keyring")).toList();

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
