package health.lunaria.safeguards.tasks;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The handlers of this service, by kind. */
@ApplicationScoped
@IfBuildProperty(name = TasksConfig.ENABLED, stringValue = "true")
class TaskHandlers {

    private final Map<String, TaskHandler<?>> byKind;

    TaskHandlers(Instance<TaskHandler<?>> handlers) {
        this.byKind = handlers.stream().collect(toUnmodifiableMap(TaskHandler::kind, Function.identity()));
    }

    Set<String> kinds() {
        return byKind.keySet();
    }

    Optional<TaskHandler<?>> of(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }
}
