package health.lunaria.profile.policy;

import health.lunaria.profile.consent.Purpose;
import health.lunaria.safeguards.policy.Policy;
import health.lunaria.safeguards.policy.PolicyBook;
import health.lunaria.safeguards.policy.PolicyDocuments;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The policies that people agree to, one per purpose and by its name. They are part of the build; one that is malformed or
 * missing fails the start. A decision stands for the version that was shown: when a later one says something else she is
 * asked again, and after a time of grace a yes to the older one is none.
 */
@Startup
@ApplicationScoped
public class PurposePolicies {

    private final PolicyBook book;
    private final long graceDays;

    @Inject
    PurposePolicies(@ConfigProperty(name = "lunaria.profile.policy.grace") Duration grace) {
        this(
                new PolicyBook(PolicyDocuments.read(PurposePolicies.class.getClassLoader()::getResourceAsStream)),
                grace,
                LocalDate.now(ZoneOffset.UTC));
    }

    /** @throws IllegalStateException if some purpose has no policy today, or the grace is no time */
    public PurposePolicies(PolicyBook book, Duration grace, LocalDate today) {
        if (grace.isNegative()) {
            throw new IllegalStateException("lunaria.profile.policy.grace is negative");
        }
        this.book = book;
        this.graceDays = grace.toDays();
        for (Purpose purpose : Purpose.values()) {
            if (inForce(purpose, today).isEmpty()) {
                throw new IllegalStateException("No policy is in force for " + purpose.slug());
            }
        }
    }

    /** By purpose. */
    public List<Policy> inForce(LocalDate day) {
        return Arrays.stream(Purpose.values())
                .flatMap(purpose -> inForce(purpose, day).stream())
                .toList();
    }

    public Optional<Policy> inForce(Purpose purpose, LocalDate day) {
        return book.inForce(purpose.slug(), day);
    }

    /**
     * The policy that a decision of this day can be about: a yes agrees to what is in force. A no may also name a version of
     * earlier, as an app that was not updated does, because withdrawing is never harder than giving.
     */
    public Optional<Policy> decidable(Purpose purpose, String version, boolean granted, LocalDate day) {
        return granted
                ? inForce(purpose, day).filter(policy -> policy.version().equals(version))
                : book.version(purpose.slug(), version)
                        .filter(policy -> !policy.effective().isAfter(day));
    }

    /** Whether what was decided about this version has to be asked again: since then the policy says something else. */
    public boolean asksAgain(Purpose purpose, String version, LocalDate day) {
        return book.supersededOn(purpose.slug(), version)
                .filter(superseded -> !superseded.isAfter(day))
                .isPresent();
    }

    /** Whether a yes to this version still is one. */
    public boolean counts(Purpose purpose, String version, LocalDate day) {
        return book.supersededOn(purpose.slug(), version)
                .filter(superseded -> !superseded.isAfter(day.minusDays(graceDays)))
                .isEmpty();
    }
}
