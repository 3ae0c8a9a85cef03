package health.lunaria.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import health.lunaria.launcher.demo.LocalStripe;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the suite is for: log in, consent, log a cycle, get a prediction, see who accessed it. */
class JourneyTest {

    private final Suite suite = Suite.running();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Test
    void logInConsentLogPredictAndSeeWhoAccessedIt() {
        Api api = suite.as("journey");

        api.get("/v1/cycle/prediction").problem(403, "consent-required");
        api.put("/v1/profile/consents/health-data", "{\"granted\":true,\"policyVersion\":\"2026-11\"}")
                .problem(403, "age-unknown");
        api.put("/v1/profile", "{\"country\":\"PT\",\"birthYear\":1994}", "If-None-Match", "*")
                .expect(200);
        api.put("/v1/profile/consents/health-data", "{\"granted\":true,\"policyVersion\":\"2026-11\"}")
                .expect(200);
        JsonNode stored = api.put("/v1/cycle/days", "{\"days\":[" + periods(94, 66, 38, 10) + "]}")
                .expect(200)
                .json();
        JsonNode cycles = api.get("/v1/cycle/cycles").expect(200).json().path("cycles");
        JsonNode prediction = api.get("/v1/cycle/prediction").expect(200).json();

        assertThat(stored.path("revision").asLong()).isEqualTo(1);
        assertThat(cycles).hasSize(4);
        assertThat(cycles.path(0).path("lengthDays").asInt()).isEqualTo(28);
        assertThat(cycles.path(3).path("end").isNull()).isTrue();
        assertThat(prediction.path("cyclesUsed").asInt()).isEqualTo(3);
        assertThat(LocalDate.parse(prediction.path("nextPeriod").path("likely").textValue()))
                .isBetween(today.plusDays(16), today.plusDays(20));
        await().atMost(Duration.ofSeconds(15))
                .until(() -> actions(api)
                        .containsAll(List.of(
                                "profile.consents.write",
                                "profile.consents.check",
                                "cycle.days.write",
                                "cycle.cycles.read",
                                "cycle.prediction.read")));
    }

    @Test
    void anEntryOfTheAccessLogTellsWhoDidWhatWhen() {
        Api api = suite.asConsenting("observer");
        api.put("/v1/cycle/days", "{\"days\":[" + periods(5) + "]}").expect(200);

        await().atMost(Duration.ofSeconds(15)).until(() -> actions(api).contains("cycle.days.write"));
        JsonNode entry = AccessLog.of(api, "cycle.days.write").get(0);

        assertThat(entry.path("actor").path("kind").textValue()).isEqualTo("self");
        assertThat(entry.path("service").textValue()).isEqualTo("cycle-service");
        assertThat(entry.path("index").isIntegralNumber()).isTrue();
        assertThat(entry.path("time").textValue())
                .startsWith(LocalDate.now(ZoneOffset.UTC).getYear() + "-");
        assertThat(entry.path("id").textValue()).matches("[0-9a-f-]{36}");
    }

    @Test
    void aProfileIsWrittenOnlyByWhoHasReadIt() {
        Api api = suite.as("profile-writer");
        String profile =
                "{\"displayName\":\"Ada\",\"country\":\"GB\",\"birthYear\":1994,\"locale\":\"en-GB\",\"timeZone\":\"Europe/London\"}";

        api.get("/v1/profile").problem(404, "not-found");
        api.put("/v1/profile", profile).problem(428, "precondition-missing");
        String tag = api.put("/v1/profile", profile, "If-None-Match", "*")
                .expect(200)
                .header("etag");
        api.put("/v1/profile", profile, "If-None-Match", "*").problem(412, "stale");
        api.put("/v1/profile", profile, "If-Match", "\"7\"").problem(412, "stale");
        api.put("/v1/profile", profile, "If-Match", tag).expect(200);
        api.put("/v1/profile", profile, "If-Match", tag).problem(412, "stale");

        assertThat(api.get("/v1/profile").expect(200).json().path("displayName").textValue())
                .isEqualTo("Ada");
    }

    @Test
    void everyoneHasEntitlementsAndNobodyPremiumUnasked() {
        Api api = suite.as("free-user");

        JsonNode entitlements = api.get("/v1/billing/entitlements").expect(200).json();

        assertThat(entitlements.path("accountId").textValue()).matches("[0-9a-f-]{36}");
        assertThat(entitlements.path("entitlements"))
                .noneMatch(entitlement -> entitlement.path("active").asBoolean());
    }

