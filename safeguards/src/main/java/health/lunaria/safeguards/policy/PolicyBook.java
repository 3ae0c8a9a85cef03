package health.lunaria.safeguards.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All versions of all policies, and which of them are in force when. */
public final class PolicyBook {

    /** How long what was acknowledged still counts after something else came into force. */
    private static final Period GRACE = Period.ofDays(30);

    private static final Comparator<Policy> BY_NAME = Comparator.comparing(Policy::name);

    private final Map<String, NavigableMap<LocalDate, Policy>> versions;

    /** @throws IllegalStateException if there is none, or two versions of one policy begin on one day or have one name */
    public PolicyBook(List<Policy> all) {
        if (all.isEmpty()) {
            throw new IllegalStateException("There are no policies");
        }
        if (all.stream().map(Policy::id).distinct().count() < all.size()) {
            throw new IllegalStateException("A version of a policy is there twice");
        }
        this.versions = all.stream()
                .collect(Collectors.groupingBy(
                        Policy::name,
                        TreeMap::new,
                        Collectors.toMap(Policy::effective, Function.identity(), PolicyBook::clash, TreeMap::new)));
    }

    private static Policy clash(Policy one, Policy other) {
        throw new IllegalStateException("Two versions begin on one day: " + one.id() + ", " + other.id());
    }

    /** By name. Empty before the first of them begins. */
    public List<Policy> inForce(LocalDate day) {
        return between(day, day);
    }

    /** Those that are in force on some day of the period, both ends included, by name and then by age. */
    public List<Policy> between(LocalDate from, LocalDate to) {
        return versions.values().stream()
                .flatMap(each -> {
                    LocalDate first = each.floorKey(from);
                    return each.subMap(first == null ? from : first, true, to, true).values().stream();
                })
                .sorted(BY_NAME.thenComparing(Policy::effective))
                .toList();
    }

    /** The version of one policy that is in force; empty before the first begins, and if there is no such policy. */
    public Optional<Policy> inForce(String name, LocalDate day) {
        return Optional.ofNullable(versionsOf(name).floorEntry(day)).map(Map.Entry::getValue);
    }

    /** A version, whether it is in force or was, or will be; empty if there is none of this name. */
    public Optional<Policy> version(String name, String version) {
        return versionsOf(name).values().stream()
                .filter(policy -> policy.version().equals(version))
                .findFirst();
    }

    /**
     * The first day on which a later version said something else than this one; empty while there is none, days to come
     * included. A version that never was is over since ever.
     */
    public Optional<LocalDate> supersededOn(String name, String version) {
        return version(name, version)
                .map(policy -> versionsOf(name).tailMap(policy.effective(), false).values().stream()
                        .filter(Policy::material)
                        .map(Policy::effective)
                        .findFirst())
                .orElse(Optional.of(LocalDate.MIN));
    }

    private NavigableMap<LocalDate, Policy> versionsOf(String name) {
        return versions.getOrDefault(name, Collections.emptyNavigableMap());
    }

    /** The ids of those that are in force, in one text: what somebody acknowledges, and what is kept of it. */
    public String setInForce(LocalDate day) {
        return inForce(day).stream().map(Policy::id).collect(Collectors.joining(" "));
    }

    /** All sets of which the end is known, and from when on having acknowledged them counts no more. */
    public Map<String, Instant> outdated() {
        Map<String, Instant> outdated = new LinkedHashMap<>();
        String before = null;
        for (LocalDate change : changes()) {
            if (before != null) {
                outdated.put(
                        before, change.plus(GRACE).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            before = setInForce(change);
        }
        return outdated;
    }

    /** From when on having acknowledged this set counts no more; {@code null} while that is not known. */
    public Instant outdatedAt(String set) {
        boolean lasts = changes().stream()
                .reduce((earlier, later) -> later)
                .filter(last -> setInForce(last).equals(set))
                .isPresent();
        return lasts ? null : outdated().getOrDefault(set, Instant.EPOCH);
    }

    private TreeSet<LocalDate> changes() {
        return versions.values().stream()
                .flatMap(each -> each.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
