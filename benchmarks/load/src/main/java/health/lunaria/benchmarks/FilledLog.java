package health.lunaria.benchmarks;

import java.util.List;

/**
 * A large log, and what became of it.
 *
 * @param size how many leaves
 * @param places of the reader's own entries
 * @param filled seconds until the last leaf stood in its table
 * @param published seconds, since the same moment, until a checkpoint covered it
 */
record FilledLog(long size, List<Long> places, double filled, double published) {

    FilledLog {
        places = List.copyOf(places);
    }
}
