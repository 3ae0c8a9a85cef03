package health.lunaria.cycle.prediction;

import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/cycle/prediction")
@RolesAllowed(Roles.USER)
@Tag(name = "Prediction")
public class PredictionResource {

    private final Caller caller;
    private final SubjectKeys keys;
    private final PredictionService predictions;

    PredictionResource(Caller caller, SubjectKeys keys, PredictionService predictions) {
        this.caller = caller;
        this.keys = keys;
        this.predictions = predictions;
    }

    @GET
    @Operation(
            summary = "Predict the running cycle",
            description = "Ranges that are right as often as they say; no day is ever called safe.")
    public Uni<PredictionResponse> predict() {
        Subject subject = caller.subject();
        return keys.using(subject, key -> predictions.predict(subject, key)).map(PredictionResponse::from);
    }
}
