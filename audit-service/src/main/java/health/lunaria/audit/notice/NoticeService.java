package health.lunaria.audit.notice;

import health.lunaria.audit.AuditProblem;
import health.lunaria.audit.breach.Addressee;
import health.lunaria.audit.breach.BreachClock;
import health.lunaria.audit.breach.BreachService;
import health.lunaria.audit.breach.ClockRule;
import health.lunaria.audit.incident.Entry;
import health.lunaria.audit.incident.IncidentService;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.Precondition;
import health.lunaria.safeguards.problem.ProblemException;
import health.lunaria.safeguards.redaction.Sensitive;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Notices about breaches: drafted by one person, approved by another, then delivered. Every change locks the incident first,
 * through the entry in its timeline.
 */
@ApplicationScoped
public class NoticeService {

    static final int MOST_OF_AN_INCIDENT = 200;
    static final int MOST_RECIPIENTS = 100_000;

    private final IncidentService incidents;
    private final BreachService breaches;
    private final NoticeRows rows;
    private final Deliveries deliveries;
    private final NoticeSeals seals;
    private final NoticeConfig config;
    private final Clock clock;

    NoticeService(
            IncidentService incidents,
            BreachService breaches,
            NoticeRows rows,
            Deliveries deliveries,
            NoticeSeals seals,
            NoticeConfig config,
            Clock clock) {
        this.incidents = incidents;
        this.breaches = breaches;
        this.rows = rows;
        this.deliveries = deliveries;
        this.seals = seals;
        this.config = config;
        this.clock = clock;
    }

    /** Drafts a notice for a clock of the breach. One for an authority has its configured address already. */
    @WithTransaction
    Uni<Notice> draft(UUID incident, NoticeText text) {
        NoticeRow row = new NoticeRow(UUID.randomUUID(), incident, clock.instant());
        seals.seal(row, text);
        return incidents
                .add(incident, Entry.Kind.NOTICE_DRAFTED, text.draftedBy(), text.clock())
                .chain(() -> rows.count(incident))
                .invoke(NoticeService::failIfTooMany)
                .chain(() -> rule(incident, text.clock()))
                .call(() -> rows.persistAndFlush(row))
                .call(rule -> rule.addressee() == Addressee.AUTHORITY
                        ? deliveries.add(row.id, List.of(seals.added(authority(rule))))
                        : Uni.createFrom().voidItem())
                .chain(() -> notice(row));
    }

    /** Adds recipients to a draft for persons or media; those that are there already are passed over. */
    @WithTransaction
    Uni<Notice> addRecipients(UUID incident, UUID id, List<Sensitive<String>> addresses) {
        return locked(incident, id)
                .call(row -> rule(incident, seals.open(row).clock()).invoke(NoticeService::failIfForAuthority))
                .call(() -> deliveries.count(id).invoke(count -> failIfFull(count + addresses.size())))
                .call(() ->
                        deliveries.add(id, addresses.stream().map(seals::added).toList()))
                .chain(this::notice);
    }

    /** Approves a draft as it is at this version, and lets its delivery begin. */
    @WithTransaction
    Uni<Notice> approve(UUID incident, UUID id, Precondition precondition, String by) {
        return incidents
                .add(incident, Entry.Kind.NOTICE_APPROVED, by, id.toString())
                .chain(() -> locked(incident, id))
                .invoke(row -> failIfStale(row, precondition))
                .invoke(row -> failIfOwn(seals.open(row), by))
                .call(() -> deliveries.count(id).invoke(NoticeService::failIfNone))
                .invoke(row -> approve(row, by))
                .call(() -> deliveries.release(id))
                .chain(this::notice);
    }

    @WithTransaction
    Uni<Notice> get(UUID incident, UUID id) {
        return rows.of(incident, id)
                .onItem()
                .ifNull()
                .failWith(NoticeService::notFound)
                .chain(this::notice);
    }

    /** In the order in which they were drafted. */
    @WithTransaction
    Uni<List<Notice>> list(UUID incident) {
        return rows.of(incident)
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(this::notice)
                        .collect()
                        .asList());
    }

    private void approve(NoticeRow row, String by) {
        NoticeText text = seals.open(row).approved(by, clock.instant());
        row.state = NoticeState.APPROVED;
        row.version++;
        seals.seal(row, text);
    }

    /** Of a clock that the breach has, spared or not: telling more than one must is allowed. */
    private Uni<ClockRule> rule(UUID incident, String id) {
        return breaches.get(incident)
                .map(state -> state.clocks().stream()
                        .map(BreachClock::rule)
                        .filter(rule -> rule.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(AuditProblem.BREACH_CLOCK_UNKNOWN)));
    }

    private Sensitive<String> authority(ClockRule rule) {
        String address = config.authorities().get(rule.regime());
        if (address == null) {
            throw new ProblemException(AuditProblem.NOTICE_NO_ADDRESS);
        }
        return Sensitive.of(address);
    }

    /** A draft. */
    private Uni<NoticeRow> locked(UUID incident, UUID id) {
        return rows.locked(incident, id)
                .onItem()
                .ifNull()
                .failWith(NoticeService::notFound)
                .invoke(NoticeService::failIfApproved);
    }

    private Uni<Notice> notice(NoticeRow row) {
        return deliveries
                .countByState(row.id)
                .map(recipients ->
                        new Notice(row.id, row.version, row.state, row.createdAt, seals.open(row), recipients));
    }

    private static void failIfApproved(NoticeRow row) {
        if (row.state != NoticeState.DRAFT) {
            throw new ProblemException(AuditProblem.NOTICE_APPROVED);
        }
    }

    private static void failIfStale(NoticeRow row, Precondition precondition) {
        if (row.version != precondition.version()) {
            throw new ProblemException(CommonProblem.STALE);
        }
    }

    private static void failIfOwn(NoticeText text, String by) {
        if (text.draftedBy().equals(by)) {
            throw new ProblemException(AuditProblem.NOTICE_OWN_DRAFT);
        }
    }

    private static void failIfForAuthority(ClockRule rule) {
        if (rule.addressee() == Addressee.AUTHORITY) {
            throw new ProblemException(AuditProblem.NOTICE_FOR_AUTHORITY);
        }
    }

    private static void failIfNone(long recipients) {
        if (recipients == 0) {
            throw new ProblemException(AuditProblem.NOTICE_WITHOUT_RECIPIENTS);
        }
    }

    private static void failIfTooMany(long count) {
        if (count >= MOST_OF_AN_INCIDENT) {
            throw new ProblemException(AuditProblem.NOTICES_FULL);
        }
    }

    private static void failIfFull(long recipients) {
        if (recipients > MOST_RECIPIENTS) {
            throw new ProblemException(AuditProblem.NOTICES_FULL);
        }
    }

    private static ProblemException notFound() {
        return new ProblemException(CommonProblem.NOT_FOUND);
    }
}
