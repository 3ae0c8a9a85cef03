package health.lunaria.profile.retention;

import health.lunaria.profile.activity.Activity.Absent;
import health.lunaria.profile.erasure.ErasureService;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.retention.RetentionRule;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Who has not been seen for two years is marked as inactive, and erased a month later if she is not seen meanwhile. Nothing is sent to
 * her: the suite sends no mail, so a deployment has to tell her itself, or in what she agrees to. Whose account at the provider is
 * not known stays and is counted, since nobody could close it.
 */
@ApplicationScoped
class InactiveAccounts implements RetentionRule {

    private final ProfileRetentionConfig config;
    private final InactiveService inactive;
    private final SubjectKeys keys;
    private final ErasureService erasures;
    private final Clock clock = Clock.systemUTC();

    InactiveAccounts(
            ProfileRetentionConfig config, InactiveService inactive, SubjectKeys keys, ErasureService erasures) {
        this.config = config;
        this.inactive = inactive;
        this.keys = keys;
        this.erasures = erasures;
    }

    @Override
    public String name() {
        return "inactive-accounts";
    }

    @Override
    public Terms terms() {
        return new Terms(
                "Accounts that were not used, by the month of the last use; erased like those who ask for it",
                config.inactiveAccounts(),
                "lunaria.profile.retention.inactive-accounts",
                "GDPR 5(1)(e): who has left needs the app no longer",
                null);
    }

    @Override
    public Uni<Long> due(Instant before) {
        return inactive.count(day(before));
    }

    @Override
    public Uni<Integer> apply(Instant before, int most) {
        Instant now = clock.instant();
        return inactive.notice(day(before.plus(config.inactiveNotice())), now, most)
                .chain(() -> inactive.absent(day(before), now.minus(config.inactiveNotice()), most))
                .chain(this::eraseEach);
    }

    private Uni<Integer> eraseEach(List<Absent> absent) {
        return Multi.createFrom()
                .iterable(absent)
                .onItem()
                .transformToUniAndConcatenate(this::erase)
                .onItem()
                .ignoreAsUni()
                .replaceWith(absent.size());
    }

    private Uni<Void> erase(Absent person) {
        return keys.usingExisting(person.ref(), key -> erasures.begin(person.subject(), key))
                .chain(() -> inactive.forget(person.ref()));
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }
}
