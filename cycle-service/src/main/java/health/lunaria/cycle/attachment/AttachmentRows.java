package health.lunaria.cycle.attachment;

import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.files.FileId;
import health.lunaria.safeguards.identity.SubjectRef;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

@ApplicationScoped
class AttachmentRows implements PanacheRepositoryBase<AttachmentRow, String> {

    /** {@code null} if the subject has none of this id. */
    Uni<AttachmentRow> of(SubjectRef subject, FileId id) {
        return find("id = ?1 and subjectRef = ?2", id.text(), subject.bytes()).firstResult();
    }

    Uni<List<AttachmentRow>> of(SubjectRef subject, Collection<Locator> months) {
        return list(
                "subjectRef = ?1 and locator in ?2",
                subject.bytes(),
                months.stream().map(Locator::bytes).toList());
    }

    Uni<List<AttachmentRow>> of(SubjectRef subject) {
        return list("subjectRef", subject.bytes());
    }

    Uni<Long> count(SubjectRef subject) {
        return count("subjectRef", subject.bytes());
    }

    /** @return how many there were, 0 or 1 */
    Uni<Long> removeOne(SubjectRef subject, FileId id) {
        return delete("id = ?1 and subjectRef = ?2", id.text(), subject.bytes());
    }
}
