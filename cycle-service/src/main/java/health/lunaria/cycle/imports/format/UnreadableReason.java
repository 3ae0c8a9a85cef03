package health.lunaria.cycle.imports.format;

/** Why a file cannot be read. The slugs are part of the API: never rename one. */
public enum UnreadableReason {
    /** The input itself failed, not what it says. */
    SOURCE_FAILED("source-failed"),
    UNKNOWN_FORMAT("unknown-format"),
    EMPTY("empty"),
    /** More bytes than are read of a file, or of what an archive unpacks to. */
    TOO_LARGE("too-large"),
    /** More days, more text, or more parts of one thing than anybody logs. */
    TOO_MUCH("too-much"),
    /** A name, field or value is longer than any in a real file. */
    TOO_LONG("too-long"),
    TOO_DEEP("too-deep"),
    NOT_TEXT("not-text"),
    NOT_CSV("not-csv"),
    NOT_JSON("not-json"),
    NOT_XML("not-xml"),
    DUPLICATE_NAME("duplicate-name"),
    /** An XML document refers to an entity of its own. */
    ENTITY("entity"),
    DAMAGED_ARCHIVE("damaged-archive"),
    ENCRYPTED_ARCHIVE("encrypted-archive"),
    TOO_MANY_ENTRIES("too-many-entries"),
    /** An archive unpacks to far more than it is long. */
    TOO_COMPRESSED("too-compressed"),
    DUPLICATE_ENTRY("duplicate-entry"),
    /** An archive holds more than one export that could be meant. */
    SEVERAL_EXPORTS("several-exports");

    private final String slug;

    UnreadableReason(String slug) {
        this.slug = slug;
    }

    public String slug() {
        return slug;
    }
}
