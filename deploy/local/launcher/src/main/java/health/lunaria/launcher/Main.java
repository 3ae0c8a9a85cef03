package health.lunaria.launcher;

import health.lunaria.launcher.backup.BackupCommand;
import health.lunaria.launcher.backup.RestoreCommand;
import health.lunaria.launcher.demo.Demo;
import health.lunaria.launcher.keycloak.KeycloakUsers;
import health.lunaria.launcher.proof.VerifyCommand;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code ./lunaria} hands over to. Exit codes: 0 done, 1 failed, 2 called wrongly, 3 (status) not all is up. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        if (!arguments.isEmpty() && arguments.get(0).equals("verify")) {
            // Without a home: whoever checks a proof need not run anything.
            return new VerifyCommand(System.in, System.out, System.err).run(arguments.subList(1, arguments.size()));
        }
        try {
            Home home = Home.of(Path.of(System.getProperty("lunaria.root", "")).toAbsolutePath(), System.getenv());
            return run(new Stack(home, new Progress(System.out)), arguments);
        } catch (LauncherException failed) {
            System.err.println("lunaria: " + failed.getMessage());
            return 1;
        }
    }

    private static int run(Stack stack, List<String> arguments) {
        String command = arguments.isEmpty() ? "" : arguments.get(0);
        List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
        return switch (command) {
            case "up" -> up(stack);
            case "down" -> down(stack);
            case "stop" -> stop(stack, rest);
            case "status" -> new Status(stack).print();
            case "logs" -> logs(stack, rest);
            case "token" -> token(stack, rest);
            case "tasks" -> tasks(stack, rest);
            case "epoch" -> epoch(stack, rest);
            case "backup" -> backup(stack, rest);
            case "restore" -> restore(stack, rest);
            case "demo" -> new Demo(stack).run();
            case "doctor" -> new Doctor(stack).run();
            default -> usage("unknown command");
        };
    }

    private static int up(Stack stack) {
        long start = System.nanoTime();
        boolean changed = stack.up();
        System.out.println(Welcome.text(stack.home(), changed, (System.nanoTime() - start) / 1_000_000_000.0));
        return 0;
    }

    private static int down(Stack stack) {
        stack.down();
        System.out.println(
                "Everything is down. The data is kept in " + stack.home().directory());
        return 0;
    }

    private static int stop(Stack stack, List<String> parts) {
        parts.forEach(stack::stop);
        return 0;
    }

    private static int logs(Stack stack, List<String> arguments) {
        List<String> known = stack.parts().stream().map(Part::name).toList();
        if (!known.containsAll(arguments)) {
            return usage("the parts are " + String.join(", ", known));
        }
        for (String part : arguments.isEmpty() ? known : arguments) {
            System.out.println("==> " + part);
            System.out.println(LogFiles.tail(stack.home().log(part), arguments.isEmpty() ? 20 : 200));
        }
        return 0;
    }

    private static int token(Stack stack, List<String> arguments) {
        List<String> roles = new ArrayList<>();
        String user = null;
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).equals("--role") && i + 1 < arguments.size()) {
                roles.add(arguments.get(++i));
            } else if (user == null && !arguments.get(i).startsWith("-")) {
                user = arguments.get(i);
            } else {
                return usage("token USER [--role ROLE]");
            }
        }
        if (user == null || !KeycloakUsers.STAFF_ROLES.containsAll(roles)) {
            return usage("token USER [--role support|security|auditor|dpo]");
        }
        try {
            KeycloakUsers.failUnlessName(user);
        } catch (LauncherException wrongName) {
            return usage(wrongName.getMessage());
        }
        System.out.println(stack.users().token(user, roles));
        return 0;
    }

    private static int tasks(Stack stack, List<String> arguments) {
        if (arguments.size() != 1 || !List.of("dead", "retry").contains(arguments.get(0))) {
            return usage(TasksCommand.USAGE);
        }
        new TasksCommand(stack.queue()).run(arguments.get(0));
        return 0;
    }

    private static int epoch(Stack stack, List<String> arguments) {
        if (!arguments.isEmpty() && !arguments.equals(List.of("--now"))) {
            return usage(EpochCommand.USAGE);
        }
        List<EpochTurned> turned = stack.epoch().run(!arguments.isEmpty());
        EpochTurned.table(turned).forEach(System.out::println);
        return turned.stream().anyMatch(EpochTurned::isFailed) ? 1 : 0;
    }

    private static int backup(Stack stack, List<String> arguments) {
        return new BackupCommand(stack, System.out).run(arguments).isPresent() ? 0 : usage(BackupCommand.USAGE);
    }

    private static int restore(Stack stack, List<String> arguments) {
        return new RestoreCommand(stack, System.out, Main::answer).run(arguments) ? 0 : usage(RestoreCommand.USAGE);
    }

    /** A line of a person; the script says whether there is one. */
    private static Optional<String> answer() {
        return Boolean.getBoolean("lunaria.terminal")
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                        .lines()
                        .findFirst()
                        .map(String::strip)
                : Optional.empty();
    }

    private static int usage(String message) {
        System.err.println("lunaria: " + message);
        return 2;
    }
}
