package health.lunaria.profile.retention;

import health.lunaria.safeguards.retention.RetentionReport;
import java.util.List;

/** Runs of the rules of this service, the newest first. */
record RetentionResponse(List<RetentionReport> reports) {}
