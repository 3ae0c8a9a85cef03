package health.lunaria.cycle.peer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import health.lunaria.safeguards.problem.ProblemException;
import health.lunaria.safeguards.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.function.Function;

/**
 * What another service says about people, yes or no. An answer is remembered for a while; that there was none never is,
 * and it is not taken for a yes. Thread-safe, bounded.
 *
 * @param <Q> what is asked, with {@code equals} and a {@code toString} that tells nothing of the person
 */
public final class PeerAnswers<Q> {

    private static final int REMEMBERED = 10_000;

    private final ProblemType no;
    private final ProblemType unknown;
    private final Cache<Q, Boolean> answers;

    /**
     * @param no the problem when the answer is no
     * @param unknown the problem when there is no answer
     * @param rememberYes for how long, which is how late at most a yes that is withdrawn loses its effect
     * @param rememberNo for how long; zero to ask again each time
     */
    public PeerAnswers(ProblemType no, ProblemType unknown, Duration rememberYes, Duration rememberNo, Ticker clock) {
        this.no = no;
        this.unknown = unknown;
        this.answers = Caffeine.newBuilder()
                .expireAfter(Expiry.<Q, Boolean>writing((question, yes) -> yes ? rememberYes : rememberNo))
                .maximumSize(REMEMBERED)
                .ticker(clock)
                .build();
    }

    /**
     * Completes when the answer is yes.
     *
     * @param peer asks the other service; must end in bounded time
     */
    public Uni<Void> require(Q question, Function<Q, Uni<Boolean>> peer) {
        return Uni.createFrom()
                .deferred(() -> remembered(question, peer))
                .invoke(this::failUnlessYes)
                .replaceWithVoid();
    }

    private Uni<Boolean> remembered(Q question, Function<Q, Uni<Boolean>> peer) {
        Boolean known = answers.getIfPresent(question);
        return known != null ? Uni.createFrom().item(known) : ask(question, peer);
    }

    private Uni<Boolean> ask(Q question, Function<Q, Uni<Boolean>> peer) {
        return Uni.createFrom()
                .deferred(() -> peer.apply(question))
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("The answer is empty"))
                .onFailure()
                .transform(failure -> new ProblemException(unknown, "Another service did not answer", failure))
                .invoke(answer -> answers.put(question, answer));
    }

    private void failUnlessYes(boolean yes) {
        if (!yes) {
            throw new ProblemException(no);
        }
    }
}
