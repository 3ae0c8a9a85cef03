package health.lunaria.audit.notice;

import health.lunaria.safeguards.redaction.Confidential;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** @param clock whose duty the notice does */
@Confidential
record NoticeRequest(
        @NotNull(message = "missing") @Size(max = 64, message = "too-long")
        String clock,

        @NotBlank(message = "missing")
        @Size(max = 200, message = "too-long")
        @Pattern(regexp = "[^\\p{Cntrl}]*", message = "control-character")
        String subject,

        @NotBlank(message = "missing") @Size(max = 20_000, message = "too-long")
        String text) {

    NoticeText toText(String by) {
        return new NoticeText(clock, subject, text, by, null, null);
    }

    @Override
    public String toString() {
        return "NoticeRequest[redacted]";
    }
}
