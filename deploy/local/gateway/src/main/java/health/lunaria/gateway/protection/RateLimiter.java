package health.lunaria.gateway.protection;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A token bucket per client address. The table is bounded: the address that was not seen for longest is forgotten.
 * Confined to one thread.
 */
public final class RateLimiter {

    private static final double NANOS = 1_000_000_000d;

    private final int rate;
    private final int burst;
    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets;

    /**
     * @param rate tokens a second
     * @param burst tokens of a full bucket
     * @param addresses how many are remembered
     * @param nanoTime a monotonic clock
     */
    public RateLimiter(int rate, int burst, int addresses, LongSupplier nanoTime) {
        this.rate = rate;
        this.burst = burst;
        this.nanoTime = nanoTime;
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > addresses;
            }
        };
    }

    /** Takes a token if there is one. */
    public Quota take(String address) {
        long now = nanoTime.getAsLong();
        Bucket bucket = buckets.computeIfAbsent(address, unknown -> new Bucket(burst, now));
        bucket.tokens = Math.min(burst, bucket.tokens + (now - bucket.filledAt) / NANOS * rate);
        bucket.filledAt = now;
        boolean allowed = bucket.tokens >= 1;
        if (allowed) {
            bucket.tokens--;
        }
        return new Quota(allowed, (int) bucket.tokens, seconds(burst - bucket.tokens));
    }

    /** The {@code RateLimit-Policy} field: as many requests as a full bucket holds, in the time that fills it. */
    public String policy() {
        return "\"address\";q=" + burst + ";w=" + Math.max(1, seconds(burst));
    }

    private int seconds(double tokens) {
        return (int) Math.ceil(tokens / rate);
    }

    /**
     * What an address may still do, as in draft-ietf-httpapi-ratelimit-headers-11.
     *
     * @param remaining requests that it may make at once
     * @param secondsUntilFull until the whole burst is there again
     */
    public record Quota(boolean allowed, int remaining, int secondsUntilFull) {

        /** The {@code RateLimit} field. */
        public String field() {
            return "\"address\";r=" + remaining + ";t=" + secondsUntilFull;
        }

        /** Seconds; not before the window that {@link #field()} announces has passed. */
        public int retryAfter() {
            return Math.max(1, secondsUntilFull);
        }
    }

    private static final class Bucket {
        private double tokens;
        private long filledAt;

        Bucket(double tokens, long filledAt) {
            this.tokens = tokens;
            this.filledAt = filledAt;
        }
    }
}
