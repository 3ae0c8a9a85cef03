package health.lunaria.safeguards.tasks;

/** A run no longer may write: its task was cancelled, or its lease ran out and another worker took over. */
public class TaskLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TaskLostException() {
        super("The task was cancelled or given to another worker");
    }
}
