package health.lunaria.profile.directory;

import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** @param email as it stands in a letter, say */
@Confidential
record DirectoryRequest(
        @NotNull(message = "missing")
        @Size(min = 3, max = 254, message = "wrong-length")
        @Email(message = "not-an-address")
        String email) {

    @Override
    public String toString() {
        return "DirectoryRequest[redacted]";
    }
}
