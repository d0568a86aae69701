package masar.forms.internal;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import masar.forms.ChoiceList;
import masar.forms.FormDefinition;
import masar.forms.FormElement;
import masar.forms.FormText;
import masar.forms.Group;
import masar.forms.Question;
import masar.forms.QuestionType;

/** Writes the model of an XForm: instance, lists, binds. The body is {@link XFormBody}'s, the texts {@link XFormTexts}'. */
public final class XFormWriter {

    private static final String[] NAMESPACES = {
        "xmlns", "http://www.w3.org/2002/xforms",
        "xmlns:h", "http://www.w3.org/1999/xhtml",
        "xmlns:jr", "http://openrosa.org/javarosa",
        "xmlns:odk", "http://www.opendatakit.org/xforms",
        "xmlns:orx", "http://openrosa.org/xforms",
        "xmlns:xsd", "http://www.w3.org/2001/XMLSchema"
    };

    private final FormDefinition form;
    private final boolean ourClock;
    private final Xml xml = new Xml();
    private final Map<String, String> paths = new HashMap<>();
    private final XFormTexts texts;

    /** A writer; with {@code ourClock} the functions today and now become ours, for {@link Engine} only. */
    public XFormWriter(FormDefinition form, boolean ourClock) {
        this.form = form;
        this.ourClock = ourClock;
        index(form.elements());
        this.texts = new XFormTexts(form, xml, paths);
    }

    /** The whole document. */
    public String write() {
        xml.open("h:html", NAMESPACES);
        xml.open("h:head").leaf("h:title", form.title()).open("model", "odk:xforms-version", "1.0.0");
        texts.write();
        instance();
        lists();
        form.elements().forEach(this::bind);
        xml.empty(
                "bind",
                "nodeset",
                SurveyReader.ROOT + "/meta/instanceID",
                "type",
                "string",
                "readonly",
                "true()",
                "jr:preload",
                "uid");
        form.questions().forEach(this::dynamicDefault);
        xml.close().close();
        xml.open("h:body");
        new XFormBody(xml, texts, this::expression).write(form.elements());
        xml.close().close();
        return xml.toString();
    }

    private void index(List<FormElement> elements) {
        for (FormElement element : elements) {
            if (element instanceof Group group) {
                paths.putIfAbsent(group.name(), group.path());
                index(group.children());
            }
        }
        form.questions().forEach(question -> paths.put(question.name(), question.path()));
    }

    private void instance() {
        xml.open("instance").open("data", "id", form.id(), "version", form.version());
        form.elements().forEach(this::node);
        xml.open("meta").empty("instanceID").close();
        xml.close().close();
    }

    private void node(FormElement element) {
        switch (element) {
            case Question question -> {
                boolean dynamic = Expressions.isDynamic(question.defaultValue());
                xml.leaf(question.name(), dynamic ? "" : question.defaultValue());
            }
            case Group group -> {
                if (needsCountNode(group)) {
                    xml.empty(group.name() + "_count");
                }
                xml.open(group.name());
                if (group.repeat()) {
                    xml.attribute("jr:template", "");
                }
                group.children().forEach(this::node);
                xml.close();
            }
        }
    }

    /** A count that is not simply the answer to a question is calculated in a node of its own. */
    static boolean needsCountNode(Group group) {
        return !group.repeatCount().isEmpty()
                && !Expressions.REFERENCE.matcher(group.repeatCount()).matches();
    }

    private void lists() {
        Set<ChoiceList> filtered = new LinkedHashSet<>();
        for (Question question : form.questions()) {
            if (!question.choiceFilter().isEmpty()) {
                question.choices().ifPresent(filtered::add);
            }
        }
        filtered.forEach(this::list);
    }

    private void list(ChoiceList list) {
        xml.open("instance", "id", list.name()).open("root");
        for (int i = 0; i < list.choices().size(); i++) {
            var choice = list.choices().get(i);
            xml.open("item");
            if (texts.areTranslated()) {
                xml.leaf("itextId", list.name() + "-" + i);
            }
            xml.leaf("name", choice.code());
            if (!texts.areTranslated()) {
                xml.leaf("label", choice.label().in(""));
            }
            choice.columns().forEach((name, value) -> {
                if (name.matches("[A-Za-z_][A-Za-z0-9_.-]*")) {
                    xml.leaf(name, value);
                }
            });
            xml.close();
        }
        xml.close().close();
    }

    private void bind(FormElement element) {
        switch (element) {
            case Question question -> bind(question);
            case Group group -> {
                if (needsCountNode(group)) {
                    String path = group.path() + "_count";
                    xml.empty("bind", "nodeset", path, "type", "string", "calculate", expression(group.repeatCount()));
                }
                if (!group.relevant().isEmpty()) {
                    xml.empty("bind", "nodeset", group.path(), "relevant", expression(group.relevant()));
                }
                group.children().forEach(this::bind);
            }
        }
    }

    private void bind(Question question) {
        boolean note = question.type() == QuestionType.NOTE;
        xml.empty(
                "bind",
                "nodeset",
                question.path(),
                "type",
                question.dataType(),
                "required",
                expression(question.required()),
                "jr:requiredMsg",
                message(question, question.requiredMessage(), "requiredMsg"),
                "relevant",
                expression(question.relevant()),
                "constraint",
                expression(question.constraint()),
                "jr:constraintMsg",
                message(question, question.constraintMessage(), "constraintMsg"),
                "calculate",
                expression(question.calculation()),
                "readonly",
                note ? "true()" : expression(question.readOnly()),
                "jr:preload",
                question.type().preload(),
                "jr:preloadParams",
                question.type().preloadParameter());
    }

    private String message(Question question, FormText message, String part) {
        if (message.isEmpty()) {
            return "";
        }
        return texts.needsId(message) ? "jr:itext('" + question.path() + ":jr:" + part + "')" : message.in("");
    }

    private void dynamicDefault(Question question) {
        if (Expressions.isDynamic(question.defaultValue())) {
            xml.empty(
                    "setvalue",
                    "event",
                    "odk-instance-first-load",
                    "ref",
                    question.path(),
                    "value",
                    expression(question.defaultValue()));
        }
    }

    private String expression(String expression) {
        String resolved = Expressions.resolve(expression, name -> paths.getOrDefault(name, name));
        return ourClock ? Expressions.onOurClock(resolved) : resolved;
    }
}
