package health.lunaria.benchmarks;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.UUID;

/**
 * What a service's relay delivers at once.
 *
 * @param last id of the last one of its events
 * @param events how many
 */
record EventBatch(UUID last, int events, String json) {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT_RFC = 0x8000000000000000L;

    /**
     * Events of now about people chosen at random.
     *
     * @param service that reports them, e.g. {@code cycle-service}
     * @param subjects how many people there are
     */
    static EventBatch ofMany(String service, int events, int subjects, Random random) {
        String[] chosen = new String[events];
        for (int i = 0; i < events; i++) {
            chosen[i] = subject(random.nextInt(subjects));
        }
        return about(service, random, chosen);
    }

    /** One event of now about each. */
    static EventBatch about(String service, Random random, String... subjects) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String action = service.substring(0, service.indexOf('-')) + ".benchmark.read";
        StringBuilder json = new StringBuilder(200 * subjects.length).append("{\"events\":[");
        UUID last = null;
        for (String subject : subjects) {
            json.append(last == null ? "" : ",");
            last = newId(now, random);
            json.append(
                    "{\"id\":\"%s\",\"time\":\"%s\",\"subject\":\"%s\",\"actor\":{\"kind\":\"self\"},\"action\":\"%s\"}"
                            .formatted(last, now, subject, action));
        }
        return new EventBatch(last, subjects.length, json.append("]}").toString());
    }

    static String subject(int number) {
        return "benchmark-%06d".formatted(number);
    }

    /** A UUID version 7. */
    private static UUID newId(Instant now, Random random) {
        long high = now.toEpochMilli() << 16 | VERSION_7 | random.nextLong() & 0x0FFFL;
        return new UUID(high, VARIANT_RFC | random.nextLong() & 0x3FFFFFFFFFFFFFFFL);
    }
}
