package health.lunaria.kms;

/** A refusal, with the error type that AWS KMS gives for it. The message never holds key material or a context. */
final class KmsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String type;
    private final int status;

    private KmsException(String type, int status, String message) {
        super(message);
        this.type = type;
        this.status = status;
    }

    static KmsException of(String type, String message) {
        return new KmsException(type, 400, message);
    }

    static KmsException validation(String message) {
        return of("ValidationException", message);
    }

    static KmsException accessDenied() {
        return of("AccessDeniedException", "The principal is not allowed to do this with this key");
    }

    static KmsException tooLarge() {
        return new KmsException("RequestEntityTooLargeException", 413, "The request is too large");
    }

    static KmsException internal() {
        return new KmsException("KMSInternalException", 500, "The request could not be processed");
    }

    String type() {
        return type;
    }

    int status() {
        return status;
    }
}
