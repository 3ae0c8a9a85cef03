package health.lunaria.cycle.export;

import health.lunaria.cycle.attachment.Attachment;
import health.lunaria.cycle.attachment.AttachmentContents;
import health.lunaria.cycle.correction.CorrectionsResponse;
import health.lunaria.cycle.mode.ModeResponse;
import health.lunaria.safeguards.auditing.Actor;
import health.lunaria.safeguards.encryption.SubjectKey;
import health.lunaria.safeguards.files.FileId;
import health.lunaria.safeguards.files.FileReader;
import health.lunaria.safeguards.files.StoredFile;
import health.lunaria.safeguards.identity.Subject;
import health.lunaria.safeguards.takeaway.Takeaway;
import health.lunaria.safeguards.takeaway.TakeawayFile;
import health.lunaria.safeguards.takeaway.TakeawayPart;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** This service's part of the archive of everything: days in three formats, what belongs to them, attachments as files. */
@ApplicationScoped
class CycleTakeaway implements TakeawayPart {

    private static final List<String> FORMATS = List.of("json", "csv", "fhir");

    private final CycleTakeawayService service;
    private final AttachmentContents contents;

    CycleTakeaway(CycleTakeawayService service, AttachmentContents contents) {
        this.service = service;
        this.contents = contents;
    }

    @Override
    public Uni<Takeaway> collect(Subject subject, SubjectKey key, Actor actor) {
        return service.collect(subject, key, actor).map(collected -> takeaway(collected, contents.reader(key)));
    }

    private static Takeaway takeaway(CollectedCycle collected, FileReader reader) {
        List<TakeawayFile> files = new ArrayList<>();
        for (String name : FORMATS) {
            ExportFormat format = ExportFormats.named(name).orElseThrow();
            files.add(TakeawayFile.written("days." + format.fileEnding(), out -> format.write(collected.days(), out)));
        }
        files.add(TakeawayFile.json("corrections.json", CorrectionsResponse.from(collected.corrections())));
        files.add(TakeawayFile.json("modes.json", ModeResponse.from(collected.phases())));
        files.add(TakeawayFile.json("calendar.json", collected.calendar()));
        AttachedFiles attached = AttachedFiles.of(collected.attachments());
        files.add(TakeawayFile.json("attachments.json", attached));
        for (int i = 0; i < attached.attachments().size(); i++) {
            Attachment attachment = collected.attachments().get(i);
            StoredFile file = new StoredFile(new FileId(attachment.id()), attachment.size());
            files.add(TakeawayFile.streamed(attached.attachments().get(i).file(), () -> reader.open(file)));
        }
        return new Takeaway(files, reader);
    }
}
