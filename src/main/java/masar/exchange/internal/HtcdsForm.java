package masar.exchange.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import masar.forms.Answers;
import masar.forms.ChoiceList;
import masar.forms.FormDefinition;
import masar.forms.Question;

/**
 * Carries cases between the spreadsheet and the XLSForm of HTCDS 2.0, whose names for the same fields differ. The form
 * asks for fewer fields, and for one citizenship only.
 */
public final class HtcdsForm {

    /** Answers to the form, and the fields of which something could not be carried into it. */
    public record Carried(Answers answers, Set<HtcdsField> leftOut) {}

    private final FormDefinition form = HtcdsCodes.load().form();

    /** The published form. */
    public FormDefinition definition() {
        return form;
    }

    /** The case as answers to the form. */
    public Carried toForm(HtcdsRecord record, String language) {
        var answers = new LinkedHashMap<String, String>();
        Set<HtcdsField> leftOut = EnumSet.noneOf(HtcdsField.class);
        record.values().forEach((field, given) -> {
            List<String> carried = carried(field, given);
            if (carried.size() < given.size()) {
                leftOut.add(field);
            }
            if (!carried.isEmpty()) {
                answers.put(field.formName(), String.join(" ", carried));
            }
        });
        return new Carried(new Answers(answers, language), leftOut);
    }

    /** The answers as a case. Answers to other questions are passed over. */
    public HtcdsRecord fromForm(Answers answers) {
        var values = new EnumMap<HtcdsField, List<String>>(HtcdsField.class);
        for (HtcdsField field : HtcdsField.values()) {
            answers.value(field.formName())
                    .ifPresent(
                            value -> values.put(field, field.isMany() ? List.of(value.split("\\s+")) : List.of(value)));
        }
        return new HtcdsRecord(0, values);
    }

    private List<String> carried(HtcdsField field, List<String> given) {
        Optional<Question> question = form.question(field.formName());
        if (question.isEmpty()) {
            return List.of();
        }
        Optional<ChoiceList> list = question.get().choices();
        if (list.isEmpty()) {
            return given;
        }
        var known = new ArrayList<>(given);
        known.removeIf(code -> list.get().choice(code).isEmpty());
        boolean one = question.get().type() == masar.forms.QuestionType.SELECT_ONE;
        return one && known.size() > 1 ? List.of() : known;
    }
}
