package health.lunaria.audit.breach;

/** Who has to be told. The names stand in stored data: never rename one. */
public enum Addressee {
    AUTHORITY,
    PERSONS,
    MEDIA
}
