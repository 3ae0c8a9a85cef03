package health.lunaria.witness;

/** Something that has not the form that its specification asks for. */
final class MalformedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedException(String message) {
        super(message);
    }
}
