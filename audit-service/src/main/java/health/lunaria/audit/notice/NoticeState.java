package health.lunaria.audit.notice;

/** The names stand in stored data: never rename one. */
public enum NoticeState {
    DRAFT,
    APPROVED
}
