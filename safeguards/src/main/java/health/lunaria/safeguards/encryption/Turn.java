package health.lunaria.safeguards.encryption;

import java.util.function.Consumer;

/** One run of emptying an epoch: from where to where, and how far it came. Its steps come one after the other. */
final class Turn {

    private final Epoch from;
    private final Epoch to;
    private final int batch;
    private final Consumer<TurnProgress> told;
    private TurnProgress progress;

    Turn(Epoch from, Epoch to, int batch, Consumer<TurnProgress> told) {
        this.from = from;
        this.to = to;
        this.batch = batch;
        this.told = told;
        this.progress = new TurnProgress(from.number(), 0, 0, 0, false);
    }

    Epoch from() {
        return from;
    }

    Epoch to() {
        return to;
    }

    /** How many keys are moved in one transaction at most. */
    int batch() {
        return batch;
    }

    synchronized TurnProgress progress() {
        return progress;
    }

    void beginPass(long left) {
        tell(new TurnProgress(from.number(), progress().rewrapped(), left, 0, false));
    }

    void count(int moved, int broken) {
        TurnProgress now = progress();
        // Erasures and other turns take keys away as well.
        long left = Math.max(0, now.left() - moved);
        tell(new TurnProgress(now.epoch(), now.rewrapped() + moved, left, now.broken() + broken, false));
    }

    void endPass(long left, boolean emptied) {
        TurnProgress now = progress();
        tell(new TurnProgress(now.epoch(), now.rewrapped(), left, now.broken(), emptied));
    }

    /** Whether another pass may find anything but keys that do not open. */
    boolean isWorthAnotherPass() {
        TurnProgress now = progress();
        return !now.emptied() && (now.left() == 0 || now.left() > now.broken());
    }

    private void tell(TurnProgress next) {
        synchronized (this) {
            progress = next;
        }
        told.accept(next);
    }
}
