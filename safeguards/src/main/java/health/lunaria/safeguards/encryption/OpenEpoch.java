package health.lunaria.safeguards.encryption;

import java.time.Instant;

/** The epoch in which new keys are made. */
public record OpenEpoch(int number, Instant openedAt) {}
