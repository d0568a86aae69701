package masar.forms.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import masar.forms.ChoiceList;
import masar.forms.FormDefinition;
import masar.forms.FormElement;
import masar.forms.FormLanguage;
import masar.forms.FormProblem.Kind;
import masar.forms.FormReading;
import masar.forms.Spreadsheet;
import org.jspecify.annotations.Nullable;

/** Turns the sheets of an XLSForm into a definition, collecting every problem on the way. */
public final class XlsFormReader {

    private static final FormLanguage UNNAMED = new FormLanguage("", "");

    private final Problems problems = new Problems();

    private XlsFormReader() {}

    /** See {@link masar.forms.XlsForm#read}. */
    public static FormReading read(Spreadsheet file, String fallbackId) {
        var reader = new XlsFormReader();
        FormDefinition form = reader.form(file, fallbackId);
        return new FormReading(reader.problems.anyError() ? null : form, reader.problems.all());
    }

    private @Nullable FormDefinition form(Spreadsheet file, String fallbackId) {
        Optional<SheetTable> survey = table(file, "survey", Heads.SURVEY);
        if (survey.isEmpty()) {
            problems.add(Kind.SHEET_MISSING, "", 0, "", "survey");
            return null;
        }
        for (String head : List.of("type", "name")) {
            if (!survey.get().has(head)) {
                problems.add(Kind.COLUMN_MISSING, survey.get().name(), 1, "", head);
            }
        }
        Optional<SheetTable> choices = table(file, "choices", Heads.CHOICES);
        Map<String, String> settings = settings(table(file, "settings", Heads.SETTINGS));
        Languages languages = languages(survey.get(), choices, settings);
        boolean duplicates = "yes".equalsIgnoreCase(settings.get("allow_choice_duplicates"));
        var choiceReader = new ChoicesReader(problems, languages.forUnnamed(), duplicates);
        Map<String, ChoiceList> lists = choiceReader.read(choices);
        var surveyReader = new SurveyReader(problems, languages.forUnnamed(), lists);
        List<FormElement> elements = surveyReader.read(survey.get());
        new Translations(problems, languages.all()).check(survey.get(), choices);
        String id = settings.getOrDefault("form_id", fallbackId);
        return new FormDefinition(
                id,
                settings.getOrDefault("version", ""),
                settings.getOrDefault("form_title", id),
                languages.standard(),
                languages.all(),
                elements,
                surveyReader.lists(),
                settings);
    }

    private Optional<SheetTable> table(Spreadsheet file, String name, Map<String, String> spellings) {
        return file.sheet(name).map(sheet -> SheetTable.of(sheet, spellings, problems));
    }

    private static Map<String, String> settings(Optional<SheetTable> table) {
        var settings = new LinkedHashMap<String, String>();
        table.filter(found -> !found.lines().isEmpty()).ifPresent(found -> {
            SheetTable.Line line = found.lines().getFirst();
            found.allHeads().forEach(head -> {
                String value = line.text(head.meaning());
                if (!value.isEmpty()) {
                    settings.put(head.meaning(), value);
                }
            });
        });
        return settings;
    }

    /** The languages of the form, which of them is the first one, and which one columns without language are in. */
    private record Languages(List<FormLanguage> all, FormLanguage standard, FormLanguage forUnnamed) {}

    private Languages languages(SheetTable survey, Optional<SheetTable> choices, Map<String, String> settings) {
        var found = new LinkedHashMap<String, FormLanguage>();
        found.putAll(survey.languages());
        choices.ifPresent(table -> table.languages().forEach(found::putIfAbsent));
        boolean unnamed = found.remove("") != null;
        var all = new ArrayList<>(found.values());
        String wanted = settings.getOrDefault("default_language", "");
        if (wanted.isEmpty() || wanted.equals("default")) {
            return all.isEmpty()
                    ? new Languages(List.of(UNNAMED), UNNAMED, UNNAMED)
                    : new Languages(all, all.getFirst(), UNNAMED);
        }
        FormLanguage standard = FormLanguage.named(wanted);
        Optional<FormLanguage> match = all.stream()
                .filter(language -> language.name().equalsIgnoreCase(wanted)
                        || language.code().equals(standard.code()))
                .findFirst();
        if (match.isPresent()) {
            return new Languages(all, match.get(), match.get());
        }
        if (!unnamed && !all.isEmpty()) {
            problems.add(Kind.UNKNOWN_LANGUAGE, "settings", 2, "", wanted);
        }
        all.addFirst(standard);
        return new Languages(all, standard, standard);
    }
}
