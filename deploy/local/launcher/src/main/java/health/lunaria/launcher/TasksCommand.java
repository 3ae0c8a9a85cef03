package health.lunaria.launcher;

import health.lunaria.launcher.QueuePart.DeadLetters;
import java.util.List;

/** {@code ./lunaria tasks}: looks at the tasks that were given up, and puts them back. */
final class TasksCommand {

    static final String USAGE = "tasks dead|retry";

    private final QueuePart queue;

    TasksCommand(QueuePart queue) {
        this.queue = queue;
    }

    /** @throws LauncherException if the queue is down */
    void run(String what) {
        if (!queue.isReady()) {
            throw new LauncherException("the queue is down: run ./lunaria up first");
        }
        List<DeadLetters> dead = queue.deadLetters();
        if (what.equals("retry")) {
            queue.putBackDeadLetters();
        }
        dead.forEach(letters -> System.out.println(line(letters, what.equals("retry"))));
    }

    static String line(DeadLetters letters, boolean putBack) {
        String since =
                letters.since().map(time -> ", the oldest seen from " + time).orElse("");
        return "  " + letters.service() + "  " + letters.count() + (putBack ? " put back" : " given up") + since;
    }
}
