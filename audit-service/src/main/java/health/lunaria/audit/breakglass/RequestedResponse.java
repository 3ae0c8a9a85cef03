package health.lunaria.audit.breakglass;

import java.util.UUID;

/** Under which id an exception waits for its approvals. */
record RequestedResponse(UUID id) {}
