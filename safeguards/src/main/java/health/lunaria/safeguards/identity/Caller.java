package health.lunaria.safeguards.identity;

import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is calling: the holder of the verified access token. Every route about "me" takes its subject from here only. */
@RequestScoped
public class Caller {

    private final JsonWebToken token;

    public Caller(JsonWebToken token) {
        this.token = token;
    }

    /** @throws UnauthorizedException if the verified token names no subject */
    public Subject subject() {
        String id = token.getSubject();
        if (id == null || id.isBlank()) {
            throw new UnauthorizedException();
        }
        return new Subject(id);
    }
}
