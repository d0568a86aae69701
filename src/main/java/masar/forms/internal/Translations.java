package masar.forms.internal;

import java.util.List;
import java.util.Optional;
import masar.forms.FormLanguage;
import masar.forms.FormProblem.Kind;
import masar.forms.internal.SheetTable.Head;
import masar.forms.internal.SheetTable.Line;

/** Warns of texts that exist in one language of the form and not in another. */
final class Translations {

    private static final List<String> TEXTS = List.of("label", "hint", "constraint_message", "required_message");

    private final Problems problems;
    private final List<FormLanguage> languages;

    Translations(Problems problems, List<FormLanguage> languages) {
        this.problems = problems;
        this.languages = languages;
    }

    void check(SheetTable survey, Optional<SheetTable> choices) {
        if (languages.size() > 1) {
            check(survey);
            choices.ifPresent(this::check);
        }
    }

    private void check(SheetTable table) {
        for (FormLanguage language : languages) {
            boolean present = table.heads("label").stream()
                    .anyMatch(head -> FormLanguage.named(head.language()).equals(language));
            if (!present && !table.lines().isEmpty()) {
                problems.add(Kind.MISSING_TRANSLATION, table.name(), 1, "", language.name());
            }
        }
        table.lines().forEach(line -> TEXTS.forEach(text -> check(line, line.heads(text))));
    }

    private void check(Line line, List<Head> heads) {
        if (heads.stream().allMatch(line::isBlankAt)) {
            return;
        }
        for (Head head : heads) {
            if (line.isBlankAt(head)) {
                String column = masar.forms.Spreadsheet.letters(head.column());
                problems.add(Kind.MISSING_TRANSLATION, line.sheet(), line.row(), column, head.published());
            }
        }
    }
}
