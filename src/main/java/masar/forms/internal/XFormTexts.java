package masar.forms.internal;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import masar.forms.FormDefinition;
import masar.forms.FormElement;
import masar.forms.FormLanguage;
import masar.forms.FormText;
import masar.forms.Group;
import masar.forms.Question;

/** The texts of an XForm: inline when the form names no language, else in itext by path and part. */
final class XFormTexts {

    private final FormDefinition form;
    private final Xml xml;
    private final Map<String, String> paths;
    private final boolean translated;

    XFormTexts(FormDefinition form, Xml xml, Map<String, String> paths) {
        this.form = form;
        this.xml = xml;
        this.paths = paths;
        this.translated =
                form.languages().stream().anyMatch(language -> !language.name().isEmpty());
    }

    /** Whether texts are found by id and language rather than inline. */
    boolean areTranslated() {
        return translated;
    }

    /** Messages stand in attributes, where neither languages nor references to answers are possible. */
    boolean needsId(FormText message) {
        return translated || Expressions.REFERENCE.matcher(message.in("")).find();
    }

    void write() {
        boolean messages = form.questions().stream()
                .anyMatch(question -> needsId(question.constraintMessage()) || needsId(question.requiredMessage()));
        if (!translated && !messages) {
            return;
        }
        xml.open("itext");
        for (FormLanguage language : form.languages()) {
            String name = language.name().isEmpty() ? "default" : language.name();
            boolean standard = language.equals(form.defaultLanguage());
            xml.open("translation", "lang", name, "default", standard ? "true()" : "");
            form.elements().forEach(element -> write(element, language));
            if (translated) {
                form.lists().values().forEach(list -> {
                    for (int i = 0; i < list.choices().size(); i++) {
                        text(list.name() + "-" + i, list.choices().get(i).label(), language);
                    }
                });
            }
            xml.close();
        }
        xml.close();
    }

    private void write(FormElement element, FormLanguage language) {
        if (translated) {
            text(element.path() + ":label", element.label(), language);
        }
        switch (element) {
            case Group group -> group.children().forEach(child -> write(child, language));
            case Question question -> {
                if (translated) {
                    text(question.path() + ":hint", question.hint(), language);
                }
                message(question.path() + ":jr:constraintMsg", question.constraintMessage(), language);
                message(question.path() + ":jr:requiredMsg", question.requiredMessage(), language);
            }
        }
    }

    private void message(String id, FormText message, FormLanguage language) {
        if (needsId(message)) {
            text(id, message, language);
        }
    }

    private void text(String id, FormText text, FormLanguage language) {
        if (!text.isEmpty()) {
            xml.open("text", "id", id).open("value");
            content(text.in(language.code()));
            xml.close().close();
        }
    }

    /** A label or hint in the body, inline or by reference; nothing when the text is empty. */
    void inBody(String element, String id, FormText text) {
        if (text.isEmpty()) {
            return;
        }
        if (translated) {
            xml.empty(element, "ref", "jr:itext('" + id + "')");
        } else {
            xml.open(element);
            content(text.in(""));
            xml.close();
        }
    }

    /** Text with references to answers as output elements. */
    private void content(String text) {
        int end = 0;
        Matcher reference = Expressions.REFERENCE.matcher(text);
        while (reference.find()) {
            xml.text(text.substring(end, reference.start()));
            String path = paths.getOrDefault(reference.group(1), reference.group(1));
            xml.empty("output", "value", path);
            end = reference.end();
        }
        xml.text(text.substring(end));
    }

    /** Writes the items of a list inline. */
    void items(String list, List<masar.forms.Choice> choices) {
        for (int i = 0; i < choices.size(); i++) {
            xml.open("item");
            inBody("label", list + "-" + i, choices.get(i).label());
            xml.leaf("value", choices.get(i).code()).close();
        }
    }
}
