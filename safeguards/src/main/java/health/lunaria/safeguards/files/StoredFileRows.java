package health.lunaria.safeguards.files;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class StoredFileRows implements PanacheRepositoryBase<StoredFileRow, String> {

    private static final String ANY_DELETED =
            "select id from StoredFileRow where state = ?1 order by random() limit ?2";

    Uni<List<String>> anyDeleted(int most) {
        return getSession()
                .chain(session -> session.createQuery(ANY_DELETED, String.class)
                        .setParameter(1, StoredFileRow.DELETED)
                        .setParameter(2, most)
                        .getResultList());
    }
}
