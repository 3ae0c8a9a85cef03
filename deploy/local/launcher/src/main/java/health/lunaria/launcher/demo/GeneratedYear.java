package health.lunaria.launcher.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A made-up but plausible year of one person's logs: cycles around a mean, a period of four to six days that grows lighter,
 * a temperature that rises after ovulation, cramps and other symptoms where they are usual. The same seed gives the same
 * year.
 */
public final class GeneratedYear {

    private static final int LUTEAL_DAYS = 13;
    private static final double FOLLICULAR_CELSIUS = 36.35;
    private static final double LUTEAL_RISE = 0.32;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param meanLength of her cycles, in days
     * @param spread standard deviation of their length, in days
     * @param forgottenPeriod the number (from 0) of a period that she did not log, or -1
     */
    public record Person(double meanLength, double spread, int forgottenPeriod) {}

    /** @param note may be {@code null} */
    public record LoggedDay(LocalDate date, String flow, Double celsius, List<String> symptoms, String note) {}

    private final Person person;
    private final Random random;

    public GeneratedYear(Person person, long seed) {
        this.person = person;
        this.random = new Random(seed);
    }

    /** The days from a year before {@code today} up to it, by date; some days were not logged. */
    public List<LoggedDay> until(LocalDate today) {
        List<LoggedDay> days = new ArrayList<>();
        LocalDate start = today.minusDays(365);
        for (int number = 0; !start.isAfter(today); number++) {
            int length = Math.max(19, (int) Math.round(person.meanLength() + person.spread() * random.nextGaussian()));
            days.addAll(cycle(start, length, number == person.forgottenPeriod(), today));
            start = start.plusDays(length);
        }
        return days;
    }

    /** The body of a {@code PUT /v1/cycle/days}. */
    public static ObjectNode request(List<LoggedDay> logged) {
        ObjectNode request = JSON.createObjectNode();
        ArrayNode days = request.putArray("days");
        for (LoggedDay day : logged) {
            ObjectNode item = days.addObject()
                    .put("date", day.date().toString())
                    .put("flow", day.flow())
                    .put("temperatureCelsius", day.celsius());
            if (!day.symptoms().isEmpty()) {
                day.symptoms().forEach(item.withArray("symptoms")::add);
            }
            if (day.note() != null) {
                item.put("note", day.note());
            }
        }
        return request;
    }

    private List<LoggedDay> cycle(LocalDate start, int length, boolean forgotten, LocalDate today) {
        int periodDays = 4 + random.nextInt(3);
        List<LoggedDay> days = new ArrayList<>();
        for (int day = 0; day < length && !start.plusDays(day).isAfter(today); day++) {
            boolean bleeds = day < periodDays;
            if (bleeds && forgotten || !bleeds && random.nextInt(10) < 4) {
                continue;
            }
            days.add(new LoggedDay(
                    start.plusDays(day),
                    bleeds ? flow(day, periodDays) : "none",
                    celsius(day, length),
                    symptoms(day, length),
                    note(day, length)));
        }
        return days;
    }

    private static String flow(int day, int periodDays) {
        if (day == 0) {
            return "medium";
        }
        if (day <= 2) {
            return "heavy";
        }
        return day == periodDays - 1 ? "light" : "medium";
    }

    private Double celsius(int day, int length) {
        double base = FOLLICULAR_CELSIUS + (day > length - LUTEAL_DAYS ? LUTEAL_RISE : 0);
        return Math.round((base + 0.07 * random.nextGaussian()) * 100) / 100.0;
    }

    private List<String> symptoms(int day, int length) {
        Set<String> symptoms = new HashSet<>();
        addSometimes(symptoms, "cramps", day < 2 ? 70 : 0);
        addSometimes(symptoms, "fatigue", day < 3 || day > length - 4 ? 40 : 5);
        addSometimes(symptoms, "headache", day > length - 3 ? 35 : 4);
        addSometimes(symptoms, "tender-breasts", day > length - 6 ? 45 : 0);
        return symptoms.stream().sorted().toList();
    }

    private String note(int day, int length) {
        return day == length - 2 && random.nextInt(3) == 0 ? "irritable, slept badly" : null;
    }

    private void addSometimes(Set<String> symptoms, String symptom, int percent) {
        if (random.nextInt(100) < percent) {
            symptoms.add(symptom);
        }
    }
}
