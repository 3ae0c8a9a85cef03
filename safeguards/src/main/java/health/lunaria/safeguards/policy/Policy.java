package health.lunaria.safeguards.policy;

import java.time.LocalDate;

/**
 * A version of a policy. It is never changed: another text is another version.
 *
 * @param effective the first day on which it is in force, in UTC; it is until the day before the next version's
 * @param material whether it says something else than the version before it; if not, whoever agreed to that one did to this
 * @param text the whole document, as its hash covers it
 * @param sha256 of the text in UTF-8, in lower-case hex
 */
public record Policy(String name, String version, LocalDate effective, boolean material, String text, String sha256) {

    /** Name and version, which say which document it is. */
    public String id() {
        return name + "/" + version;
    }
}
