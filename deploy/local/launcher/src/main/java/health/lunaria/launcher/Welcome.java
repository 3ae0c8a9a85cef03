package health.lunaria.launcher;

import java.nio.file.Path;
import java.util.Locale;

/** What is told when everything is up. */
final class Welcome {

    private Welcome() {}

    static String text(Home home, boolean changed, double seconds) {
        String state = changed
                ? String.format(Locale.ROOT, "Lunaria is up after %.1f s.", seconds)
                : "Lunaria is up already; nothing was changed.";
        return """

                %s

                  URL             %s
                  API, to try     %s/docs/
                  certificate     %s
                  an access token ./lunaria token alice        (a local user, made when needed)

                Four calls to begin with:

                  TOKEN=$(./lunaria token alice)
                  CURL="curl --silent --show-error --cacert %s -H Content-Type:application/json"

                  $CURL -H "Authorization: Bearer $TOKEN" -X PUT %s/v1/profile \\
                    -H 'If-None-Match: *' -d '{"country":"PT","birthYear":1994}'
                  $CURL -H "Authorization: Bearer $TOKEN" -X PUT %s/v1/profile/consents/health-data \\
                    -d '{"granted":true,"policyVersion":"2026-11"}'
                  $CURL -H "Authorization: Bearer $TOKEN" -X PUT %s/v1/cycle/days \\
                    -d '{"days":[{"date":"2026-11-20","flow":"medium","symptoms":["cramps"]}]}'
                  $CURL -H "Authorization: Bearer $TOKEN" %s/v1/cycle/prediction

                This is a stack for one machine: its key management and its certificates are stand-ins.
                """.formatted(
                        state,
                        home.url(),
                        home.url(),
                        shown(home.caCertificate()),
                        shown(home.caCertificate()),
                        home.url(),
                        home.url(),
                        home.url(),
                        home.url());
    }

    /** Relative where that is what a person in the checkout would type. */
    private static Path shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return file.startsWith(here) ? here.relativize(file) : file;
    }
}