    @Test
    void aPurchaseBecomesAnEntitlementThatSheCanTrace() {
        Api api = suite.as("buyer");
        String account = api.get("/v1/billing/entitlements")
                .expect(200)
                .json()
                .path("accountId")
                .textValue();
        LocalStripe stripe = new LocalStripe(suite.stack().secrets());
        String body = stripe.subscription(account, "active", Instant.now());
        Api store = suite.withToken(null);

        store.post("/webhooks/stripe", body).problem(400, "invalid-signature");
        store.post("/webhooks/stripe", body, LocalStripe.SIGNATURE_HEADER, stripe.sign(body + " ", Instant.now()))
                .problem(400, "invalid-signature");
        String signature = stripe.sign(body, Instant.now());
        store.post("/webhooks/stripe", body, LocalStripe.SIGNATURE_HEADER, signature)
                .expect(204);
        store.post("/webhooks/stripe", body, LocalStripe.SIGNATURE_HEADER, signature)
                .expect(204);

        JsonNode entitlement = api.get("/v1/billing/entitlements")
                .expect(200)
                .json()
                .path("entitlements")
                .path(0);
        assertThat(entitlement.path("active").booleanValue()).isTrue();
        AccessLog.awaitEntries(api, "billing.entitlements.write", 1);
        JsonNode actor = AccessLog.of(api, "billing.entitlements.write").get(0).path("actor");
        assertThat(actor.path("kind").textValue()).isEqualTo("store");
        assertThat(actor.path("name").textValue()).isEqualTo("stripe");
    }

    @Test
    void insightsOpenSecondsAfterAPurchase() {
        Api api = suite.asConsenting("insightful");
        api.put("/v1/cycle/days", "{\"days\":[" + periods(122, 94, 66, 38, 10) + "]}")
                .expect(200);
        api.get("/v1/cycle/insights").problem(403, "entitlement-required");

        String account = api.get("/v1/billing/entitlements")
                .expect(200)
                .json()
                .path("accountId")
                .textValue();
        LocalStripe stripe = new LocalStripe(suite.stack().secrets());
        String body = stripe.subscription(account, "active", Instant.now());
        suite.withToken(null)
                .post("/webhooks/stripe", body, LocalStripe.SIGNATURE_HEADER, stripe.sign(body, Instant.now()))
                .expect(204);

        await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> api.get("/v1/cycle/insights").status() == 200);
        JsonNode insights = api.get("/v1/cycle/insights").expect(200).json();
        assertThat(insights.path("cycles").path("used").asInt()).isEqualTo(4);
        assertThat(insights.path("cycleLength").path("mean").asDouble()).isEqualTo(28);
    }

    @Test
    void aConsentWithdrawnCountsWithin30Seconds() {
        Api api = suite.asConsenting("withdrawing");
        api.get("/v1/cycle/cycles").expect(200);

        api.put("/v1/profile/consents/health-data", "{\"granted\":false,\"policyVersion\":\"2026-11\"}")
                .expect(200);

        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> api.get("/v1/cycle/cycles").status() == 403);
    }

    @Test
    void aRestrictionStopsTheNextRequestAndLeavesReading() {
        Api api = suite.asConsenting("restricting");
        api.get("/v1/cycle/cycles").expect(200);

        api.put("/v1/profile/restriction", "{\"restricted\":true}").expect(200);
        api.get("/v1/cycle/cycles").problem(403, "processing-restricted");
        api.put("/v1/cycle/days", "{\"days\":[" + periods(5) + "]}").problem(403, "processing-restricted");
        api.post("/v1/cycle/days/search", "{\"from\":\"" + today.minusDays(9) + "\",\"to\":\"" + today + "\"}")
                .expect(200);

        api.put("/v1/profile/restriction", "{\"restricted\":false}").expect(200);
        api.get("/v1/cycle/cycles").expect(200);
    }

    private static List<String> actions(Api api) {
        return AccessLog.of(api).stream()
                .map(entry -> entry.path("action").textValue())
                .toList();
    }

    private String periods(int... beganDaysAgo) {
        return Arrays.stream(beganDaysAgo)
                .mapToObj(today::minusDays)
                .flatMap(start -> start.datesUntil(start.plusDays(4)))
                .map(date -> "{\"date\":\"" + date + "\",\"flow\":\"medium\"}")
                .collect(Collectors.joining(","));
    }
}
