package health.lunaria.profile.provider;

import health.lunaria.profile.provider.AccountClient.Change;
import health.lunaria.profile.provider.AccountClient.UserSession;
import health.lunaria.safeguards.aws.AwsCalls;
import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** By Keycloak's admin REST API, as this service's own client. Only a refused token is asked for again, once. */
@ApplicationScoped
class KeycloakIdentityProvider implements IdentityProvider {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_SESSIONS = 100;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final AccountClient accounts;
    private final ProviderTokens tokens;
    private final AccountLinks links;

    KeycloakIdentityProvider(@RestClient AccountClient accounts, ProviderTokens tokens, AccountLinks links) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.links = links;
    }

    /** First the door, then who is inside: else somebody could come in between. */
    @Override
    public Uni<Void> close(Subject subject) {
        return known(subject)
                .chain(account -> ask(bearer -> accounts.change(bearer, account, new Change(false))
                        .chain(() -> accounts.logout(bearer, account))
                        .onFailure(KeycloakIdentityProvider::isGone)
                        .recoverWithNull()));
    }

    @Override
    public Uni<Void> reopen(Subject subject) {
        return known(subject).chain(account -> ask(bearer -> accounts.change(bearer, account, new Change(true))));
    }

    @Override
    public Uni<Void> delete(Subject subject) {
        return links.of(subject)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : delete(found.get()).chain(() -> links.forget(subject)));
    }

    private Uni<Void> delete(String account) {
        return ask(bearer -> accounts.delete(bearer, account)
                .onFailure(KeycloakIdentityProvider::isGone)
                .recoverWithNull());
    }

    @Override
    public Uni<List<LoginSession>> sessions(Subject subject) {
        return known(subject)
                .chain(account -> ask(bearer -> accounts.sessions(bearer, account)
                        .onFailure(KeycloakIdentityProvider::isGone)
                        .recoverWithItem(List.of())))
                .map(KeycloakIdentityProvider::newestFirst);
    }

    @Override
    public Uni<Boolean> end(Subject subject, String sessionId) {
        return sessions(subject)
                .map(found -> found.stream().anyMatch(session -> session.id().equals(sessionId)))
                .call(hers -> hers ? end(sessionId) : Uni.createFrom().voidItem());
    }

    @Override
    public Uni<Void> endOthers(Subject subject, String kept) {
        return sessions(subject)
                .onItem()
                .<LoginSession>transformToMulti(found -> Multi.createFrom().iterable(found))
                .filter(session -> !session.id().equals(kept))
                .onItem()
                .transformToUniAndConcatenate(session -> end(session.id()))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> end(String sessionId) {
        return ask(bearer -> accounts.end(bearer, sessionId)
                .onFailure(KeycloakIdentityProvider::isGone)
                .recoverWithNull());
    }

    private Uni<String> known(Subject subject) {
        return links.of(subject)
                .map(found -> found.orElseThrow(
                        () -> new ProviderUnavailableException("The account at the provider is not known")));
    }

    private <T> Uni<T> ask(Function<String, Uni<T>> question) {
        return tokens.bearer()
                .chain(bearer -> question.apply(bearer)
                        .onFailure(KeycloakIdentityProvider::isRefused)
                        .recoverWithUni(() -> askAnew(bearer, question)))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .transform(ProviderUnavailableException::new)
                .emitOn(AwsCalls.caller());
    }

    private <T> Uni<T> askAnew(String refused, Function<String, Uni<T>> question) {
        tokens.forget(refused);
        return tokens.bearer().chain(bearer -> question.apply(bearer));
    }

    private static List<LoginSession> newestFirst(List<UserSession> sessions) {
        return sessions.stream()
                .map(UserSession::toLoginSession)
                .sorted(Comparator.comparing(LoginSession::lastUsedAt).reversed())
                .limit(MOST_SESSIONS)
                .toList();
    }

    private static boolean isGone(Throwable failure) {
        return hasStatus(failure, NOT_FOUND);
    }

    private static boolean isRefused(Throwable failure) {
        return hasStatus(failure, UNAUTHORIZED);
    }

    private static boolean hasStatus(Throwable failure, int status) {
        return failure instanceof WebApplicationException answered
                && answered.getResponse().getStatus() == status;
    }
}
