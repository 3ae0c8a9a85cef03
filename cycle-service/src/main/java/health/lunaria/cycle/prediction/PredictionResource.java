package health.lunaria.cycle.prediction;

import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
            description = "Ranges that are right as often as they say; no day is ever called safe. The model and the"
                    + " inputs are named, so that the answer can be computed again.")
    public Uni<PredictionResponse> predict() {
        Subject subject = caller.subject();
        return keys.using(subject, key -> predictions.predict(subject, key)).map(PredictionResponse::from);
    }

    @POST
    @Path("/recompute")
    @Operation(
            summary = "Compute an answer again",
            description =
                    "The inputs of an answer and its model give the same answer at any time. Nothing that is stored"
                            + " is read, and nothing is stored.")
    public Uni<PredictionResponse> recompute(@NotNull(message = "missing") @Valid RecomputeRequest request) {
        return Uni.createFrom()
                .item(PredictionAnswer.of(request.model(), request.inputs().toInputs()))
                .map(PredictionResponse::from);
    }
}
