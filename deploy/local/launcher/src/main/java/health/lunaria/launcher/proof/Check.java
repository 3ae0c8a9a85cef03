package health.lunaria.launcher.proof;

/** What a proof has to pass, in this order; the first check that fails ends it. */
public enum Check {
    FORMAT("the proof is well formed"),
    ORIGIN("it comes from the log whose key was given"),
    SIGNATURE("that log signed the checkpoint"),
    WITNESSES("every witness that was named cosigned the checkpoint"),
    EVENT("the event is one that can be read in one way only"),
    INCLUSION("the log holds this event, and nothing else, at this place");

    private final String claim;

    Check(String claim) {
        this.claim = claim;
    }

    /** What holds when it passes. */
    public String claim() {
        return claim;
    }
}
