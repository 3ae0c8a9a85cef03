package health.lunaria.audit.workforce;

import health.lunaria.safeguards.redaction.Confidential;
import java.util.Map;

/** How several people stand at one moment. */
@Confidential
public record Standings(Map<String, Standing> byPerson) {

    /** Of a person who was not asked about, none: she may do nothing. */
    public Standing of(String person) {
        return byPerson.getOrDefault(person, Standing.NONE);
    }

    public boolean know(String person) {
        return byPerson.containsKey(person);
    }

    @Override
    public String toString() {
        return "Standings[redacted]";
    }
}
