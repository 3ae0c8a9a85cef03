package health.lunaria.audit.verify;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import health.lunaria.audit.verify.Finding.Kind;
import health.lunaria.audit.verify.OutboxRow.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Compares what the outboxes say of themselves with what the log has of them: {@code delivered ≤ logged ≤ recorded} and
 * {@code recorded = delivered + waiting}, exactly, for nothing was on its way; and with what they said before.
 */
final class OutboxCheck {

    private final Set<UUID> retired;

    /** @param retired outboxes that the operator says are no more */
    OutboxCheck(Set<UUID> retired) {
        this.retired = Set.copyOf(retired);
    }

    List<Finding> check(List<SeenOutbox> seen, List<OutboxRow> stored) {
        List<OutboxRow> outboxes =
                stored.stream().filter(row -> !retired.contains(row.outbox())).toList();
        List<Finding> findings = new ArrayList<>();
        outboxes.stream().filter(row -> row.statement() != null).forEach(row -> compare(row, findings));
        outboxes.stream()
                .collect(groupingBy(OutboxRow::service, TreeMap::new, counting()))
                .forEach((service, count) -> add(findings, Kind.OUTBOX_REPLACED, service, count - 1));
        seen.stream()
                .filter(before -> !retired.contains(before.outbox()))
                .forEach(before -> compare(before, outboxes, findings));
        return findings;
    }

    /** @return what to remember: an outbox of which nothing is confirmed at present stays as it was */
    List<SeenOutbox> remember(List<SeenOutbox> seen, List<OutboxRow> stored) {
        List<SeenOutbox> now = new ArrayList<>(stored.stream()
                .filter(row -> row.statement() != null && !retired.contains(row.outbox()))
                .map(SeenOutbox::of)
                .toList());
        seen.stream()
                .filter(before -> !retired.contains(before.outbox()))
                .filter(before -> stored.stream().noneMatch(row -> before.isSameAs(row) && row.statement() != null))
                .forEach(now::add);
        return now;
    }

    private static void compare(OutboxRow row, List<Finding> findings) {
        Statement statement = row.statement();
        String service = row.service();
        add(findings, Kind.OUTBOX_EMPTIED, service, statement.recorded() - statement.delivered() - statement.waiting());
        add(findings, Kind.OUTBOX_NOT_LOGGED, service, statement.delivered() - statement.logged());
        add(findings, Kind.OUTBOX_NOT_RECORDED, service, statement.logged() - statement.recorded());
    }

    private static void compare(SeenOutbox before, List<OutboxRow> stored, List<Finding> findings) {
        OutboxRow now = stored.stream().filter(before::isSameAs).findFirst().orElse(null);
        if (now == null) {
            findings.add(new Finding(Kind.OUTBOX_MISSING, before.service(), before.recorded()));
        } else if (now.statement() != null) {
            add(findings, Kind.OUTBOX_SET_BACK, before.service(), setBack(before, now.statement()));
        }
    }

    private static long setBack(SeenOutbox before, Statement now) {
        return Math.max(
                before.recorded() - now.recorded(),
                Math.max(before.delivered() - now.delivered(), before.logged() - now.logged()));
    }

    private static void add(List<Finding> findings, Kind kind, String service, long count) {
        if (count > 0) {
            findings.add(new Finding(kind, service, count));
        }
    }
}
