package health.lunaria.cycle.export;

import health.lunaria.cycle.attachment.Attachment;
import health.lunaria.safeguards.redaction.Confidential;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Which attachment is which file of an archive. */
@Confidential
record AttachedFiles(List<Item> attachments) {

    static AttachedFiles of(List<Attachment> attachments) {
        return new AttachedFiles(IntStream.range(0, attachments.size())
                .mapToObj(i -> Item.of(i + 1, attachments.get(i)))
                .toList());
    }

    /** @param file named by a number: of what she attached, the name is not known here */
    @Confidential
    record Item(String file, String id, LocalDate date, String type, long size) {

        static Item of(int number, Attachment attachment) {
            String type = attachment.type().mediaType();
            String ending = type.substring(type.indexOf('/') + 1);
            return new Item(
                    "attachments/" + number + "." + ending,
                    attachment.id(),
                    attachment.date(),
                    type,
                    attachment.size());
        }

        @Override
        public String toString() {
            return "Item[redacted]";
        }
    }

    @Override
    public String toString() {
        return "AttachedFiles[redacted]";
    }
}
