package health.lunaria.audit.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All versions of all policies, and which of them are in force when. */
final class PolicyBook {

    private static final Comparator<Policy> BY_NAME = Comparator.comparing(Policy::name);

    private final Map<String, NavigableMap<LocalDate, Policy>> versions;

    /** @throws IllegalStateException if there is none, or two versions of one policy begin on one day or have one name */
    PolicyBook(List<Policy> all) {
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
    List<Policy> inForce(LocalDate day) {
        return between(day, day);
    }

    /** Those that are in force on some day of the period, both ends included, by name and then by age. */
    List<Policy> between(LocalDate from, LocalDate to) {
        return versions.values().stream()
                .flatMap(each -> {
                    LocalDate first = each.floorKey(from);
                    return each.subMap(first == null ? from : first, true, to, true).values().stream();
                })
                .sorted(BY_NAME.thenComparing(Policy::effective))
                .toList();
    }

    /** The next day after this one on which something else is in force; {@code null} if none is known. */
    LocalDate nextChange(LocalDate day) {
        return versions.values().stream()
                .map(each -> each.higherKey(day))
                .filter(next -> next != null)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
