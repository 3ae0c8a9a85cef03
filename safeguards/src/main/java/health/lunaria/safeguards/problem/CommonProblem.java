package health.lunaria.safeguards.problem;

/** Problems that every service can have. */
public enum CommonProblem implements ProblemType {
    MALFORMED_BODY("malformed-body", 400, "The body is not well-formed JSON"),
    NESTED_TOO_DEEPLY("nested-too-deeply", 400, "The body is nested too deeply"),
    UNKNOWN_FIELD("unknown-field", 400, "The body has a field that does not belong there"),
    INVALID_FIELD("invalid-field", 400, "A field has a value that is not allowed there"),
    INVALID_REQUEST("invalid-request", 400, "The request is not valid"),
    INVALID_CURSOR(
            "invalid-cursor", 400, "The cursor or token is not one that you were given here; start again without it"),
    CARD_NUMBER_REFUSED(
            "card-number-refused", 400, "A field holds what looks like a card number; we never take card data"),
    NOT_AUTHENTICATED("not-authenticated", 401, "A valid access token is needed"),
    FRESH_LOGIN_REQUIRED("fresh-login-required", 401, "Log in again: this needs a login of the last few minutes"),
    NOT_ALLOWED("not-allowed", 403, "The access token does not allow this"),
    NOT_FOUND("not-found", 404, "There is nothing here"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This method is not supported here"),
    NOT_ACCEPTABLE("not-acceptable", 406, "None of the accepted media types can be produced"),
    ACCOUNT_ERASED("account-erased", 410, "This account was erased; nothing of it can be read or written any more"),
    STALE("stale", 412, "What you want to change was changed meanwhile: read it again"),
    BODY_TOO_LARGE("body-too-large", 413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The media type of the body is not supported"),
    PRECONDITION_MISSING("precondition-missing", 428, "If-Match, or If-None-Match: * to create, is required"),
    TOO_MANY_TASKS("too-many-tasks", 429, "Too many tasks of this kind are unfinished; wait for one to end"),
    INTERNAL_ERROR("internal-error", 500, "Something went wrong on our side; the trace id helps us to find it"),
    AUDIT_BACKLOG(
            "audit-backlog", 503, "Accesses cannot be recorded at the moment, so none is allowed; try again later"),
    KEYS_UNAVAILABLE("keys-unavailable", 503, "The keys to your data cannot be had at the moment; try again later"),
    BEING_RESTORED("being-restored", 503, "A backup was restored and is brought up to date; try again in a minute"),
    TEMPORARILY_UNAVAILABLE("temporarily-unavailable", 503, "A part that is needed does not answer; try again later");

    private final String slug;
    private final int status;
    private final String title;

    CommonProblem(String slug, int status, String title) {
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
