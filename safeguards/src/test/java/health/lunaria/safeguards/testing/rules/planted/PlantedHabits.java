package health.lunaria.safeguards.testing.rules.planted;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

public final class PlantedHabits {

    private PlantedHabits() {}

    static class Awaits {
        String read(Uni<String> text) {
            return text.await().atMost(Duration.ofSeconds(1));
        }
    }

    static class Subscribes {
        void start(Uni<String> work) {
            work.subscribe().with(done -> {});
        }
    }

    static class SubscribesToMany {
        Iterable<String> read(Multi<String> texts) {
            return texts.subscribe().asIterable();
        }
    }

    static class SubscribesByReference {
        Function<Uni<String>, CompletionStage<String>> start() {
            return Uni::subscribeAsCompletionStage;
        }
    }

    static class Combines {
        Uni<List<String>> both(Uni<String> one, Uni<String> other) {
            return Uni.combine().all().unis(one, other).with(String.class, texts -> texts);
        }
    }

    static class Joins {
        Uni<List<String>> both(Uni<String> one, Uni<String> other) {
            return Uni.join().all(one, other).andCollectFailures();
        }
    }

    static class MergesUnis {
        Multi<String> all(Multi<String> texts) {
            return texts.onItem()
                    .transformToUniAndMerge(text -> Uni.createFrom().item(text));
        }
    }

    static class MergesMultis {
        Multi<String> all(Multi<String> texts) {
            return texts.onItem()
                    .transformToMulti(text -> Multi.createFrom().item(text))
                    .merge();
        }
    }

    static class CreatesByMerging {
        Multi<String> all(Multi<String> one, Multi<String> other) {
            return Multi.createBy().merging().streams(one, other);
        }
    }

    static class AllowedChain {
        Uni<String> both(Uni<String> one, Uni<String> other) {
            return one.chain(first -> other.map(first::concat))
                    .call(both -> Uni.createFrom().voidItem());
        }

        String joined(List<String> texts) {
            return String.join(",", texts);
        }
    }

    static class InjectsField {
        @Inject
        String field;
    }

    static class InjectsConfiguration {
        @ConfigProperty(name = "planted")
        String field;
    }

    static class InjectsClient {
        @RestClient
        String field;
    }

    static class AllowedConstructor {
        private final String field;

        @Inject
        AllowedConstructor(@ConfigProperty(name = "planted") String field) {
            this.field = field;
        }

        String field() {
            return field;
        }
    }

    static class UsesDate {
        Date date;
    }

    static class UsesCalendar {
        Object now() {
            return Calendar.getInstance();
        }
    }

    static class PrintsToConsole {
        Consumer<String> printer() {
            return System.out::println;
        }
    }

    static class PrintsStackTrace {
        void print(Exception failure) {
            failure.printStackTrace();
        }
    }
}
