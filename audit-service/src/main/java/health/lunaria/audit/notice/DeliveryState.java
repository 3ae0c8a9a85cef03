package health.lunaria.audit.notice;

/** The names stand in stored data: never rename one. */
enum DeliveryState {
    WAITING,
    DELIVERED,
    GIVEN_UP
}
