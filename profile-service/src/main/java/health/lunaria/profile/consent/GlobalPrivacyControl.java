package health.lunaria.profile.consent;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;

/**
 * Honours the signal of Global Privacy Control ({@code Sec-GPC: 1}): whoever sends it is opted out of sale and sharing. It is
 * stored once; that it was is remembered for a minute, so that a browser that sends it with every request does not cost a
 * transaction each time.
 */
@ApplicationScoped
class GlobalPrivacyControl {

    static final String HEADER = "Sec-GPC";

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int PEOPLE = 10_000;

    private final SubjectKeys keys;
    private final ConsentService consents;
    private final Cache<Subject, Boolean> honoured = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(PEOPLE)
            .build();

    GlobalPrivacyControl(SubjectKeys keys, ConsentService consents) {
        this.keys = keys;
        this.consents = consents;
    }

    /** Only this value is a signal. */
    static boolean isIn(HttpHeaders headers) {
        return "1".equals(headers.getHeaderString(HEADER));
    }

    /** Completes when she is opted out. */
    Uni<Void> honour(Subject subject) {
        if (honoured.getIfPresent(subject) != null) {
            return Uni.createFrom().voidItem();
        }
        return keys.using(
                        subject,
                        key -> consents.change(
                                subject,
                                key,
                                state -> state.choosing(state.choices().withGlobalPrivacyControl()),
                                "profile.privacy-choices.gpc"))
                .invoke(() -> honoured.put(subject, true))
                .replaceWithVoid();
    }

    /** After she chose herself: the next signal is looked at again. */
    void forget(Subject subject) {
        honoured.invalidate(subject);
    }
}
