package masar.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A questionnaire as read from its XLSForm. Immutable; two definitions with equal content are equal.
 *
 * @param id names the form across versions
 * @param version as published, or empty
 * @param defaultLanguage one of {@code languages}
 * @param languages at least one; a form without named languages has one with an empty name
 * @param elements the survey as a tree, in published order
 * @param lists every choice list, used or not, by name
 * @param settings every cell of the settings sheet by its head in lower case
 */
public record FormDefinition(
        String id,
        String version,
        String title,
        FormLanguage defaultLanguage,
        List<FormLanguage> languages,
        List<FormElement> elements,
        Map<String, ChoiceList> lists,
        Map<String, String> settings) {

    public FormDefinition {
        languages = List.copyOf(languages);
        elements = List.copyOf(elements);
        lists = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(lists));
        settings = Map.copyOf(settings);
    }

    /** Every question in published order, those about the interview itself and calculations included. */
    public List<Question> questions() {
        return questionsIn(elements);
    }

    /** The question of this name. Names are unique in a form. */
    public Optional<Question> question(String name) {
        return questions().stream()
                .filter(question -> question.name().equals(name))
                .findFirst();
    }

    /** The choice list of this name. */
    public Optional<ChoiceList> list(String name) {
        return Optional.ofNullable(lists.get(name));
    }

    /** The steps of the interview. Sections without a shown question are left out. */
    public List<Section> sections() {
        var sections = new ArrayList<Section>();
        var loose = new ArrayList<FormElement>();
        for (FormElement element : elements) {
            if (element instanceof Group group) {
                add(sections, "", FormText.NONE, loose);
                loose.clear();
                add(sections, group.name(), group.label(), List.of(group));
            } else {
                loose.add(element);
            }
        }
        add(sections, "", FormText.NONE, loose);
        return List.copyOf(sections);
    }

    /** Whether any group may be answered several times; then answers are keyed as {@link Answers} tells. */
    public boolean hasRepeats() {
        return hasRepeats(elements);
    }

    private static void add(List<Section> sections, String name, FormText label, List<FormElement> elements) {
        List<Question> questions = questionsIn(elements);
        if (questions.stream().anyMatch(question -> question.type().isShown())) {
            sections.add(new Section(name, label, elements, questions));
        }
    }

    private static List<Question> questionsIn(List<FormElement> elements) {
        var questions = new ArrayList<Question>();
        for (FormElement element : elements) {
            switch (element) {
                case Question question -> questions.add(question);
                case Group group -> questions.addAll(questionsIn(group.children()));
            }
        }
        return questions;
    }

    private static boolean hasRepeats(List<FormElement> elements) {
        return elements.stream()
                .anyMatch(
                        element -> element instanceof Group group && (group.repeat() || hasRepeats(group.children())));
    }
}
