package health.lunaria.audit.policy;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

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
}
