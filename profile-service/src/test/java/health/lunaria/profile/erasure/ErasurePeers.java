package health.lunaria.profile.erasure;

import health.lunaria.safeguards.erasure.Erased;
import health.lunaria.safeguards.erasure.Remark;
import io.quarkus.test.Mock;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Stand in for the other services, and remember whom they were to erase. For some people they fail. */
final class ErasurePeers {

    /** How a service fails. */
    enum Fault {
        /** Before it has done anything. */
        BEFORE,
        /** It has erased, and its answer is lost. */
        AFTER,
        /** It has erased, and its answer does not say so. */
        GARBLED,
        /** It never answers. */
        MUTE
    }

    private static final List<String> CALLS = new CopyOnWriteArrayList<>();
    private static final Map<String, Fault> FAULTS = new ConcurrentHashMap<>();
    private static final Map<String, AtomicInteger> LEFT = new ConcurrentHashMap<>();
    private static final Map<UUID, List<String>> LOG = new ConcurrentHashMap<>();

    private ErasurePeers() {}

    /** The next so many calls of this service about this person fail. */
    static void fail(String service, String subject, Fault fault, int times) {
        FAULTS.put(service + " " + subject, fault);
        LEFT.put(service + " " + subject, new AtomicInteger(times));
    }

    static int calls(String service, String subject) {
        return Collections.frequency(CALLS, service + " " + subject);
    }

    /** That the log has entries of the provider's account, which this service's own outbox would bring there. */
    private static void log(UUID erasure, String action) {
        LOG.computeIfAbsent(erasure, one -> new CopyOnWriteArrayList<>()).add(action);
    }

    private static Uni<Erased> erase(String service, ErasureClient.Whom whom, Remark... remarks) {
        String who = service + " " + whom.subject();
        CALLS.add(who);
        Fault fault = LEFT.getOrDefault(who, new AtomicInteger()).getAndDecrement() > 0 ? FAULTS.get(who) : null;
        if (fault == Fault.BEFORE) {
            return Uni.createFrom().failure(new IllegalStateException("is away"));
        }
        if (fault == Fault.MUTE) {
            return Uni.createFrom().nothing();
        }
        List<String> entries = LOG.computeIfAbsent(whom.erasure(), one -> new CopyOnWriteArrayList<>());
        if (!entries.contains(service + ".erasure.done")) {
            log(whom.erasure(), service + ".erasure.done");
        }
        if (fault == Fault.AFTER) {
            return Uni.createFrom().failure(new IllegalStateException("was cut off"));
        }
        return Uni.createFrom().item(new Erased(fault == Fault.GARBLED ? null : Instant.now(), List.of(remarks)));
    }

    @Mock
    @RestClient
    @ApplicationScoped
    static class Billing implements BillingErasureClient {

        @Override
        public Uni<Erased> erase(Whom whom) {
            return ErasurePeers.erase("billing", whom, Remark.STORE_KEEPS_INVOICES);
        }
    }

    @Mock
    @RestClient
    @ApplicationScoped
    static class Cycle implements CycleErasureClient {

        @Override
        public Uni<Erased> erase(Whom whom) {
            return ErasurePeers.erase("cycle", whom);
        }
    }

    @Mock
    @RestClient
    @ApplicationScoped
    static class Audit implements AuditErasureClient {

        @Override
        public Uni<Erased> erase(Whom whom) {
            return ErasurePeers.erase("audit", whom, Remark.LOG_KEEPS_COMMITMENTS);
        }
    }

    /** At the first question it has published nothing, at the second not all. */
    @Mock
    @RestClient
    @ApplicationScoped
    static class PublicLog implements LogEntriesClient {

        private final Map<UUID, AtomicInteger> asked = new ConcurrentHashMap<>();

        @Override
        public Uni<LogEntriesClient.Entries> entries(Question question) {
            int before = asked.computeIfAbsent(question.erasure(), one -> new AtomicInteger())
                    .getAndIncrement();
            List<String> actions = new ArrayList<>(LOG.getOrDefault(question.erasure(), List.of()));
            if (before > 1) {
                actions.addAll(List.of("profile.account.close", "profile.erasure.done", "profile.account.delete"));
            }
            List<LogEntry> entries = new ArrayList<>();
            for (String action : before == 0 ? List.<String>of() : actions) {
                entries.add(new LogEntry(action, Instant.now(), entries.size(), "proof of " + action));
            }
            return Uni.createFrom().item(new LogEntriesClient.Entries(entries));
        }
    }
}
