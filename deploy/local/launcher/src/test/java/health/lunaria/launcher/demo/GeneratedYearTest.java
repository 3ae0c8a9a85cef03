package health.lunaria.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.lunaria.launcher.demo.GeneratedYear.LoggedDay;
import health.lunaria.launcher.demo.GeneratedYear.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratedYearTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final int NONE_FORGOTTEN = -1;

    @Test
    void theSameSeedGivesTheSameYear() {
        assertThat(year(7, NONE_FORGOTTEN)).isEqualTo(year(7, NONE_FORGOTTEN)).isNotEqualTo(year(8, NONE_FORGOTTEN));
    }

    @Test
    void eachDateComesOnceInOrderAndNoneInTheFuture() {
        for (int seed = 0; seed < 50; seed++) {
            List<LocalDate> dates =
                    year(seed, NONE_FORGOTTEN).stream().map(LoggedDay::date).toList();

            assertThat(dates).isSorted().doesNotHaveDuplicates();
            assertThat(dates.get(0)).isEqualTo(TODAY.minusDays(365));
            assertThat(dates.get(dates.size() - 1)).isBeforeOrEqualTo(TODAY);
        }
    }

    @Test
    void whatTheApiAllowsIsWhatIsLogged() {
        for (int seed = 0; seed < 50; seed++) {
            assertThat(year(seed, NONE_FORGOTTEN)).hasSizeBetween(1, 400).allSatisfy(day -> {
                assertThat(day.flow()).isIn("none", "spotting", "light", "medium", "heavy");
                assertThat(day.celsius()).isBetween(35.5, 37.5);
            });
        }
    }

    @Test
    void aForgottenPeriodIsMissing() {
        int forgotten = 5;
        List<LocalDate> whole = periods(year(11, NONE_FORGOTTEN));
        List<LocalDate> withGap = periods(year(11, forgotten));

        assertThat(withGap.subList(0, forgotten)).isEqualTo(whole.subList(0, forgotten));
        assertThat(withGap.get(forgotten)).isAfter(withGap.get(forgotten - 1).plusDays(40));
    }

    @Test
    void whatWasNotLoggedIsNotSent() {
        LoggedDay day = new LoggedDay(TODAY, "none", 36.4, List.of(), null);
        JsonNode sent = GeneratedYear.request(List.of(day)).path("days").path(0);

        assertThat(sent.toString())
                .isEqualTo("{\"date\":\"2026-11-24\",\"flow\":\"none\",\"temperatureCelsius\":36.4}");
    }

    private static List<LoggedDay> year(long seed, int forgotten) {
        return new GeneratedYear(new Person(28.2, 1.4, forgotten), seed).until(TODAY);
    }

    /** First days of bleeding after at least ten days without. */
    private static List<LocalDate> periods(List<LoggedDay> year) {
        List<LocalDate> starts = new ArrayList<>();
        LocalDate last = LocalDate.MIN;
        for (LoggedDay day : year) {
            if (!day.flow().equals("none")) {
                if (day.date().minusDays(10).isAfter(last)) {
                    starts.add(day.date());
                }
                last = day.date();
            }
        }
        return starts;
    }
}
