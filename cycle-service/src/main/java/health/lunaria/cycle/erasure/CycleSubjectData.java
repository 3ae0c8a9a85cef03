package health.lunaria.cycle.erasure;

import health.lunaria.safeguards.erasure.Remark;
import health.lunaria.safeguards.erasure.SubjectData;
import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Nothing of what she logged is kept. */
@ApplicationScoped
class CycleSubjectData implements SubjectData {

    @Override
    public List<String> tables() {
        return List.of("attachment", "calendar_feed", "correction_list", "cycle_mode", "day_month", "task", "revision");
    }

    @Override
    public Uni<List<Remark>> remarks(Subject subject) {
        return Uni.createFrom().item(List.of());
    }
}
