package health.lunaria.benchmarks;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * What readers of the log ask for, each time at another place.
 *
 * @param path by which it is asked for
 */
record LogRead(String label, Function<Random, String> path) implements Call {

    private static final int GROUP = 1000;

    /** A proof of one of the reader's own entries. */
    static LogRead proof(List<Long> places) {
        return new LogRead(
                "a proof of an entry",
                random -> "/v1/audit/access-log/" + places.get(random.nextInt(places.size())) + "/proof");
    }

    /** The newest entry of the reader's access log: the same access as a proof, and none of its tree. */
    static LogRead newestEntry() {
        return new LogRead("an entry without a proof", random -> "/v1/audit/access-log?limit=1");
    }

    /** @param size of the log; its last tiles are not full and are left out */
    static LogRead tile(int level, long size) {
        return new LogRead("a tile, level " + level, random -> tile(Integer.toString(level), level, size, random));
    }

    /** @param size of the log */
    static LogRead entries(long size) {
        return new LogRead("a bundle of 256 entries", random -> tile("entries", 0, size, random));
    }

    private static String tile(String level, int height, long size, Random random) {
        long full = size >> 8 * (height + 1);
        return "/v1/audit/log/tile/" + level + "/" + tilePath((long) (random.nextDouble() * full));
    }

    /** By the rule of C2SP tlog-tiles: groups of three digits, all but the last with an x in front. */
    static String tilePath(long index) {
        StringBuilder path = new StringBuilder("%03d".formatted(index % GROUP));
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            path.insert(0, "x%03d/".formatted(rest % GROUP));
        }
        return path.toString();
    }

    @Override
    public HttpRequest.Builder request(String url, Random random) {
        return HttpRequest.newBuilder(URI.create(url + path.apply(random)));
    }
}
