package health.lunaria.profile.session;

import health.lunaria.profile.provider.LoginSession;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.Instant;
import java.util.List;

/** Where somebody is logged in, the newest use first. */
@Confidential
record SessionsResponse(List<Item> sessions) {

    static SessionsResponse of(List<LoginSession> sessions, String current) {
        return new SessionsResponse(
                sessions.stream().map(session -> Item.from(session, current)).toList());
    }

    @Override
    public String toString() {
        return "SessionsResponse[redacted]";
    }

    /**
     * @param clients which apps used it
     * @param current whether this call belongs to it
     */
    @Confidential
    record Item(String id, Instant startedAt, Instant lastUsedAt, List<String> clients, boolean current) {

        static Item from(LoginSession session, String current) {
            return new Item(
                    session.id(),
                    session.startedAt(),
                    session.lastUsedAt(),
                    session.clients(),
                    session.id().equals(current));
        }

        @Override
        public String toString() {
            return "Item[redacted]";
        }
    }
}
