package health.lunaria.cycle.imports.format;

/** Why one entry of a readable file was not imported. The slugs are part of the API: never rename one. */
public enum SkipReason {
    /** A kind of entry that this import does not know or has no use for. */
    UNKNOWN_FIELD("unknown-field"),
    UNKNOWN_VALUE("unknown-value"),
    UNKNOWN_UNIT("unknown-unit"),
    /** Known, but a day has no field or code that says the same. */
    NO_COUNTERPART("no-counterpart"),
    /** The entry says that something was not there; a day holds what was. */
    ABSENT("absent"),
    /** Excluded, deleted or predicted in the app that it comes from. */
    EXCLUDED("excluded"),
    NOT_A_DATE("not-a-date"),
    DATE_OUT_OF_RANGE("date-out-of-range"),
    NOT_A_NUMBER("not-a-number"),
    NOT_A_TIME("not-a-time"),
    OUT_OF_RANGE("out-of-range"),
    TOO_PRECISE("too-precise"),
    TOO_LONG("too-long"),
    TOO_MANY("too-many"),
    CONTROL_CHARACTER("control-character"),
    CARD_NUMBER("card-number"),
    /** Imported, but an earlier entry of the same day said otherwise and was replaced. */
    REPLACED("replaced");

    private final String slug;

    SkipReason(String slug) {
        this.slug = slug;
    }

    public String slug() {
        return slug;
    }
}
