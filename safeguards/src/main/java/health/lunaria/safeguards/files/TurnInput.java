package health.lunaria.safeguards.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** Gives its turn back when it is closed, once. */
final class TurnInput extends FilterInputStream {

    private final Runnable giveBack;
    private final AtomicBoolean closed = new AtomicBoolean();

    TurnInput(InputStream content, Runnable giveBack) {
        super(content);
        this.giveBack = giveBack;
    }

    @Override
    public void close() throws IOException {
        if (closed.compareAndSet(false, true)) {
            try {
                super.close();
            } finally {
                giveBack.run();
            }
        }
    }
}
