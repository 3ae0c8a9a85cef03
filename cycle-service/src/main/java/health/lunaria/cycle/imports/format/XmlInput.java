package health.lunaria.cycle.imports.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML in UTF-8 event by event, in bounded memory. A document type declaration is passed over without being understood (Apple
 * begins its exports with one, and that of iOS 16 is not even well-formed), so it can declare nothing; a reference to an entity
 * is refused. Nothing but the given input is ever opened.
 */
final class XmlInput {

    static final int MAX_DEPTH = 20;
    static final int MAX_ATTRIBUTES = 50;
    static final int MAX_NAMES = 1_000;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private static final XMLInputFactory FACTORY = factory();

    private final XmlProgress input;
    private final XMLStreamReader reader;
    private final Set<String> names = new HashSet<>();
    private int depth;

    private XmlInput(XmlProgress input, XMLStreamReader reader) {
        this.input = input;
        this.reader = reader;
    }

    static XmlInput of(InputStream content) throws ImportException {
        XmlProgress input = new XmlProgress(content);
        try {
            return new XmlInput(input, FACTORY.createXMLStreamReader(utf8(input)));
        } catch (IOException | XMLStreamException | RuntimeException notXml) {
            throw ImportException.because(notXml, UnreadableReason.NOT_XML, 1);
        }
    }

    /** Decoded here: of bytes that are no UTF-8 the JDK's parser writes to the console before it throws. */
    private static Reader utf8(InputStream content) throws IOException {
        PushbackInputStream input = new PushbackInputStream(content, BYTE_ORDER_MARK.length);
        byte[] first = input.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(first, BYTE_ORDER_MARK)) {
            input.unread(first);
        }
        return new InputStreamReader(input, StandardCharsets.UTF_8.newDecoder());
    }

    /** @return one of {@link XMLStreamConstants} */
    int next() throws ImportException {
        int event = nextEvent();
        input.told();
        if (event == XMLStreamConstants.START_ELEMENT) {
            begin();
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw fail(UnreadableReason.ENTITY);
        }
        return event;
    }

    /** How many elements are open, the one that has just begun included. */
    int depth() {
        return depth;
    }

    String name() {
        return reader.getLocalName();
    }

    /** Empty if there is none. */
    String attribute(String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    long line() {
        return reader.getLocation().getLineNumber();
    }

    ImportException fail(UnreadableReason reason) {
        return ImportException.atLine(reason, line());
    }

    private int nextEvent() throws ImportException {
        try {
            return reader.next();
        } catch (XMLStreamException | RuntimeException notXml) {
            // The JDK's parser throws unchecked exceptions, too, for some documents that are not well-formed.
            throw ImportException.because(notXml, UnreadableReason.NOT_XML, line());
        }
    }

    private void begin() throws ImportException {
        if (++depth > MAX_DEPTH) {
            throw fail(UnreadableReason.TOO_DEEP);
        }
        int attributes = reader.getAttributeCount();
        if (attributes > MAX_ATTRIBUTES) {
            throw fail(UnreadableReason.TOO_MUCH);
        }
        names.add(reader.getLocalName());
        for (int i = 0; i < attributes; i++) {
            names.add(reader.getAttributeLocalName(i));
        }
        if (names.size() > MAX_NAMES) {
            throw fail(UnreadableReason.TOO_MUCH);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLReporter((message, type, about, location) -> {});
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing is resolved");
        });
        return factory;
    }
}
