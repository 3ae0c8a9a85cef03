package health.lunaria.safeguards.identity;

import java.util.Set;

/** Roles of access tokens ({@code realm_access.roles}) and of peers (from their certificate's SPIFFE id). */
public final class Roles {

    public static final String USER = "user";

    public static final String SUPPORT = "support";
    public static final String SECURITY = "security";
    public static final String AUDITOR = "auditor";
    public static final String DPO = "dpo";

    public static final String PEER_PROFILE = "peer-profile-service";
    public static final String PEER_CYCLE = "peer-cycle-service";
    public static final String PEER_BILLING = "peer-billing-service";
    public static final String PEER_AUDIT = "peer-audit-service";

    /** Prometheus' Alertmanager, which reports alerts by its webhook. */
    public static final String PEER_ALERTMANAGER = "peer-alertmanager";

    /** The job that turns the epochs of keyrings. */
    public static final String PEER_EPOCH_JOB = "peer-epoch-job";

    /** The roles of people who work for the operator. */
    public static final Set<String> STAFF = Set.of(SUPPORT, SECURITY, AUDITOR, DPO);

    private Roles() {}
}
