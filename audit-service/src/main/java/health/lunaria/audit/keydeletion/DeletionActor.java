package health.lunaria.audit.keydeletion;

import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.redaction.Confidential;

/**
 * Who takes a step. Its event in the log is about that one: somebody of security finds hers in her access log, and what the job
 * did stands below a name that no person has.
 */
@Confidential
record DeletionActor(Subject subject, Actor actor) {

    private static final String JOB_NAME = "epoch-job";

    static final DeletionActor JOB = new DeletionActor(new Subject(JOB_NAME), Actor.service(JOB_NAME));

    static DeletionActor security(Subject person) {
        return new DeletionActor(person, Actor.staff(Roles.SECURITY));
    }

    boolean isJob() {
        return equals(JOB);
    }

    String person() {
        return subject.id();
    }

    @Override
    public String toString() {
        return "DeletionActor[redacted]";
    }
}
