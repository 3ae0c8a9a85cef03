package health.lunaria.audit.workforce;

import com.fasterxml.jackson.annotation.JsonView;
import health.lunaria.audit.AuditProblem;
import health.lunaria.audit.policy.Policies;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.cursor.Cursors;
import health.lunaria.safeguards.document.DocumentAnswer;
import health.lunaria.safeguards.document.Versioned;
import health.lunaria.safeguards.encryption.Locator;
import health.lunaria.safeguards.identity.InGoodStanding;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Staff;
import health.lunaria.safeguards.identity.SubjectRef;
import health.lunaria.safeguards.identity.WithoutStanding;
import health.lunaria.safeguards.problem.CommonProblem;
import health.lunaria.safeguards.problem.Precondition;
import health.lunaria.safeguards.problem.Problem.FieldError;
import health.lunaria.safeguards.problem.ProblemException;
import health.lunaria.safeguards.redaction.Sensitive;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestResponse;

/** The register is kept by security, and nobody keeps her own record. */
@Path("/v1/audit/workforce")
@RolesAllowed({Roles.SECURITY, Roles.AUDITOR})
@WithoutStanding(because = "a register whose keepers have all let theirs expire could never be mended")
@Tag(name = "Workforce")
public class WorkforceResource {

    /** Cursors were given out under this name: never change it. */
    private static final String LIST = "workforce_member";

    private static final UUID FIRST = new UUID(0, 0);

    private final Staff staff;
    private final Workforce workforce;
    private final Register register;
    private final Policies policies;
    private final Cursors cursors;
    private final Clock clock;

    WorkforceResource(
            Staff staff, Workforce workforce, Register register, Policies policies, Cursors cursors, Clock clock) {
        this.staff = staff;
        this.workforce = workforce;
        this.register = register;
        this.policies = policies;
        this.cursors = cursors;
        this.clock = clock;
    }

    @PUT
    @Path("/members")
    @RolesAllowed(Roles.SECURITY)
    @JsonView(Sensitive.Disclosed.class)
    @Operation(
            summary = "Write who somebody of the workforce is",
            description = "Needs If-Match with the ETag that was read, or If-None-Match: * to register her.")
    public Uni<RestResponse<MemberResponse>> put(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @NotNull(message = "missing") @Valid MemberRequest request) {
        Precondition precondition = Precondition.of(ifMatch, ifNoneMatch);
        refuseOwn(request.person());
        return register.put(request.toMember(), precondition, keeper())
                .map(written -> DocumentAnswer.of(written, MemberResponse::from));
    }

    @GET
    @Path("/members")
    @Cache(noStore = true)
    @JsonView(Sensitive.Disclosed.class)
    @Operation(summary = "Read the register", description = "100 at a time, in no order that means anything.")
    public Uni<MembersResponse> list(
            @Parameter(description = "next of the page before") @QueryParam("cursor") String cursor) {
        SubjectRef reader = workforce.ref(staff.person().id());
        return register.after(cursor == null ? FIRST : position(reader, cursor), reader())
                .map(page -> response(reader, page));
    }

    @POST
    @Path("/members/search")
    @JsonView(Sensitive.Disclosed.class)
    @Operation(summary = "Read one member", description = "A POST, so that nobody stands in a URL.")
    public Uni<RestResponse<MemberResponse>> search(@NotNull(message = "missing") @Valid PersonRequest request) {
        return register.find(request.person(), reader())
                .map(found -> DocumentAnswer.orNotFound(found, MemberResponse::from));
    }

    @POST
    @Path("/trainings")
    @RolesAllowed(Roles.SECURITY)
    @JsonView(Sensitive.Disclosed.class)
    @Operation(summary = "Record a training", description = "It counts for 365 days.")
    public Uni<MemberResponse> train(@NotNull(message = "missing") @Valid TrainingRequest request) {
        refuseOwn(request.person());
        Proof proof = request.toProof();
        if (proof.at().isAfter(clock.instant())) {
            throw new ProblemException(CommonProblem.INVALID_FIELD, new FieldError("completedOn", "in-the-future"));
        }
        return register.prove(request.person(), Proof.Kind.TRAINING, proof, keeper())
                .map(Versioned::value)
                .map(MemberResponse::from);
    }

    @POST
    @Path("/acknowledgements")
    @RolesAllowed({Roles.SUPPORT, Roles.SECURITY, Roles.DPO, Roles.AUDITOR})
    @JsonView(Sensitive.Disclosed.class)
    @WithoutStanding(because = "whoever let her acknowledgement expire could never renew it")
    @Operation(
            summary = "Acknowledge the policies",
            description =
                    "For yourself: all that are in force, by name and version. It counts for 365 days, and for 30 days"
                            + " after one of them has changed.")
    public Uni<MemberResponse> acknowledge(@NotNull(message = "missing") @Valid AcknowledgementRequest request) {
        Instant now = clock.instant();
        if (!request.toSet().equals(policies.setInForce(LocalDate.ofInstant(now, ZoneOffset.UTC)))) {
            throw new ProblemException(AuditProblem.POLICIES_NOT_IN_FORCE);
        }
        Proof proof = new Proof(request.toSet(), now);
        return register.prove(staff.person().id(), Proof.Kind.POLICY, proof, Actor.self())
                .map(Versioned::value)
                .map(MemberResponse::from);
    }

    @GET
    @Path("/expiring")
    @InGoodStanding
    @Cache(noStore = true)
    @Operation(
            summary = "Read what expires",
            description =
                    "Trainings and acknowledgements of which was reminded: 30 and 7 days before, and at their end.")
    public Uni<ExpiringResponse> expiring() {
        return register.expiring(reader()).map(ExpiringResponse::new);
    }

    private void refuseOwn(String person) {
        if (staff.person().id().equals(person)) {
            throw new ProblemException(AuditProblem.WORKFORCE_OWN_RECORD);
        }
    }

    private static Actor keeper() {
        return Actor.staff(Roles.SECURITY);
    }

    private Actor reader() {
        return Actor.staff(staff.roles().contains(Roles.AUDITOR) ? Roles.AUDITOR : Roles.SECURITY);
    }

    private MembersResponse response(SubjectRef reader, MemberPage page) {
        String next = page.last() == null
                ? null
                : cursors.of(reader, LIST, Locator.ofId(page.last()).bytes());
        return new MembersResponse(
                page.members().stream().map(MemberResponse::from).toList(), next);
    }

    private UUID position(SubjectRef reader, String cursor) {
        ByteBuffer position = ByteBuffer.wrap(cursors.position(reader, LIST, cursor));
        return new UUID(position.getLong(), position.getLong());
    }
}
