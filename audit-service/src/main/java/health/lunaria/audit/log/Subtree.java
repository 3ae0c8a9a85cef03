package health.lunaria.audit.log;

/**
 * A complete subtree: the 2^height leaves from {@code start} on.
 *
 * @param start a multiple of 2^height
 */
record Subtree(long start, int height) {

    Subtree {
        if (height < 0 || height > 62 || (start & ((1L << height) - 1)) != 0) {
            throw new IllegalArgumentException("A subtree begins at a multiple of its leaves");
        }
    }

    /** The stored hashes from which its own is computed: 1 to 128, all in one tile. */
    HashRun stored() {
        int level = height / HashRun.TILE_HEIGHT;
        return new HashRun(level, start >> level * HashRun.TILE_HEIGHT, 1 << height % HashRun.TILE_HEIGHT);
    }
}
