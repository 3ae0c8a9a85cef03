package health.lunaria.profile.provider;

import health.lunaria.profile.provider.TokenClient.Introspection;
import health.lunaria.safeguards.aws.AwsCalls;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.Causes;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/** Learns the account at the provider of whoever calls, by her token, while that counts. */
@RequestScoped
public class CallerAccount {

    private static final Logger LOG = Logger.getLogger(CallerAccount.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Caller caller;
    private final JsonWebToken token;
    private final ProviderTokens tokens;
    private final AccountLinks links;

    CallerAccount(Caller caller, JsonWebToken token, ProviderTokens tokens, AccountLinks links) {
        this.caller = caller;
        this.token = token;
        this.tokens = tokens;
        this.links = links;
    }

    /**
     * Afterwards {@link IdentityProvider} knows her account. The provider is asked the first time only. Call it before what
     * needs the account begins, and outside of a transaction.
     *
     * @return completes on the caller's context; {@link ProviderUnavailableException} if the provider does not say which it is
     */
    public Uni<Void> link() {
        Subject subject = caller.subject();
        String raw = token.getRawToken();
        return links.of(subject)
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().voidItem()
                        : ask(subject, raw).chain(account -> links.keep(subject, account)));
    }

    /** The same as well as it goes, beside something that does not need it: waits for a second and never fails. */
    public Uni<Void> linkIfPossible() {
        return link().ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.warnf("An account is linked later: %s", Causes.describe(failure)))
                .onFailure()
                .recoverWithNull()
                .emitOn(AwsCalls.caller());
    }

    private Uni<String> ask(Subject subject, String raw) {
        return tokens.introspect(raw)
                .onFailure()
                .transform(ProviderUnavailableException::new)
                .map(answer -> accountOf(subject, answer))
                .emitOn(AwsCalls.caller());
    }

    private static String accountOf(Subject subject, Introspection answer) {
        if (!answer.active() || !subject.id().equals(answer.subject()) || answer.account() == null) {
            throw new ProviderUnavailableException("The provider does not say whose token it is");
        }
        return answer.account();
    }
}
