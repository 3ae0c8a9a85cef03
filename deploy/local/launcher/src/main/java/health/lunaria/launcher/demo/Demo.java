package health.lunaria.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.lunaria.launcher.LauncherException;
import health.lunaria.launcher.Stack;
import health.lunaria.launcher.demo.GeneratedYear.LoggedDay;
import health.lunaria.launcher.demo.GeneratedYear.Person;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;

/** Two made-up users with a year of logs each, and what the suite tells them: as a tour for people. */
public final class Demo {

    private static final Duration AUDIT_PATIENCE = Duration.ofSeconds(15);
    private static final int CALLS_AUDITED = 7;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stack stack;

    public Demo(Stack stack) {
        this.stack = stack;
    }

    /** @return exit code */
    public int run() {
        byte[] id = new byte[2];
        new SecureRandom().nextBytes(id);
        String name = "demo-" + HexFormat.of().formatHex(id);
        show(name + "-a", "regular cycles", new Person(28.2, 1.4, -1), 7, true);
        show(
                name + "-b",
                "irregular cycles, and one period that she forgot to log",
                new Person(31.5, 3.2, 5),
                11,
                false);
        System.out.println("Everything above was stored encrypted under each user's own key: look for a word of it in "
                + stack.home().directory());
        return 0;
    }

    private void show(String user, String description, Person person, long seed, boolean purchases) {
        GatewayClient api = new GatewayClient(stack.home(), stack.users().token(user, List.of()));
        List<LoggedDay> year = new GeneratedYear(person, seed).until(LocalDate.now(ZoneOffset.UTC));
        System.out.println("━━━ " + user + ": " + description);
        api.put("/v1/profile", profile(user), "If-None-Match", "*");
        api.put(
                "/v1/profile/consents/health-data",
                JSON.createObjectNode().put("granted", true).put("policyVersion", "2026-11"));
        JsonNode stored = api.put("/v1/cycle/days", GeneratedYear.request(year));
        System.out.println("    logged " + stored.path("days").size() + " days of the last year in one call");
        Report report = new Report(System.out);
        report.cycles(api.get("/v1/cycle/cycles").path("cycles"));
        report.prediction(api.get("/v1/cycle/prediction"), LocalDate.now(ZoneOffset.UTC));
        report.entitlements(purchases ? buy(api) : api.get("/v1/billing/entitlements"));
        if (purchases) {
            report.insights(api.get("/v1/cycle/insights"));
        }
        report.accessLog(accessLog(api));
        System.out.println();
    }

    /** What happens when somebody has paid: Stripe, here its stand-in, tells billing-service. */
    private JsonNode buy(GatewayClient api) {
        LocalStripe stripe = new LocalStripe(stack.secrets());
        Instant now = Instant.now();
        String account = api.get("/v1/billing/entitlements").path("accountId").textValue();
        String body = stripe.subscription(account, "active", now);
        api.post("/webhooks/stripe", body, LocalStripe.SIGNATURE_HEADER, stripe.sign(body, now));
        return api.get("/v1/billing/entitlements");
    }

    /** Entries appear within seconds: waits for those of the calls above. */
    private static JsonNode accessLog(GatewayClient api) {
        Instant until = Instant.now().plus(AUDIT_PATIENCE);
        JsonNode entries = api.get("/v1/audit/access-log").path("entries");
        while (entries.size() < CALLS_AUDITED && Instant.now().isBefore(until)) {
            pause();
            entries = api.get("/v1/audit/access-log").path("entries");
        }
        return entries;
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LauncherException("Interrupted");
        }
    }

    private static ObjectNode profile(String user) {
        return JSON.createObjectNode()
                .put("displayName", user)
                .put("locale", "en-GB")
                .put("timeZone", "Europe/Lisbon")
                .put("country", "PT")
                .put("birthYear", 1994);
    }
}
