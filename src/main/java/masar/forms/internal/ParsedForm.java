package masar.forms.internal;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.QuestionDef;
import org.javarosa.core.model.SelectChoice;
import org.javarosa.core.model.condition.EvaluationContext;
import org.javarosa.core.model.condition.IFunctionHandler;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeElement;
import org.javarosa.xform.parse.XFormParser;
import org.jspecify.annotations.Nullable;

/** A form in JavaRosa's hands, for one thread at a time. */
public final class ParsedForm {

    private final FormDef form;
    private final TreeElement blank;
    private @Nullable ZonedDateTime moment;

    ParsedForm(FormDef form) {
        this.form = form;
        this.blank = form.getMainInstance().getRoot().deepCopy(true);
        form.addFunctionHandler(new ClockFunction("masar-now", () -> Date.from(moment().toInstant())));
        form.addFunctionHandler(new ClockFunction(
                "masar-today",
                () -> Date.from(moment().toLocalDate()
                        .atStartOfDay(ZoneId.systemDefault()) // JavaRosa counts days in the machine's zone
                        .toInstant())));
    }

    private ZonedDateTime moment() {
        return Optional.ofNullable(moment).orElseThrow();
    }

    /** Starts a new instance: defaults and actions run. */
    TreeElement begin(ZonedDateTime at) {
        moment = at;
        form.getMainInstance().setRoot(blank.deepCopy(true));
        form.initialize(true, new InstanceInitializationFactory());
        return form.getMainInstance().getRoot();
    }

    /** Loads an instance; calculations and conditions run. */
    TreeElement load(String instance, ZonedDateTime at) {
        moment = at;
        TreeElement saved = XFormParser.restoreDataModel(instance.getBytes(StandardCharsets.UTF_8), null)
                .getRoot();
        TreeElement root = blank.deepCopy(true);
        root.populate(saved, form);
        form.getMainInstance().setRoot(root);
        form.initialize(false, new InstanceInitializationFactory());
        return form.getMainInstance().getRoot();
    }

    boolean satisfiesConstraint(TreeElement node) {
        return node.getValue() == null || form.evaluateConstraint(node.getRef(), node.getValue());
    }

    /** The codes a choice filter leaves now, or nothing when the question has no filter. */
    Optional<List<String>> filteredChoices(TreeElement node) {
        QuestionDef question = FormDef.findQuestionByRef(node.getRef().genericize(), form);
        if (question == null || question.getDynamicChoices() == null) {
            return Optional.empty();
        }
        return Optional.of(question.getDynamicChoices().getChoices(form, node.getRef()).stream()
                .map(SelectChoice::getValue)
                .toList());
    }

    /** The value as XForms writes it, or empty. */
    static String text(TreeElement node) {
        return node.getValue() == null ? "" : node.getValue().uncast().getString();
    }

    private record ClockFunction(String name, Supplier<Date> time) implements IFunctionHandler {
        @Override
        public String getName() {
            return name;
        }

        @Override
        public List<Class<?>[]> getPrototypes() {
            return List.<Class<?>[]>of(new Class<?>[0]);
        }

        @Override
        public Object eval(Object[] arguments, EvaluationContext context) {
            return time.get();
        }
    }
}
