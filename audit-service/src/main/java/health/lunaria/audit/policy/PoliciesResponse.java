package health.lunaria.audit.policy;

import health.lunaria.safeguards.policy.Policy;
import java.util.List;

/** What is in force, by name. */
record PoliciesResponse(List<Policy> policies) {}
