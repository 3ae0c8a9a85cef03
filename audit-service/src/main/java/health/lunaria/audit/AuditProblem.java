package health.lunaria.audit;

import health.lunaria.safeguards.problem.ProblemType;

/** Problems of this service, beside the common ones. */
public enum AuditProblem implements ProblemType {
    FOREIGN_ACTION("foreign-action", 403, "A service records its own accesses only"),
    TOO_MANY_OUTBOXES("too-many-outboxes", 409, "The service has said of too many outboxes that they are its own"),
    NOT_PUBLISHED_YET("not-published-yet", 409, "The entry is logged, but not published yet; try again in a second"),

    WORKFORCE_NOT_REGISTERED("workforce-not-registered", 403, "The person is not in the register of the workforce"),
    WORKFORCE_NOT_JOINED("workforce-not-joined", 403, "The person has not joined yet"),
    WORKFORCE_LEFT("workforce-left", 403, "The person has left"),
    WORKFORCE_ROLE_MISSING("workforce-role-missing", 403, "The token lacks the role that the register says"),
    WORKFORCE_TRAINING_MISSING("workforce-training-missing", 403, "A training is needed first"),
    WORKFORCE_TRAINING_EXPIRED("workforce-training-expired", 403, "The last training is more than 365 days ago"),
    WORKFORCE_POLICY_MISSING("workforce-policy-missing", 403, "The policy has to be acknowledged first"),
    WORKFORCE_POLICY_EXPIRED(
            "workforce-policy-expired",
            403,
            "The policy was acknowledged more than 365 days ago; acknowledge it again"),
    WORKFORCE_OWN_RECORD("workforce-own-record", 403, "Nobody changes her own record in the register"),

    BREAK_GLASS_ROLE("break-glass-role", 403, "The role does not allow this step"),
    BREAK_GLASS_OWN_REQUEST("break-glass-own-request", 403, "Nobody approves her own request"),
    BREAK_GLASS_NOT_REQUESTER("break-glass-not-requester", 403, "Only who requested it uses it"),
    BREAK_GLASS_ALREADY_APPROVED_BY_YOU(
            "break-glass-already-approved-by-you", 409, "The two approvals come from two people"),
    BREAK_GLASS_APPROVALS_COMPLETE("break-glass-approvals-complete", 409, "It has its two approvals"),
    BREAK_GLASS_NOT_APPROVED("break-glass-not-approved", 409, "It lacks an approval"),
    BREAK_GLASS_REQUEST_EXPIRED("break-glass-request-expired", 409, "The request waited more than 24 hours"),
    BREAK_GLASS_APPROVAL_EXPIRED("break-glass-approval-expired", 409, "An approval is more than 24 hours old"),
    BREAK_GLASS_WINDOW_CLOSED("break-glass-window-closed", 409, "The second approval is more than 30 minutes ago"),
    BREAK_GLASS_CANCELLED("break-glass-cancelled", 409, "It was cancelled"),
    BREAK_GLASS_USED("break-glass-used", 409, "It was used; it works once"),
    BREAK_GLASS_CLOCK("break-glass-clock", 409, "The clock says a time before that of the last step"),

    INCIDENT_CLOSED("incident-closed", 409, "The incident is closed; open another one"),
    INCIDENT_ACKNOWLEDGED("incident-acknowledged", 409, "The incident was acknowledged before"),
    INCIDENT_FULL("incident-full", 409, "The timeline is full: close the incident and open another one"),

    BREACH_CLOCKS_RUNNING("breach-clocks-running", 409, "Somebody has still to be told about the breach"),
    BREACH_CLOCK_UNKNOWN("breach-clock-unknown", 409, "The breach has no such clock"),
    BREACH_CLOCK_DONE("breach-clock-done", 409, "The clock was marked as done before"),
    BREACH_DELAY_REASON_MISSING("breach-delay-reason-missing", 400, "What is late needs the reason of the delay"),
    BREACH_EXTENSION_REFUSED(
            "breach-extension-refused", 409, "The regime knows no extension of this clock on this ground to this time"),
    BREACH_FULL("breach-full", 409, "The breach has too many extensions"),

    NOTICE_NO_ADDRESS("notice-no-address", 409, "No address of this authority is configured; tell it by its own form"),
    NOTICE_FOR_AUTHORITY("notice-for-authority", 409, "A notice for an authority goes to its configured address only"),
    NOTICE_WITHOUT_RECIPIENTS("notice-without-recipients", 409, "The notice has no recipient"),
    NOTICE_APPROVED("notice-approved", 409, "The notice was approved; draft another one"),
    NOTICE_OWN_DRAFT("notice-own-draft", 403, "Nobody approves her own draft"),
    NOTICES_FULL("notices-full", 409, "The incident has too many notices, or the notice too many recipients"),

    WORKFORCE_ROLE_FOREIGN(
            "workforce-role-foreign", 403, "The token has a role of the staff that the register does not say"),
    WORKFORCE_POLICY_OUTDATED(
            "workforce-policy-outdated", 403, "The policies have changed; acknowledge those that are in force"),
    POLICIES_NOT_IN_FORCE(
            "policies-not-in-force", 409, "These are not the policies that are in force; read them first"),
    BREAK_GLASS_TOLD("break-glass-told", 409, "That the user was told is kept already"),

    REGISTER_TOO_LARGE("register-too-large", 409, "The register of the workforce is too large to be read at once"),
    ACCESS_REVIEW_OPEN("access-review-open", 409, "Another review is open; close it first"),
    ACCESS_REVIEW_CLOSED("access-review-closed", 409, "The review is closed"),
    ACCESS_REVIEW_DECIDED("access-review-decided", 409, "It was decided about this member before"),
    ACCESS_REVIEW_UNDECIDED("access-review-undecided", 409, "It has still to be decided about somebody"),
    ACCESS_REVIEW_OWN("access-review-own", 403, "Nobody decides on her own access"),
    ACCESS_REVIEW_REASON("access-review-reason", 400, "This reason does not go with this decision"),
    EVIDENCE_TOO_LARGE(
            "evidence-too-large", 409, "The period has too many records for one bundle; ask for a shorter one"),
    EVIDENCE_BUSY("evidence-busy", 429, "Another bundle is being made; try again in a minute"),

    KEY_DELETION_APPROVED_BY_YOU("key-deletion-approved-by-you", 409, "The two approvals come from two people"),
    KEY_DELETION_APPROVALS_COMPLETE("key-deletion-approvals-complete", 409, "It has its two approvals"),
    KEY_DELETION_NOT_APPROVED("key-deletion-not-approved", 409, "It lacks an approval"),
    KEY_DELETION_APPROVER_STANDING(
            "key-deletion-approver-standing", 409, "Somebody who approved is not in good standing any more"),
    KEY_DELETION_EXPIRED("key-deletion-expired", 409, "An approval is more than 48 hours old; it is requested anew"),
    KEY_DELETION_REFUSED("key-deletion-refused", 409, "It was refused"),
    KEY_DELETION_USED("key-deletion-used", 409, "It was used; it works once"),
    KEY_DELETION_CLOCK("key-deletion-clock", 409, "The clock says a time before that of the last step"),
    KEY_DELETION_OTHER_KEY("key-deletion-other-key", 409, "It is requested already, for another key of that epoch");

    private final String slug;
    private final int status;
    private final String title;

    AuditProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
