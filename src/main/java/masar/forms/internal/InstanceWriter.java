package masar.forms.internal;

import masar.forms.Answers;
import masar.forms.FormDefinition;
import masar.forms.FormElement;
import masar.forms.Group;
import masar.forms.Question;

/** Writes answers as an XForms instance. */
public final class InstanceWriter {

    private final FormDefinition form;
    private final Answers answers;
    private final String instanceId;
    private final Entries entries;
    private final Xml xml = new Xml();

    public InstanceWriter(FormDefinition form, Answers answers, String instanceId) {
        this(form, answers, instanceId, new Entries(form, answers));
    }

    InstanceWriter(FormDefinition form, Answers answers, String instanceId, Entries entries) {
        this.form = form;
        this.answers = answers;
        this.instanceId = instanceId;
        this.entries = entries;
    }

    /** The document. Throws {@link IllegalArgumentException} for a character that XML cannot hold. */
    public String write() {
        xml.open("data", "id", form.id(), "version", form.version());
        form.elements().forEach(element -> write(element, ""));
        xml.open("meta").leaf("instanceID", instanceId).close();
        xml.close();
        return xml.toString();
    }

    private void write(FormElement element, String suffix) {
        switch (element) {
            case Question question ->
                xml.leaf(
                        question.name(), answers.value(question.name() + suffix).orElse(""));
            case Group group -> {
                if (group.repeat()) {
                    for (int entry = 1; entry <= entries.of(group, suffix); entry++) {
                        write(group, suffix + "[" + entry + "]");
                    }
                } else {
                    write(group, suffix);
                }
            }
        }
    }

    private void write(Group group, String suffix) {
        xml.open(group.name());
        group.children().forEach(child -> write(child, suffix));
        xml.close();
    }
}
