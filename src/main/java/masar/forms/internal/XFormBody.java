package masar.forms.internal;

import java.util.List;
import java.util.function.UnaryOperator;
import masar.forms.ChoiceList;
import masar.forms.FormElement;
import masar.forms.Group;
import masar.forms.Question;
import masar.forms.QuestionType;

/** Writes the body of an XForm: what a person sees. */
final class XFormBody {

    private final Xml xml;
    private final XFormTexts texts;
    private final UnaryOperator<String> expression;

    XFormBody(Xml xml, XFormTexts texts, UnaryOperator<String> expression) {
        this.xml = xml;
        this.texts = texts;
        this.expression = expression;
    }

    void write(List<FormElement> elements) {
        for (FormElement element : elements) {
            switch (element) {
                case Question question -> question(question);
                case Group group -> group(group);
            }
        }
    }

    private void group(Group group) {
        xml.open("group", "ref", group.path(), "appearance", group.repeat() ? "" : group.appearance());
        texts.inBody("label", group.path() + ":label", group.label());
        if (group.repeat()) {
            xml.open("repeat", "nodeset", group.path(), "appearance", group.appearance(), "jr:count", count(group));
        }
        write(group.children());
        if (group.repeat()) {
            xml.close();
        }
        xml.close();
    }

    private String count(Group group) {
        return XFormWriter.needsCountNode(group)
                ? group.path() + "_count"
                : expression.apply(group.repeatCount()).strip();
    }

    private void question(Question question) {
        if (!question.type().isShown()) {
            return;
        }
        xml.open(question.type().control(), "ref", question.path(), "appearance", question.appearance());
        if (question.type() == QuestionType.RANGE) {
            for (String bound : List.of("start", "end", "step")) {
                xml.attribute(bound, question.parameters().getOrDefault(bound, "1"));
            }
        }
        texts.inBody("label", question.path() + ":label", question.label());
        texts.inBody("hint", question.path() + ":hint", question.hint());
        question.choices().ifPresent(list -> choices(question, list));
        xml.close();
    }

    private void choices(Question question, ChoiceList list) {
        if (question.choiceFilter().isEmpty()) {
            texts.items(list.name(), list.choices());
            return;
        }
        String nodeset = "instance('" + list.name() + "')/root/item[" + expression.apply(question.choiceFilter()) + "]";
        xml.open("itemset", "nodeset", nodeset);
        xml.empty("value", "ref", "name");
        xml.empty("label", "ref", texts.areTranslated() ? "jr:itext(itextId)" : "label");
        xml.close();
    }
}
