package health.lunaria.cycle.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FeedBoundsTest {

    private static final byte[] FEED = {1, 2, 3};

    private final AtomicLong now = new AtomicLong();
    private final FeedBounds bounds = new FeedBounds(now::get);

    @Test
    void guessesAreBoundedTogether() {
        assertThat(guesses(FeedBounds.STRANGERS_AT_ONCE + 50)).isEqualTo(FeedBounds.STRANGERS_AT_ONCE);
    }

    @Test
    void guessesTakeNothingFromAKnownFeed() {
        bounds.lookedUp(FEED, true);
        guesses(FeedBounds.STRANGERS_AT_ONCE + 50);

        assertThat(bounds.admit(FEED)).isTrue();
    }

    @Test
    void aKnownFeedHasItsOwnBound() {
        bounds.lookedUp(FEED, true);
        for (int i = 0; i < FeedBounds.READINGS_AT_ONCE; i++) {
            assertThat(bounds.admit(FEED)).isTrue();
        }

        assertThat(bounds.admit(FEED)).isFalse();
        now.addAndGet(FeedBounds.PER_READING.toNanos());
        assertThat(bounds.admit(FEED)).isTrue();
    }

    @Test
    void beingFoundAgainDoesNotFillTheBucket() {
        bounds.lookedUp(FEED, true);
        for (int i = 0; i < FeedBounds.READINGS_AT_ONCE; i++) {
            bounds.admit(FEED);
            bounds.lookedUp(FEED, true);
        }

        assertThat(bounds.admit(FEED)).isFalse();
    }

    @Test
    void aRevokedFeedIsAStrangerAgain() {
        bounds.lookedUp(FEED, true);
        bounds.lookedUp(FEED, false);
        guesses(FeedBounds.STRANGERS_AT_ONCE);

        assertThat(bounds.admit(FEED)).isFalse();
    }

    private int guesses(int count) {
        int admitted = 0;
        for (int i = 0; i < count; i++) {
            byte[] guess = {9, (byte) (i >> 8), (byte) i};
            if (bounds.admit(guess)) {
                admitted++;
                bounds.lookedUp(guess, false);
            }
        }
        return admitted;
    }
}
