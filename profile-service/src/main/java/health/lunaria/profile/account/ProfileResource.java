package health.lunaria.profile.account;

import com.fasterxml.jackson.annotation.JsonView;
import health.lunaria.profile.age.AgeGate;
import health.lunaria.profile.provider.CallerAccount;
import health.lunaria.safeguards.document.DocumentAnswer;
import health.lunaria.safeguards.document.Versioned;
import health.lunaria.safeguards.encryption.SubjectKeys;
import health.lunaria.safeguards.identity.Caller;
import health.lunaria.safeguards.identity.Pseudonyms;
import health.lunaria.safeguards.identity.Roles;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.problem.Precondition;
import health.lunaria.safeguards.redaction.Sensitive;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/profile")
@RolesAllowed(Roles.USER)
@Tag(name = "Profile")
public class ProfileResource {

    private final Caller caller;
    private final SubjectKeys keys;
    private final Pseudonyms pseudonyms;
    private final ProfileService profiles;
    private final AgeGate gate;
    private final CallerAccount account;

    ProfileResource(
            Caller caller,
            SubjectKeys keys,
            Pseudonyms pseudonyms,
            ProfileService profiles,
            AgeGate gate,
            CallerAccount account) {
        this.caller = caller;
        this.keys = keys;
        this.pseudonyms = pseudonyms;
        this.profiles = profiles;
        this.gate = gate;
        this.account = account;
    }

    @GET
    @JsonView(Sensitive.Disclosed.class)
    @Operation(summary = "Read the profile", description = "The ETag is what a change needs as If-Match.")
    public Uni<RestResponse<ProfileResponse>> read() {
        Subject subject = caller.subject();
        return keys.using(subject, key -> profiles.find(subject, key))
                .map(found -> DocumentAnswer.orNotFound(found, ProfileResponse::from));
    }

    @PUT
    @JsonView(Sensitive.Disclosed.class)
    @Operation(
            summary = "Write the profile",
            description =
                    "Needs If-Match with the ETag that was read, or If-None-Match: * to create it. Country and year"
                            + " of birth are needed; where the year alone does not show that you are old enough to consent for"
                            + " yourself, the date, of which the year is kept. A guardian cannot consent for you. A goal needs"
                            + " the consent health-data.")
    public Uni<RestResponse<ProfileResponse>> put(
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @NotNull(message = "missing") @Valid ProfileRequest request) {
        Subject subject = caller.subject();
        Precondition precondition = Precondition.of(ifMatch, ifNoneMatch);
        Profile profile = request.toProfile();
        return admit(subject, request, profile)
                .chain(() -> keys.using(subject, key -> profiles.put(subject, key, profile, precondition)))
                .call(account::linkIfPossible)
                .map(written -> DocumentAnswer.of(written, ProfileResponse::from));
    }

    /** Of who is too young not even a key is made. */
    private Uni<Void> admit(Subject subject, ProfileRequest request, Profile profile) {
        if (gate.lets(profile.country(), request.birth(), Instant.now())) {
            return Uni.createFrom().voidItem();
        }
        return keys.usingExisting(pseudonyms.of(subject), key -> profiles.find(subject, key))
                .invoke(before -> before.flatMap(found -> found)
                        .map(Versioned::value)
                        .filter(profile::saysOfAgeWhat)
                        .orElseThrow(() -> gate.refusal(request.claimsThatAGuardianConsents())))
                .replaceWithVoid();
    }
}
