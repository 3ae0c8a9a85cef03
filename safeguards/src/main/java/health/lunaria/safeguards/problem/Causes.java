package health.lunaria.safeguards.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * Describes an exception for the log without its messages: a message of a library may quote what a user wrote (a
 * PostgreSQL error quotes values, Jackson quotes the body). Types and places in our own code are enough to find it.
 */
public final class Causes {

    private static final String OUR_CODE = "health.lunaria.";
    private static final int MAX_CAUSES = 5;

    private Causes() {}

    /** E.g. {@code PgException at CycleDays.save:41 < ConnectException}; our own exceptions with their message. */
    public static String describe(Throwable exception) {
        List<String> parts = new ArrayList<>();
        Throwable cause = exception;
        while (cause != null && parts.size() < MAX_CAUSES) {
            parts.add(name(cause) + place(cause));
            cause = cause.getCause();
        }
        return String.join(" < ", parts);
    }

    private static String name(Throwable exception) {
        String type = exception.getClass().getSimpleName();
        boolean ours = exception.getClass().getName().startsWith(OUR_CODE);
        return ours ? type + " (" + exception.getMessage() + ")" : type;
    }

    private static String place(Throwable exception) {
        for (StackTraceElement frame : exception.getStackTrace()) {
            if (frame.getClassName().startsWith(OUR_CODE)) {
                String type =
                        frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
                return " at " + type + "." + frame.getMethodName() + ":" + frame.getLineNumber();
            }
        }
        return "";
    }
}
