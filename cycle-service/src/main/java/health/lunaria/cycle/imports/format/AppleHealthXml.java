package health.lunaria.cycle.imports.format;

import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;

/**
 * Apple Health's {@code export.xml}: {@code Record} elements below {@code HealthData}. Records within a {@code Correlation} are
 * passed over: Apple repeats them at the top.
 */
public final class AppleHealthXml implements ImportFormat {

    private static final String ROOT = "HealthData";
    private static final int RECORD_DEPTH = 2;

    @Override
    public String name() {
        return "apple-health";
    }

    @Override
    public boolean recognises(byte[] head) {
        String text = Head.ascii(head);
        return text.startsWith("<") && (text.contains("<!DOCTYPE " + ROOT) || text.contains("<" + ROOT));
    }

    @Override
    public ImportedDays read(InputStream content, ImportLimits limits) throws ImportException {
        XmlInput xml = XmlInput.of(content);
        AppleRecords records = new AppleRecords(limits);
        for (int event = xml.next(); event != XMLStreamConstants.END_DOCUMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                begin(xml, records);
            }
        }
        return records.build(name());
    }

    private static void begin(XmlInput xml, AppleRecords records) throws ImportException {
        if (xml.depth() == 1 && !xml.name().equals(ROOT)) {
            throw xml.fail(UnreadableReason.UNKNOWN_FORMAT);
        }
        if (xml.depth() == RECORD_DEPTH && xml.name().equals("Record")) {
            records.add(record(xml));
        }
    }

    /** Reads to the end of the record that has just begun. */
    private static AppleRecord record(XmlInput xml) throws ImportException {
        long line = xml.line();
        String type = xml.attribute("type");
        String unit = xml.attribute("unit");
        String value = xml.attribute("value");
        String start = xml.attribute("startDate");
        String end = xml.attribute("endDate");
        String protectionUsed = "";
        while (xml.depth() >= RECORD_DEPTH) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.name().equals("MetadataEntry")
                    && xml.attribute("key").equals("HKSexualActivityProtectionUsed")) {
                protectionUsed = xml.attribute("value");
            }
        }
        return new AppleRecord(line, type, unit, value, start, end, protectionUsed);
    }
}
