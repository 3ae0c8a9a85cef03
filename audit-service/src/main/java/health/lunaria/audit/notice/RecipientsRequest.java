package health.lunaria.audit.notice;

import health.lunaria.safeguards.redaction.Confidential;
import health.lunaria.safeguards.redaction.Sensitive;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** E-mail addresses, up to 1,000 at once. */
@Confidential
record RecipientsRequest(
        @NotNull(message = "missing") @Size(min = 1, max = 1_000, message = "wrong-count")
        List<
                        @NotNull(message = "missing") @Size(max = 254, message = "too-long")
                        @Pattern(regexp = ADDRESS, message = "not-an-address") String>
                addresses) {

    /** One address and nothing around it: what would add a header or a second recipient does not fit. */
    private static final String ADDRESS = "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+";

    List<Sensitive<String>> toAddresses() {
        return addresses.stream().map(Sensitive::of).toList();
    }

    @Override
    public String toString() {
        return "RecipientsRequest[redacted]";
    }
}
