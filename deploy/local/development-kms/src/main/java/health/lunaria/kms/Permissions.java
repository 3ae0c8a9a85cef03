package health.lunaria.kms;

/**
 * Who may do what, as policies by tag and kind of key say it in AWS:
 *
 * <ul>
 *   <li>A service uses and sees the keys whose tag {@code lunaria:principal} names it.
 *   <li>The administrator makes and manages all keys and uses none.
 *   <li>The job that turns epochs makes symmetric keys for services ({@code aws:RequestTag}, {@code kms:KeySpec}); of those that
 *       are symmetric and belong to a service ({@code aws:ResourceTag}, {@code kms:KeyUsage}) it uses and deletes each. It sees
 *       what keys there are, but cannot undo a deletion, nor use or delete a key that signs.
 * </ul>
 *
 * @param epochJob {@code null} if there is none
 */
record Permissions(Principal administrator, Principal epochJob) {

    /** What the names of services end with: whose keys are for backups is none. */
    private static final String SERVICE = "-service";

    boolean mayCreate(Principal caller, KeySpec spec) {
        return isAdministrator(caller) || isEpochJob(caller) && spec == KeySpec.SYMMETRIC_DEFAULT;
    }

    boolean mayList(Principal caller) {
        return isAdministrator(caller) || isEpochJob(caller);
    }

    boolean mayDescribe(Principal caller, Key key) {
        return isAdministrator(caller) || isEpochJob(caller) || isOwner(caller, key);
    }

    boolean mayUse(Principal caller, Key key) {
        return isOwner(caller, key) || turns(caller, key);
    }

    /** Enable, disable, cancel a deletion. */
    boolean mayChange(Principal caller) {
        return isAdministrator(caller);
    }

    boolean mayScheduleDeletion(Principal caller, Key key) {
        return isAdministrator(caller) || turns(caller, key);
    }

    private boolean turns(Principal caller, Key key) {
        return isEpochJob(caller)
                && key.spec() == KeySpec.SYMMETRIC_DEFAULT
                && key.principal().endsWith(SERVICE);
    }

    private boolean isOwner(Principal caller, Key key) {
        return !isAdministrator(caller) && !isEpochJob(caller) && caller.name().equals(key.principal());
    }

    private boolean isAdministrator(Principal caller) {
        return caller.equals(administrator);
    }

    private boolean isEpochJob(Principal caller) {
        return caller.equals(epochJob);
    }
}
