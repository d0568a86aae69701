package masar.forms;

import java.util.List;
import java.util.Optional;

/** A named list of choices in its published order. */
public record ChoiceList(String name, List<Choice> choices) {
    public ChoiceList {
        choices = List.copyOf(choices);
    }

    public Optional<Choice> choice(String code) {
        return choices.stream().filter(choice -> choice.code().equals(code)).findFirst();
    }
}
