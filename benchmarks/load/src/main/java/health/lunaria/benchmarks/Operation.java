package health.lunaria.benchmarks;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Random;

/** What an app does all day. */
enum Operation implements Call {
    LOG_A_DAY("log a day") {
        @Override
        public HttpRequest.Builder request(String url, Random random) {
            // Another temperature each time: storing what is stored already may be cheaper.
            String body = String.format(
                    Locale.ROOT,
                    "{\"days\":[{\"date\":\"%s\",\"flow\":\"light\",\"temperatureCelsius\":%.2f,"
                            + "\"symptoms\":[\"cramps\",\"fatigue\"],\"note\":\"slept badly, better by noon\"}]}",
                    someDay(random),
                    36 + random.nextInt(100) / 100.0);
            return HttpRequest.newBuilder(URI.create(url + "/v1/cycle/days")).PUT(BodyPublishers.ofString(body));
        }
    },
    READ_A_MONTH("read a month") {
        @Override
        public HttpRequest.Builder request(String url, Random random) {
            LocalDate from = someDay(random).withDayOfMonth(1);
            String body = "{\"from\":\"%s\",\"to\":\"%s\"}"
                    .formatted(from, from.plusMonths(1).minusDays(1));
            return HttpRequest.newBuilder(URI.create(url + "/v1/cycle/days/search"))
                    .POST(BodyPublishers.ofString(body));
        }
    },
    PREDICT("predict") {
        @Override
        public HttpRequest.Builder request(String url, Random random) {
            return HttpRequest.newBuilder(URI.create(url + "/v1/cycle/prediction"));
        }
    };

    private static final int DAYS = 330;

    private final String label;

    Operation(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    private static LocalDate someDay(Random random) {
        return LocalDate.now(ZoneOffset.UTC).minusDays(31 + random.nextInt(DAYS));
    }
}
