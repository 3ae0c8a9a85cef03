package health.lunaria.profile.consent;

import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/profile/privacy-choices")
@RolesAllowed(Roles.USER)
@Tag(name = "Privacy choices")
public class PrivacyChoicesResource {

    private final Caller caller;
    private final SubjectKeys keys;
    private final ConsentService consents;
    private final GlobalPrivacyControl signal;

    PrivacyChoicesResource(Caller caller, SubjectKeys keys, ConsentService consents, GlobalPrivacyControl signal) {
        this.caller = caller;
        this.keys = keys;
        this.consents = consents;
        this.signal = signal;
    }

    @GET
    @Operation(
            summary = "Read the privacy choices",
            description =
                    "Who never chose is opted out. Nothing is sold or shared in any case. A request to any route of this"
                            + " service with Sec-GPC: 1 opts out for good.")
    public Uni<PrivacyChoicesResponse> read(@Context HttpHeaders headers) {
        Subject subject = caller.subject();
        boolean gpc = GlobalPrivacyControl.isIn(headers);
        return keys.using(subject, key -> consents.read(subject, key, "profile.privacy-choices.read"))
                .map(state -> PrivacyChoicesResponse.from(state.choices(), gpc));
    }

    @PUT
    @Operation(
            summary = "Make the privacy choices",
            description = "A request with Sec-GPC: 1 cannot opt in to sale or sharing: the signal wins.")
    public Uni<PrivacyChoicesResponse> put(
            @NotNull(message = "missing") @Valid PrivacyChoicesRequest request, @Context HttpHeaders headers) {
        Subject subject = caller.subject();
        boolean gpc = GlobalPrivacyControl.isIn(headers);
        PrivacyChoices chosen = request.toChoices();
        PrivacyChoices choices = gpc ? chosen.withGlobalPrivacyControl() : chosen;
        return keys.using(
                        subject,
                        key -> consents.change(
                                subject, key, state -> state.choosing(choices), "profile.privacy-choices.write"))
                .invoke(() -> signal.forget(subject))
                .map(state -> PrivacyChoicesResponse.from(state.choices(), gpc));
    }
}
