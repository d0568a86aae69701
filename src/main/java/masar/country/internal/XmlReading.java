package masar.country.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import masar.country.PackElement;
import masar.country.PackFile;

/** Reads XML as a list of elements that know their line. A document type or an entity is refused. */
public final class XmlReading {

    private final PackFile file;
    private final XMLStreamReader reader;
    private final List<Opened> all = new ArrayList<>();
    private final List<Opened> open = new ArrayList<>();

    private XmlReading(PackFile file, XMLStreamReader reader) {
        this.file = file;
        this.reader = reader;
    }

    public static List<PackElement> read(PackFile file) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            return new XmlReading(file, factory.createXMLStreamReader(file.open())).elements();
        } catch (XMLStreamException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
            throw file.problem(line, "not valid XML: " + broken.getMessage());
        }
    }

    private List<PackElement> elements() throws XMLStreamException {
        while (reader.hasNext()) {
            take(reader.next());
        }
        return all.stream().map(Opened::closed).toList();
    }

    private void take(int event) {
        switch (event) {
            case XMLStreamConstants.DTD -> throw file.problem(line(), "a document type (DTD) is not allowed");
            case XMLStreamConstants.ENTITY_REFERENCE ->
                throw file.problem(line(), "an entity such as &" + reader.getLocalName() + "; is not allowed");
            case XMLStreamConstants.START_ELEMENT -> begin();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                if (!open.isEmpty()) {
                    open.getLast().text().append(reader.getText());
                }
            }
            case XMLStreamConstants.END_ELEMENT -> open.removeLast();
            default -> {}
        }
    }

    private void begin() {
        Map<String, String> attributes = new HashMap<>();
        for (int at = 0; at < reader.getAttributeCount(); at++) {
            String uri = reader.getAttributeNamespace(at);
            String name = reader.getAttributeLocalName(at);
            attributes.put(uri == null || uri.isEmpty() ? name : "{" + uri + "}" + name, reader.getAttributeValue(at));
        }
        String namespace = reader.getNamespaceURI() == null ? "" : reader.getNamespaceURI();
        int parent = open.isEmpty() ? -1 : open.getLast().place();
        Opened opened = new Opened(
                namespace, reader.getLocalName(), attributes, line(), all.size(), parent, new StringBuilder());
        all.add(opened);
        open.add(opened);
    }

    private int line() {
        return reader.getLocation().getLineNumber();
    }

    private record Opened(
            String namespace,
            String name,
            Map<String, String> attributes,
            int line,
            int place,
            int parent,
            StringBuilder text) {

        PackElement closed() {
            return new PackElement(
                    namespace, name, Map.copyOf(attributes), text.toString().strip(), line, parent);
        }
    }
}
