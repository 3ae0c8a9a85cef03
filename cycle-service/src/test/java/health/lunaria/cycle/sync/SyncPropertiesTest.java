package health.lunaria.cycle.sync;

import static org.assertj.core.api.Assertions.assertThat;

import health.lunaria.cycle.day.DayFields;
import health.lunaria.safeguards.redaction.Sensitive;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Devices that edit and synchronise in any order, some answers lost, against a plain account of what was written when. */
class SyncPropertiesTest {

    private static final int DEVICES = 3;
    private static final LocalDate FIRST = LocalDate.of(2026, 2, 27);
    private static final List<String> FIELDS = List.of("sleepMinutes", "waterMillilitres", "note");

    /** @param kind 0 to 5: edit; 6: clear a field; 7: delete the day; 8: synchronise, the answer is lost; else: synchronise */
    record Step(int device, int kind, int day, int field) {

        LocalDate date() {
            return FIRST.plusDays(day);
        }
    }

    /** A value that somebody wrote; each is written once, so that it can be recognised. */
    record Written(int device, LocalDate date, String field, Object value) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Integer> kinds = Arbitraries.integers().between(0, 13);
        return Combinators.combine(
                        Arbitraries.integers().between(0, DEVICES - 1),
                        kinds,
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, FIELDS.size() - 1))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(60);
    }

    @Property(tries = 1000)
    void nothingIsLostAndAllDevicesEndAlike(@ForAll("histories") List<Step> steps) {
        Run run = new Run();
        steps.forEach(run::take);
        run.syncAll();

        run.devicesShowWhatTheServerHas();
        run.everyWrittenValueIsThereOrKnowinglyReplacedOrReported();
    }

    @Property(tries = 300)
    void aBatchSentAgainAtAnyTimeChangesNothing(@ForAll("histories") List<Step> steps) {
        Run run = new Run();
        for (Step step : steps) {
            run.take(step);
            run.sent.forEach(run::sendAgain);
        }
    }

    private static final class Run {

        private final SimulatedServer server = new SimulatedServer();
        private final List<SimulatedDevice> devices =
                IntStream.range(0, DEVICES).mapToObj(i -> new SimulatedDevice()).toList();
        private final Map<Object, Written> written = new HashMap<>();
        private final Set<Object> replacedKnowingly = new HashSet<>();
        private final List<List<DayChange>> sent = new ArrayList<>();
        private int counter;

        void take(Step step) {
            SimulatedDevice device = devices.get(step.device());
            switch (step.kind()) {
                case 0, 1, 2, 3, 4, 5 -> edit(step, FIELDS.get(step.field()), nextValue(step.field()));
                case 6 -> edit(step, FIELDS.get(step.field()), null);
                case 7 -> FIELDS.forEach(field -> edit(step, field, null));
                default -> {
                    sent.add(device.toSend());
                    device.sync(server, step.kind() == 8);
                }
            }
        }

        private Object nextValue(int field) {
            int value = ++counter;
            return field == 2 ? Sensitive.of("note " + value + ".") : (Object) (field == 0 ? value : value + 5000);
        }

        private void edit(Step step, String field, Object value) {
            Object before = devices.get(step.device()).edit(step.date(), field, value);
            if (value != null) {
                written.put(value, new Written(step.device(), step.date(), field, value));
            }
            written.values().stream()
                    .filter(one -> one.date().equals(step.date()) && one.field().equals(field))
                    .filter(one -> holds(before, one.value()))
                    .forEach(one -> replacedKnowingly.add(one.value()));
        }

        void sendAgain(List<DayChange> batch) {
            var before = server.entries();
            server.sync(SyncPosition.start(Instant.EPOCH), batch);
            assertThat(server.entries()).isEqualTo(before);
        }

        void syncAll() {
            for (int round = 0; round < 2; round++) {
                devices.forEach(device -> device.syncToTheEnd(server));
            }
        }

        void devicesShowWhatTheServerHas() {
            for (int day = 0; day <= 3; day++) {
                LocalDate date = FIRST.plusDays(day);
                Map<String, Object> stored = server.entries().containsKey(date)
                        ? DayFields.of(server.entries().get(date).day())
                        : Map.of();
                for (SimulatedDevice device : devices) {
                    assertThat(device.shown(date)).isEqualTo(stored);
                }
            }
        }

        void everyWrittenValueIsThereOrKnowinglyReplacedOrReported() {
            for (Written one : written.values()) {
                boolean stored = server.entries().containsKey(one.date())
                        && holds(server.entries().get(one.date()).valueOf(one.field()), one.value());
                boolean reported = devices.get(one.device()).conflicts().stream()
                        .anyMatch(conflict ->
                                conflict.field().equals(one.field()) && holds(conflict.yours(), one.value()));
                assertThat(stored || reported || replacedKnowingly.contains(one.value()))
                        .as("%s of device %d is not lost", one.value(), one.device())
                        .isTrue();
            }
        }

        /** A note holds every note that went into it. */
        private static boolean holds(Object value, Object part) {
            return value instanceof Sensitive<?> note && part instanceof Sensitive<?> other
                    ? ((String) note.disclose()).contains((String) other.disclose())
                    : part.equals(value);
        }
    }
}
