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
 * What another service says about people. An answer is remembered for a while, or until it is said to have changed; that
 * there was none never is. Thread-safe, bounded.
 *
 * @param <Q> what is asked, with {@code equals} and a {@code toString} that tells nothing of the person
 * @param <A> what is answered
 */
public final class PeerAnswers<Q, A> {

    private static final int REMEMBERED = 10_000;

    private final ProblemType unknown;
    private final Cache<Q, A> answers;
    private long changes;

    /**
     * @param unknown the problem when there is no answer
     * @param remember for how long, which is how late at most a change takes effect here of which nobody was told; zero to
     *     ask again each time
     */
    public PeerAnswers(ProblemType unknown, Function<A, Duration> remember, Ticker clock) {
        this.unknown = unknown;
        this.answers = Caffeine.newBuilder()
                .expireAfter(Expiry.<Q, A>writing((question, answer) -> remember.apply(answer)))
                .maximumSize(REMEMBERED)
                .ticker(clock)
                .build();
    }

    /**
     * The answer, remembered or new.
     *
     * @param peer asks the other service; must end in bounded time
     */
    public Uni<A> of(Q question, Function<Q, Uni<A>> peer) {
        return Uni.createFrom().deferred(() -> {
            A known = answers.getIfPresent(question);
            return known != null ? Uni.createFrom().item(known) : ask(question, peer);
        });
    }

    /** From now on it is asked for anew. What was asked before this call is not remembered after it. */
    public synchronized void forget(Q question) {
        changes++;
        answers.invalidate(question);
    }

    private Uni<A> ask(Q question, Function<Q, Uni<A>> peer) {
        long asked = changes();
        return Uni.createFrom()
                .deferred(() -> peer.apply(question))
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("The answer is empty"))
                .onFailure()
                .transform(failure -> new ProblemException(unknown, "Another service did not answer", failure))
                .invoke(answer -> remember(question, answer, asked));
    }

    private synchronized long changes() {
        return changes;
    }

    /** An answer may be older than a change of which this process was told while it was on its way. */
    private synchronized void remember(Q question, A answer, long asked) {
        if (changes == asked) {
            answers.put(question, answer);
        }
    }
}
