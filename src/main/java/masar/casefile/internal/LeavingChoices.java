package masar.casefile.internal;

import java.util.ArrayList;
import java.util.List;
import masar.procedure.Edition;
import masar.procedure.Step;
import masar.procedure.Way;
import masar.shared.Language;
import masar.shared.LocalizedText;
import masar.shell.Choice;
import masar.shell.Texts;
import masar.worklist.Task;
import org.springframework.stereotype.Component;

/** How a case may leave the way of its edition now. */
@Component
class LeavingChoices {

    private final CaseChoices choices;
    private final Texts texts;

    LeavingChoices(CaseChoices choices, Texts texts) {
        this.choices = choices;
        this.texts = texts;
    }

    /** {@code skip TASK OUTCOME} for what is open and need not end the way, {@code open STEP} for what is not open. */
    List<Choice> what(Way way) {
        var what = new ArrayList<Choice>();
        Edition edition = way.edition();
        for (Task task : way.open()) {
            Step step = edition.steps().get(task.step());
            if (step != null) {
                step.then().forEach((outcome, next) -> {
                    if (!next.isEmpty()) {
                        what.add(Choice.of(
                                "skip " + task.id() + " " + outcome,
                                words(
                                        "casefile.departure.skip",
                                        step.name(),
                                        edition.outcomes().getOrDefault(outcome, step.name()))));
                    }
                });
            }
        }
        for (Step step : edition.steps().values()) {
            if (!way.isOpen(step.key())) {
                what.add(Choice.of("open " + step.key(), words("casefile.departure.open", step.name(), step.name())));
            }
        }
        return what;
    }

    private LocalizedText words(String key, LocalizedText step, LocalizedText outcome) {
        return new LocalizedText(
                texts.say(Language.AR, key, step.ar(), outcome.ar()),
                texts.say(Language.FR, key, step.fr(), outcome.fr()),
                texts.say(Language.EN, key, step.en(), outcome.en()));
    }

    List<Choice> organisations() {
        return choices.organisations();
    }

    List<Choice> reasons() {
        return choices.list("departure-reason");
    }
}
