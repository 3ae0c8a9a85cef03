package health.lunaria.audit.verify;

/** The stored hash of a complete subtree of {@code 256^level} leaves. */
record NodeRow(Place place, byte[] hash) {

    /** @param index from 0, among those of the level */
    record Place(int level, long index) {

        static final int MAX_LEVEL = 7;

        private static final int HEIGHT = 8;

        /** Whether the hashes of subtrees of {@code 2^height} leaves are stored. */
        static boolean isOfHeight(int height) {
            return height > 0 && height % HEIGHT == 0 && height / HEIGHT <= MAX_LEVEL;
        }

        static Place at(int height, long index) {
            return new Place(height / HEIGHT, index);
        }

        /** How many of this level are complete in a tree of this size. */
        static long count(int level, long size) {
            return size >>> (HEIGHT * level);
        }
    }
}
