package health.lunaria.profile.erasure;

/**
 * The steps of an erasure, in their order: the account is closed first, so that nobody comes back in while it runs; what shows what
 * happened goes last. The names stand in stored data: never rename one.
 */
enum ErasureStep {
    CLOSE_ACCOUNT,
    BILLING,
    CYCLE,
    AUDIT,
    PROFILE,
    DELETE_ACCOUNT,
    RECEIPT;

    /** {@code null} after the last one. */
    ErasureStep next() {
        return this == RECEIPT ? null : values()[ordinal() + 1];
    }
}
