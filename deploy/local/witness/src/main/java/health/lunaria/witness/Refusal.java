package health.lunaria.witness;

/** Why a checkpoint is not cosigned, with the status that the specification gives it. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String SIZE = "text/x.tlog.size";

    private final int status;
    private final String contentType;

    private Refusal(int status, String contentType, String body) {
        super(body);
        this.status = status;
        this.contentType = contentType;
    }

    static Refusal malformed(String reason) {
        return new Refusal(400, TEXT, reason);
    }

    static Refusal oldSizeAboveNew() {
        return new Refusal(400, TEXT, "The old size is above the checkpoint's");
    }

    static Refusal unknownLog() {
        return new Refusal(404, TEXT, "This log is not known here");
    }

    static Refusal untrusted() {
        return new Refusal(403, TEXT, "Not signed by a key of this log, or not rightly");
    }

    /** @param size of the checkpoint that was cosigned last */
    static Refusal otherSize(long size) {
        return new Refusal(409, SIZE, Long.toString(size));
    }

    static Refusal inconsistent() {
        return new Refusal(422, TEXT, "The checkpoint does not continue the one that was cosigned last");
    }

    static Refusal tooLarge() {
        return new Refusal(413, TEXT, "The body is too large");
    }

    static Refusal notPost() {
        return new Refusal(405, TEXT, "Only POST");
    }

    static Refusal notFound() {
        return new Refusal(404, TEXT, "Nothing here");
    }

    static Refusal failed() {
        return new Refusal(500, TEXT, "The witness failed; nothing was cosigned");
    }

    int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    /** Whether the log signed what it must not have signed. */
    boolean isMisbehaviour() {
        return status == 422;
    }

    String body() {
        return getMessage() + "\n";
    }
}
