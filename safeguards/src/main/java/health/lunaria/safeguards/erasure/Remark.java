package health.lunaria.safeguards.erasure;

/** What somebody has to know of her erasure. The names stand in stored data, the slugs in receipts: never rename one. */
public enum Remark {
    STORE_KEEPS_INVOICES(
            "store-keeps-invoices",
            "The store that took your payments is their seller and keeps its invoices for as long as its tax law demands. We keep"
                    + " none."),
    SUBSCRIPTION_RUNS_ON(
            "subscription-runs-on",
            "A subscription was running. Only you can end it, in the store where you bought it; it is no longer connected with"
                    + " anything here."),
    LOG_KEEPS_COMMITMENTS(
            "log-keeps-commitments",
            "The public log keeps salted commitments to the accesses to your data. What opens them is deleted; nothing links them to"
                    + " you."),
    STAFF_STEPS_KEPT(
            "staff-steps-kept",
            "That staff requested or used an exception concerning an erased account, and when, is kept as evidence about the staff:"
                    + " without content, under a pseudonym.");

    private final String slug;
    private final String text;

    Remark(String slug, String text) {
        this.slug = slug;
        this.text = text;
    }

    public String slug() {
        return slug;
    }

    /** In English, for receipts. */
    public String text() {
        return text;
    }
}
