package health.lunaria.profile.activity;

import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.takeaway.TakeawayFile;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;

/** In which month somebody was seen last, to be taken away. */
@ApplicationScoped
public class ActivityDocuments {

    private final Activity activity;

    ActivityDocuments(Activity activity) {
        this.activity = activity;
    }

    /** In the transaction of the caller, who records the access. */
    public Uni<List<TakeawayFile>> of(SubjectKey key) {
        return activity.lastSeen(key.subject())
                .map(found -> new LastSeen(found.map(YearMonth::toString).orElse(null)))
                .map(seen -> List.of(TakeawayFile.json("activity.json", seen)));
    }

    /** @param lastSeen year and month; {@code null} if it is not known */
    @Confidential
    record LastSeen(String lastSeen) {

        @Override
        public String toString() {
            return "LastSeen[redacted]";
        }
    }
}
