package masar.exchange.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import masar.forms.Choice;
import masar.forms.ChoiceList;
import masar.forms.FormDefinition;
import masar.forms.FormText;
import masar.forms.XlsForm;

/**
 * The lists of codes of HTCDS 2.0, read from its published XLSForm. Two methods of control that only the standard's
 * definitions have, and the reasons for a referral, which the form asks as text, are added here.
 */
final class HtcdsCodes {

    static final String REFERRAL_REASON = "referralreason";
    private static final String FORM = "/forms/htcds/htcds_xlsform.xlsx";

    private final FormDefinition form;
    private final Map<String, ChoiceList> lists;

    private HtcdsCodes(FormDefinition form) {
        this.form = form;
        this.lists = new LinkedHashMap<>(form.lists());
        add("methodsofcontrol", Map.of("RestrictsMovement", "Restricts movement", "UsesChildren", "Uses children"));
        add(
                REFERRAL_REASON,
                Map.of(
                        "AdditionalServicesRequired",
                        "Additional services required",
                        "MigrationOrChangeOfLocation",
                        "Migration or change of location",
                        "Other",
                        "Other"));
    }

    /** Reads the lists from the form that ships with Masar. */
    static HtcdsCodes load() {
        try (InputStream file = HtcdsCodes.class.getResourceAsStream(FORM)) {
            byte[] bytes = Objects.requireNonNull(file, FORM).readAllBytes();
            return new HtcdsCodes(XlsForm.read(bytes, "htcds_xlsform").form());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The published form itself, with its own lists. */
    FormDefinition form() {
        return form;
    }

    /** The list of a field; empty for fields without one. */
    List<Choice> of(HtcdsField field) {
        ChoiceList list = lists.get(field.list());
        return list == null ? List.of() : list.choices();
    }

    private void add(String name, Map<String, String> codes) {
        var choices = new ArrayList<Choice>();
        ChoiceList published = lists.get(name);
        if (published != null) {
            choices.addAll(published.choices());
        }
        codes.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(code -> {
            var label = new FormText(Map.of("", code.getValue()));
            choices.add(new Choice(code.getKey(), code.getKey(), label, Map.of()));
        });
        lists.put(name, new ChoiceList(name, choices));
    }
}
