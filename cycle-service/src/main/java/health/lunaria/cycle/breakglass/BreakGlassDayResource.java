package health.lunaria.cycle.breakglass;

import com.fasterxml.jackson.annotation.JsonView;
import health.lunaria.cycle.consent.AsksConsentItself;
import health.lunaria.cycle.consent.Consents;
import health.lunaria.cycle.day.DayService;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Staff;
import health.lunaria.safeguards.identity.WithoutStanding;
import health.lunaria.safeguards.redaction.Sensitive;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/** The one way in which staff reads what is a user's. Whose days these are, only the receipt says. */
@Path("/v1/cycle/break-glass/days")
@RolesAllowed({Roles.SUPPORT, Roles.SECURITY})
@AsksConsentItself
@WithoutStanding(because = "audit-service asks when the exception is redeemed, and records the refusal")
@Tag(name = "Break-glass")
public class BreakGlassDayResource {

    private final Staff staff;
    private final Receipts receipts;
    private final Consents consents;
    private final SubjectKeys keys;
    private final DayService days;

    BreakGlassDayResource(Staff staff, Receipts receipts, Consents consents, SubjectKeys keys, DayService days) {
        this.staff = staff;
        this.receipts = receipts;
        this.consents = consents;
        this.keys = keys;
        this.days = days;
    }

    @POST
    @Path("/search")
    @Cache(noStore = true)
    @JsonView(Sensitive.Disclosed.class)
    @Operation(
            summary = "Read days of a user by way of an approved exception",
            description = "Uses the exception up, whatever comes of it. The user sees it in her access log.")
    public Uni<BreakGlassDaysResponse> search(@NotNull(message = "missing") @Valid BreakGlassSearchRequest request) {
        return receipts.redeem(staff, request.id())
                .call(receipt -> consents.require(receipt.subject()))
                .chain(receipt -> read(receipt, request));
    }

    private Uni<BreakGlassDaysResponse> read(Receipt receipt, BreakGlassSearchRequest request) {
        Actor reader = Actor.staff(receipt.role());
        return keys.using(
                        receipt.subject(),
                        key -> days.find(receipt.subject(), key, reader, request.from(), request.to()))
                .map(found -> BreakGlassDaysResponse.of(receipt, found));
    }
}
