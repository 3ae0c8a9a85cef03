package health.lunaria.audit.breakglass;

import health.lunaria.safeguards.cursor.Cursors;
import health.lunaria.safeguards.identity.SubjectRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.ToLongFunction;

/** Where lists by place in the log go on. */
@ApplicationScoped
class StepCursors {

    static final int PAGE = 100;

    /** Cursors were given out under this name: never change it. */
    private static final String LIST = "break_glass_step";

    private final Cursors cursors;

    StepCursors(Cursors cursors) {
        this.cursors = cursors;
    }

    /** @param cursor {@code null} for the first page */
    long before(SubjectRef reader, String cursor) {
        return cursor == null
                ? Long.MAX_VALUE
                : ByteBuffer.wrap(cursors.position(reader, LIST, cursor)).getLong();
    }

    /** @param found up to one more than a page, which tells whether there are more */
    <T> StepPage<T> page(SubjectRef reader, List<T> found, ToLongFunction<T> index) {
        if (found.size() <= PAGE) {
            return new StepPage<>(found, null);
        }
        long last = index.applyAsLong(found.get(PAGE - 1));
        byte[] position = ByteBuffer.allocate(Long.BYTES).putLong(last).array();
        return new StepPage<>(found.subList(0, PAGE), cursors.of(reader, LIST, position));
    }
}
