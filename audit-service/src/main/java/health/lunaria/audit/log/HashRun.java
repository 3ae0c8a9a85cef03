package health.lunaria.audit.log;

/**
 * Neighbouring stored hashes, of complete subtrees of 256^level leaves each.
 *
 * @param level 0 for leaves
 * @param first place of the first one in its level
 * @param count how many
 */
record HashRun(int level, long first, int count) {

    /** So many levels of the tree lie between two stored ones (C2SP tlog-tiles). */
    static final int TILE_HEIGHT = 8;

    static final int TILE_WIDTH = 1 << TILE_HEIGHT;

    /** Enough for 2^63 leaves. */
    static final int LEVELS = 8;

    long end() {
        return first + count;
    }
}
