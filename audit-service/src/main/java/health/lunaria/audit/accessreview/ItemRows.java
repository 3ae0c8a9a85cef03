package health.lunaria.audit.accessreview;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ItemRows implements PanacheRepositoryBase<ItemRow, UUID> {

    /** From an id on, which is not among them. */
    Uni<List<ItemRow>> of(UUID review, UUID after, int limit) {
        return find("reviewId = ?1 and id > ?2 order by id", review, after)
                .page(0, limit)
                .list();
    }

    Uni<List<ItemRow>> of(UUID review) {
        return list("reviewId = ?1 order by member", review);
    }

    Uni<ItemRow> of(UUID review, UUID item) {
        return find("reviewId = ?1 and id = ?2", review, item).firstResult();
    }

    Uni<Long> countUndecided(UUID review) {
        return count("reviewId = ?1 and decision is null", review);
    }
}
