package health.lunaria.cycle.imports.format;

import java.io.IOException;

/** Reading on is refused. Parsers pass it on as the cause of their own exceptions. */
final class RefusedInput extends IOException {

    private static final long serialVersionUID = 1L;

    private final UnreadableReason reason;

    RefusedInput(UnreadableReason reason) {
        super(reason.slug());
        this.reason = reason;
    }

    UnreadableReason reason() {
        return reason;
    }
}
