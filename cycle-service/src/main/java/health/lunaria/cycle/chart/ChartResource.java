package health.lunaria.cycle.chart;

import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/cycle/chart")
@RolesAllowed(Roles.USER)
@Tag(name = "Chart")
public class ChartResource {

    private final Caller caller;
    private final SubjectKeys keys;
    private final ChartService charts;

    ChartResource(Caller caller, SubjectKeys keys, ChartService charts) {
        this.caller = caller;
        this.keys = keys;
        this.charts = charts;
    }

    @GET
    @Operation(
            summary = "Read the chart of a cycle",
            description = "The logged days, up to 200, and what the symptothermal rules read from them. It says when"
                    + " signs confirmed ovulation, and of no day that it is safe.")
    public Uni<ChartResponse> read(
            @Parameter(description = "0 for the running cycle, 1 for the one before, up to 24")
                    @QueryParam("cyclesAgo")
                    @DefaultValue("0")
                    @Min(value = 0, message = "out-of-range")
                    @Max(value = 24, message = "out-of-range")
                    int cyclesAgo) {
        Subject subject = caller.subject();
        return keys.using(subject, key -> charts.read(subject, key, cyclesAgo))
                .map(found -> found.map(ChartResponse::from)
                        .orElseThrow(() -> new ProblemException(CommonProblem.NOT_FOUND)));
    }
}
