package health.lunaria.safeguards.takeaway;

import java.io.IOException;

/** An archive holds more than is allowed: another attempt would find the same. */
public final class ArchiveTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    ArchiveTooLargeException() {
        super("An archive is too large");
    }
}
