package health.lunaria.safeguards.erasure;

import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** What a service keeps of a person, for her erasure. One {@code @ApplicationScoped} bean per service. */
public interface SubjectData {

    /**
     * The tables with rows of hers, each with a column {@code subject_ref}, in an order in which they can be deleted. Those of
     * {@code stored_file} are not among them: they go after their objects.
     */
    List<String> tables();

    /**
     * What she has to know of her erasure here: what is kept for the sake of a law, what she has to do herself. Asked once,
     * outside of any transaction, while everything can still be read.
     */
    Uni<List<Remark>> remarks(Subject subject);
}
