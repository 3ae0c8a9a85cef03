package health.lunaria.safeguards.encryption;

/**
 * How far an epoch is emptied.
 *
 * @param epoch the closed one; 0 when there is none to be emptied
 * @param rewrapped keys that this turn has wrapped anew so far
 * @param left keys below the old epoch: counted before and after each pass, reckoned meanwhile
 * @param broken keys that do not open, in this pass: they stay where they are, and the epoch with them
 * @param emptied whether it is proven that no key is left below the old epoch, and its shard keys are deleted
 */
public record TurnProgress(int epoch, long rewrapped, long left, long broken, boolean emptied) {

    static final TurnProgress NOTHING_TO_DO = new TurnProgress(0, 0, 0, 0, true);
}
