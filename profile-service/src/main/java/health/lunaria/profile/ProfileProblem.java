package health.lunaria.profile;

import health.lunaria.safeguards.problem.ProblemType;

/** Problems of this service, beside the common ones. */
public enum ProfileProblem implements ProblemType {
    UNKNOWN_PURPOSE("unknown-purpose", 404, "There is no such purpose; see the list of consents"),
    POLICY_NOT_IN_FORCE(
            "policy-not-in-force", 409, "This version of the policy is not in force; read the policies again");

    private final String slug;
    private final int status;
    private final String title;

    ProfileProblem(String slug, int status, String title) {
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
