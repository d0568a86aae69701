package masar.documents.internal;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import masar.shared.Refused;

/** One part in XML of an office document: types without macros, nothing fetched from elsewhere, no commands in fields. */
final class OfficePart {

    /** Fields that start or fetch something. */
    private static final Set<String> COMMANDS = Set.of("dde", "ddeauto", "includetext", "includepicture", "import");

    private static final XMLInputFactory READER = reader();

    private OfficePart() {}

    private static XMLInputFactory reader() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    static void refuseUnlessStill(String name, byte[] content) {
        try {
            var part = READER.createXMLStreamReader(new ByteArrayInputStream(content));
            var field = new StringBuilder();
            boolean inField = false;
            while (part.hasNext()) {
                switch (part.next()) {
                    case XMLStreamConstants.DTD -> throw Refused.because("documents.refused.broken");
                    case XMLStreamConstants.START_ELEMENT -> {
                        inField = part.getLocalName().equals("instrText");
                        element(name, part, field);
                    }
                    case XMLStreamConstants.CHARACTERS -> {
                        if (inField) {
                            field.append(part.getText());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> inField = false;
                    default -> {}
                }
            }
            refuseCommand(field.toString());
        } catch (XMLStreamException wrong) {
            throw JpegFile.broken();
        }
    }

    private static void element(String name, XMLStreamReader part, StringBuilder field) {
        switch (part.getLocalName()) {
            case "Default", "Override" -> refuseMacroType(name, part);
            case "Relationship" -> refuseFetching(part);
            case "fldSimple" -> refuseCommand(attribute(part, "instr"));
            case "fldChar" -> {
                if (attribute(part, "fldCharType").equals("begin")) {
                    refuseCommand(field.toString());
                    field.setLength(0);
                }
            }
            case "ddeLink", "oleLink" -> throw Refused.because("documents.refused.macros");
            default -> {}
        }
    }

    private static void refuseMacroType(String name, XMLStreamReader part) {
        if (name.equals("[content_types].xml")) {
            String type = attribute(part, "ContentType").toLowerCase(Locale.ROOT);
            Refused.unless(
                    !type.contains("macro") && !type.contains("vba") && !type.contains("activex"),
                    "documents.refused.macros");
        }
    }

    /** An address in the text is only followed by who clicks on it; a template or a picture is fetched unasked. */
    private static void refuseFetching(XMLStreamReader part) {
        boolean outside = attribute(part, "TargetMode").equalsIgnoreCase("External");
        boolean clicked = attribute(part, "Type").endsWith("/hyperlink");
        String target = attribute(part, "Target").strip().toLowerCase(Locale.ROOT);
        boolean web = target.startsWith("http:") || target.startsWith("https:") || target.startsWith("mailto:");
        Refused.unless(!outside || (clicked && web), "documents.refused.fetches");
    }

    private static void refuseCommand(String field) {
        String first = field.strip().toLowerCase(Locale.ROOT).split("\\s", 2)[0];
        Refused.unless(!COMMANDS.contains(first), "documents.refused.macros");
    }

    private static String attribute(XMLStreamReader part, String name) {
        for (int i = 0; i < part.getAttributeCount(); i++) {
            if (part.getAttributeLocalName(i).equals(name)) {
                return part.getAttributeValue(i);
            }
        }
        return "";
    }
}
