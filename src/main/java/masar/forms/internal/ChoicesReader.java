package masar.forms.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import masar.forms.Choice;
import masar.forms.ChoiceList;
import masar.forms.FormLanguage;
import masar.forms.FormProblem.Kind;
import masar.forms.FormText;
import masar.forms.internal.SheetTable.Line;

/** Reads the sheet of choices. Codes lose blanks around them: an XForms select value cannot hold any. */
final class ChoicesReader {

    private static final Set<String> KNOWN = Set.of("list_name", "name", "label");

    private final Problems problems;
    private final FormLanguage unnamed;
    private final boolean duplicatesAllowed;

    ChoicesReader(Problems problems, FormLanguage unnamed, boolean duplicatesAllowed) {
        this.problems = problems;
        this.unnamed = unnamed;
        this.duplicatesAllowed = duplicatesAllowed;
    }

    Map<String, ChoiceList> read(Optional<SheetTable> table) {
        var choices = new LinkedHashMap<String, List<Choice>>();
        table.ifPresent(found -> {
            if (!found.lines().isEmpty()) {
                requireHeads(found);
            }
            found.lines().forEach(line -> read(line, choices));
        });
        var lists = new LinkedHashMap<String, ChoiceList>();
        choices.forEach((name, list) -> lists.put(name, new ChoiceList(name, list)));
        return lists;
    }

    private void requireHeads(SheetTable table) {
        for (String head : List.of("list_name", "name")) {
            if (!table.has(head)) {
                problems.add(Kind.COLUMN_MISSING, table.name(), 1, "", head);
            }
        }
    }

    private void read(Line line, Map<String, List<Choice>> choices) {
        String list = line.text("list_name");
        String code = line.text("name");
        if (list.isEmpty() && code.isEmpty()) {
            return;
        }
        if (list.isEmpty()) {
            problems.add(Kind.MISSING_LIST_NAME, line, "list_name", code);
        }
        if (code.isEmpty() || code.chars().anyMatch(Character::isWhitespace)) {
            problems.add(Kind.BAD_CHOICE_CODE, line, "name", code);
        }
        FormText label = line.texts("label", unnamed);
        if (label.isEmpty() && line.text("image").isEmpty()) {
            problems.add(Kind.MISSING_LABEL, line, "label", code);
        }
        List<Choice> siblings = choices.computeIfAbsent(list, name -> new ArrayList<>());
        if (!duplicatesAllowed
                && siblings.stream().anyMatch(choice -> choice.code().equals(code))) {
            problems.add(Kind.DUPLICATE_CHOICE, line, "name", code);
        }
        siblings.add(new Choice(code, line.published("name"), label, line.others(KNOWN)));
    }
}
