package health.lunaria.safeguards.encryption;

/**
 * How far an epoch is emptied.
 *
 * @param epoch the closed one; 0 when none is left
 * @param rewrapped keys that this turn has wrapped anew so far
 * @param left keys below the old epoch: counted by the proof at the end of a pass, and between two of these reckoned from the
 *     count before
 * @param broken keys that do not open, in this pass: they stay where they are, and the epoch with them
 */
public record TurnProgress(int epoch, long rewrapped, long left, long broken) {

    static final TurnProgress NOTHING_TO_DO = new TurnProgress(0, 0, 0, 0);

    /** Whether nothing is left below the old epoch, proven. */
    public boolean isFinished() {
        return left == 0;
    }
}
