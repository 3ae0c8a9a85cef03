package health.lunaria.audit.policy;

import health.lunaria.safeguards.policy.Policy;
import health.lunaria.safeguards.policy.PolicyBook;
import health.lunaria.safeguards.policy.PolicyDocuments;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The policies that staff has to acknowledge. They are part of the build; one that is malformed fails the start. */
@Startup
@ApplicationScoped
public class Policies {

    private final PolicyBook book;

    Policies() {
        this.book = new PolicyBook(PolicyDocuments.read(Policies.class.getClassLoader()::getResourceAsStream));
    }

    /** By name. */
    public List<Policy> inForce(LocalDate day) {
        return book.inForce(day);
    }

    /** Those that were in force on some day of the period, both ends included, by name and then by age. */
    public List<Policy> between(LocalDate from, LocalDate to) {
        return book.between(from, to);
    }

    /** The ids of those that are in force, in one text: what somebody acknowledges, and what the register keeps of it. */
    public String setInForce(LocalDate day) {
        return book.setInForce(day);
    }

    /** From when on having acknowledged this set counts no more; {@code null} while that is not known. */
    public Instant outdatedAt(String set) {
        return book.outdatedAt(set);
    }

    /** All sets of which that is known. */
    public Map<String, Instant> outdated() {
        return book.outdated();
    }
}
