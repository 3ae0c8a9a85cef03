package health.lunaria.audit.verify.note;

/** Something is not of the form that its specification says. The message names the rule, and no content. */
public final class MalformedException extends Exception {

    MalformedException(String rule) {
        super(rule);
    }
}
