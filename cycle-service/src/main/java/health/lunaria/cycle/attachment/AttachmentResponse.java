package health.lunaria.cycle.attachment;

import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An attachment without its content; size in bytes. */
@Confidential
@Schema(name = "Attachment")
public record AttachmentResponse(
        String id,
        LocalDate date,

        @Schema(enumeration = {"image/jpeg", "image/png", "image/heic", "image/webp", "application/pdf"})
        String type,

        long size) {

    public static AttachmentResponse from(Attachment attachment) {
        return new AttachmentResponse(
                attachment.id(), attachment.date(), attachment.type().mediaType(), attachment.size());
    }

    @Override
    public String toString() {
        return "AttachmentResponse[redacted]";
    }
}
