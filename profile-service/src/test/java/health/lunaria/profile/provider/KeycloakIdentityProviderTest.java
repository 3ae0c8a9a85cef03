package health.lunaria.profile.provider;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.testing.ServiceTestResource;
import health.lunaria.safeguards.testing.Sql;
import health.lunaria.safeguards.testing.TestDatabases;
import health.lunaria.safeguards.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceTestResource.class)
@WithTestResource(FakeKeycloak.class)
class KeycloakIdentityProviderTest {

    private final Sql data = Sql.in(TestDatabases.start().data());

    @Inject
    IdentityProvider provider;

    @AfterEach
    void recover() {
        FakeKeycloak.grants(true);
    }

    @Test
    void aClosedAccountIsLockedAndEmpty() throws Throwable {
        linked("leaver");

        run(() -> provider.close(of("leaver")));
        run(() -> provider.close(of("leaver")));

        assertThat(FakeKeycloak.account("leaver").enabled).isFalse();
        assertThat(FakeKeycloak.sessions("leaver")).isEmpty();
    }

    @Test
    void aReopenedAccountIsOpen() throws Throwable {
        linked("returner");

        run(() -> provider.close(of("returner")));
        run(() -> provider.reopen(of("returner")));

        assertThat(FakeKeycloak.account("returner").enabled).isTrue();
    }

    @Test
    void aDeletedAccountIsGoneAndItsLinkToo() throws Throwable {
        linked("deleted");
        long links = links();

        run(() -> provider.delete(of("deleted")));
        run(() -> provider.delete(of("deleted")));

        assertThat(FakeKeycloak.has("deleted")).isFalse();
        assertThat(links()).isEqualTo(links - 1);
    }

    @Test
    void anAccountThatIsGoneIsNoFailure() throws Throwable {
        linked("vanished");
        FakeKeycloak.lose("vanished");

        run(() -> provider.close(of("vanished")));
        assertThat(run(() -> provider.sessions(of("vanished")))).isEmpty();
        run(() -> provider.delete(of("vanished")));
    }

    @Test
    void anAccountThatIsGoneCannotBeReopened() {
        linked("lost");
        FakeKeycloak.lose("lost");

        assertUnavailable(() -> run(() -> provider.reopen(of("lost"))));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 409, 429, 500, 502, 503})
    void whateverElseIsAnsweredIsAFailureAndTheLinkStays(int status) {
        String user = "failing-" + status;
        linked(user);
        long links = links();
        FakeKeycloak.failsWith(user, status);

        assertUnavailable(() -> run(() -> provider.close(of(user))));
        assertUnavailable(() -> run(() -> provider.delete(of(user))));
        assertUnavailable(() -> run(() -> provider.sessions(of(user))));
        assertThat(links()).isEqualTo(links);
    }

    @Test
    void noAnswerIsAFailure() {
        linked("unheard");
        FakeKeycloak.isMuteAbout("unheard");

        assertUnavailable(() -> run(() -> provider.close(of("unheard"))));
    }

    @Test
    void anAccountThatWasNeverLinkedIsNotTakenForClosed() throws Throwable {
        assertUnavailable(() -> run(() -> provider.close(of("never-seen"))));
        assertUnavailable(() -> run(() -> provider.sessions(of("never-seen"))));
        run(() -> provider.delete(of("never-seen")));
    }

    @Test
    void aTokenIsKeptForTheNextCall() throws Throwable {
        linked("frugal");
        run(() -> provider.sessions(of("frugal")));
        int granted = FakeKeycloak.granted();

        run(() -> provider.sessions(of("frugal")));
        run(() -> provider.close(of("frugal")));

        assertThat(FakeKeycloak.granted()).isEqualTo(granted);
    }

    @Test
    void aRefusedTokenIsReplacedOnce() throws Throwable {
        linked("refused");
        run(() -> provider.sessions(of("refused")));
        int granted = FakeKeycloak.granted();
        FakeKeycloak.refusesTokensIssuedSoFar();

        run(() -> provider.close(of("refused")));

        assertThat(FakeKeycloak.granted()).isEqualTo(granted + 1);
        assertThat(FakeKeycloak.account("refused").enabled).isFalse();
    }

    @Test
    void aRefusalOfTheNewTokenIsAFailureAndNotAskedForAgain() {
        linked("rejected");
        FakeKeycloak.failsWith("rejected", 401);
        int granted = FakeKeycloak.granted();

        assertUnavailable(() -> run(() -> provider.close(of("rejected"))));

        assertThat(FakeKeycloak.granted()).isBetween(granted + 1, granted + 2);
        assertThat(FakeKeycloak.times("PUT /users/account-of-rejected")).isEqualTo(2);
    }

    @Test
    void withoutATokenNothingIsAsked() {
        linked("tokenless");
        FakeKeycloak.refusesTokensIssuedSoFar();
        FakeKeycloak.grants(false);

        assertUnavailable(() -> run(() -> provider.close(of("tokenless"))));
        assertThat(FakeKeycloak.account("tokenless").enabled).isTrue();
    }

    @Test
    void anothersSessionIsNotEnded() throws Throwable {
        linked("owner");
        linked("other");
        FakeKeycloak.login("owner", "session-of-the-owner", 1);

        assertThat(run(() -> provider.end(of("other"), "session-of-the-owner"))).isFalse();
        assertThat(FakeKeycloak.sessions("owner")).contains("session-of-the-owner");
        assertThat(run(() -> provider.end(of("owner"), "session-of-the-owner"))).isTrue();
    }

    @Test
    void aTokenOfSomebodyElseLinksNothing() {
        FakeKeycloak.account("stolen");
        FakeKeycloak.saysTokensAreOf("stolen", "thief");
        long links = links();

        sessionsBy("stolen", 503);

        assertThat(links()).isEqualTo(links);
    }

    @Test
    void nothingReadableIsStored() {
        linked("sealed-account");

        byte[] stored = data.bytes("select string_agg(sealed, ''::bytea) from account_link");
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("account-of-");
    }

    private long links() {
        return data.number("select count(*) from account_link");
    }

    /** Whoever lists her sessions is linked. */
    private static void linked(String user) {
        FakeKeycloak.login(user, "first-session-of-" + user, 1);
        sessionsBy(user, 200);
    }

    private static void sessionsBy(String user, int status) {
        given().auth()
                .oauth2(Tokens.of(user))
                .get("/v1/profile/sessions")
                .then()
                .statusCode(status);
    }

    private static void assertUnavailable(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(ProviderUnavailableException.class);
    }

    private static Subject of(String user) {
        return new Subject(user);
    }

    private static <T> T run(Supplier<Uni<T>> call) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(call);
    }
}
