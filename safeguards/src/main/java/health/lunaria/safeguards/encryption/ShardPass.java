package health.lunaria.safeguards.encryption;

import health.lunaria.safeguards.encryption.RewrapRows.SubjectRow;
import health.lunaria.safeguards.http.WorkerThread;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** Goes once through the keys of one shard that lie below the old epoch, batch by batch. Holds two shard keys and one batch. */
final class ShardPass {

    private final RewrapRows rows;
    private final Turn turn;
    private final int shard;
    private final Rewrap rewrap;
    private byte[] after = new byte[0];

    ShardPass(RewrapRows rows, Turn turn, int shard, Rewrap rewrap) {
        this.rows = rows;
        this.turn = turn;
        this.shard = shard;
        this.rewrap = rewrap;
    }

    /** The shard's keys are destroyed in the end, however it comes. */
    Uni<Void> run() {
        return Uni.createFrom()
                .deferred(this::batch)
                .repeat()
                .whilst(more -> more)
                .onItem()
                .ignoreAsUni()
                .onTermination()
                .invoke(rewrap::destroy);
    }

    /** @return whether there may be more */
    private Uni<Boolean> batch() {
        List<SubjectRow> moved = new ArrayList<>();
        return rows.move(
                        turn.from().number(),
                        turn.to().number(),
                        shard,
                        after,
                        turn.batch(),
                        locked -> WorkerThread.run(() -> wrapAnew(locked)).invoke(moved::addAll))
                .map(seen -> tell(seen, moved.size()));
    }

    private boolean tell(List<SubjectRow> seen, int moved) {
        turn.count(moved, seen.size() - moved);
        if (seen.isEmpty()) {
            return false;
        }
        after = seen.get(seen.size() - 1).subject().bytes();
        return seen.size() == turn.batch();
    }

    /** A key that does not open is left out, so that it does not hold up the others. */
    private List<SubjectRow> wrapAnew(List<SubjectRow> locked) {
        List<SubjectRow> anew = new ArrayList<>(locked.size());
        for (SubjectRow row : locked) {
            try {
                byte[] wrapped = rewrap.apply(row.subject(), row.version(), row.wrapped());
                anew.add(new SubjectRow(row.subject(), row.version(), wrapped));
            } catch (SealBrokenException staysWhereItIs) {
                continue;
            }
        }
        return anew;
    }
}
