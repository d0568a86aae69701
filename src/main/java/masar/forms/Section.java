package masar.forms;

import java.util.List;

/**
 * What is shown as one step: a group of the top level, or the questions that stand between two such groups.
 *
 * @param name of the group, or empty
 * @param questions all questions inside, however deep, in order
 */
public record Section(String name, FormText label, List<FormElement> elements, List<Question> questions) {
    public Section {
        elements = List.copyOf(elements);
        questions = List.copyOf(questions);
    }
}
