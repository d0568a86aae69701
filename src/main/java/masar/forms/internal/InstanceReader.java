package masar.forms.internal;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import masar.forms.Answers;
import masar.forms.FormDefinition;
import masar.forms.FormElement;
import masar.forms.Group;
import masar.forms.Question;
import masar.forms.Submission;
import masar.forms.SubmissionRefused;
import masar.forms.SubmissionRefused.Reason;

/** Reads an XForms instance into answers; accepts nothing the form does not have. */
public final class InstanceReader {

    private static final String JAVAROSA = "http://openrosa.org/javarosa";

    private final FormDefinition form;
    private final XMLStreamReader xml;
    private final Map<String, String> values = new LinkedHashMap<>();
    private String instanceId = "";

    private InstanceReader(FormDefinition form, XMLStreamReader xml) {
        this.form = form;
        this.xml = xml;
    }

    /** See {@link Submission#read}. */
    @SuppressWarnings("UnusedException") // the parser's message may quote an answer
    public static Submission read(FormDefinition form, byte[] file, String language) {
        if (file.length > Submission.MAX_BYTES) {
            throw new SubmissionRefused(Reason.TOO_LARGE, "");
        }
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(file));
            return new InstanceReader(form, xml).read(language);
        } catch (XMLStreamException broken) {
            throw new SubmissionRefused(Reason.NOT_XML, "");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private Submission read(String language) throws XMLStreamException {
        while (!xml.isStartElement()) {
            if (xml.next() == XMLStreamConstants.DTD) {
                throw new SubmissionRefused(Reason.NOT_XML, "");
            }
        }
        String id = attribute("id");
        String version = attribute("version");
        if (!id.equals(form.id())) {
            throw new SubmissionRefused(Reason.OTHER_FORM, id);
        }
        children(form.elements(), "", true);
        while (xml.hasNext()) {
            xml.next();
        }
        return new Submission(id, version, instanceId, new Answers(values, language));
    }

    private String attribute(String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private void children(List<FormElement> elements, String suffix, boolean top) throws XMLStreamException {
        var seen = new HashMap<String, Integer>();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            String name = xml.getLocalName();
            if (top && name.equals("meta")) {
                meta();
            } else if (xml.getAttributeValue(JAVAROSA, "template") != null || isCount(name, elements)) {
                skip();
            } else {
                element(find(name, elements), seen.merge(name, 1, Integer::sum), suffix);
            }
        }
    }

    private void element(FormElement element, int entry, String suffix) throws XMLStreamException {
        boolean repeat = element instanceof Group group && group.repeat();
        if (entry > 1 && !repeat) {
            throw new SubmissionRefused(Reason.DUPLICATE_FIELD, element.name());
        }
        switch (element) {
            case Question question -> values.put(question.name() + suffix, xml.getElementText());
            case Group group -> children(group.children(), repeat ? suffix + "[" + entry + "]" : suffix, false);
        }
    }

    private static FormElement find(String name, List<FormElement> elements) {
        return elements.stream()
                .filter(element -> element.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new SubmissionRefused(Reason.UNKNOWN_FIELD, name));
    }

    private static boolean isCount(String name, List<FormElement> elements) {
        return elements.stream().noneMatch(element -> element.name().equals(name))
                && elements.stream()
                        .anyMatch(element -> element instanceof Group group
                                && XFormWriter.needsCountNode(group)
                                && name.equals(group.name() + "_count"));
    }

    private void meta() throws XMLStreamException {
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            if (xml.getLocalName().equals("instanceID")) {
                instanceId = xml.getElementText();
            } else {
                skip();
            }
        }
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }
}
