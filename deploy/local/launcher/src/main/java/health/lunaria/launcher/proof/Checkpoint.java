package health.lunaria.launcher.proof;

import java.util.Arrays;

/**
 * What a log says it is: all its entries in one hash (C2SP tlog-checkpoint). Further lines are allowed, and mean nothing
 * here.
 */
record Checkpoint(String origin, long size, byte[] root) {

    private static final int LINES = 3;

    /** @param text of the signed note */
    static Checkpoint parse(String text) throws RefusedException {
        String[] lines = text.substring(0, text.length() - 1).split("\n", -1);
        if (lines.length < LINES || Arrays.asList(lines).contains("")) {
            throw new RefusedException(Check.FORMAT, "the checkpoint has not the lines that it needs");
        }
        return new Checkpoint(
                lines[0], Text.decimal(lines[1], "the tree's size"), Text.hash(lines[2], "the tree's root"));
    }
}
