package health.lunaria.audit.log;

import java.time.LocalDate;

/** A checkpoint and the day in UTC on which it was published, by the database's clock. */
public record DatedCheckpoint(LocalDate day, PublishedCheckpoint checkpoint) {}
