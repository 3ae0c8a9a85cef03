package health.lunaria.cycle.attachment;

import health.lunaria.safeguards.redaction.Confidential;
import java.util.List;

/** Attachments by date. */
@Confidential
record AttachmentsResponse(List<AttachmentResponse> attachments) {

    static AttachmentsResponse from(List<Attachment> found) {
        return new AttachmentsResponse(
                found.stream().map(AttachmentResponse::from).toList());
    }

    @Override
    public String toString() {
        return "AttachmentsResponse[redacted]";
    }
}
