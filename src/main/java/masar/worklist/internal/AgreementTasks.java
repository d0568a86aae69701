package masar.worklist.internal;

import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import masar.country.Countries;
import masar.directory.AgreementEnding;
import masar.directory.AgreementSettled;
import masar.shared.CurrentViewer;
import masar.shared.Language;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shell.Texts;
import masar.worklist.Task;
import masar.worklist.Worklist;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Reminds coordinators of agreements that end; the directory lies below and cannot. */
@Component
class AgreementTasks {

    private static final String STEP = "renew-agreement";
    private static final String NAME = "worklist.agreement.task";

    private final Worklist worklist;
    private final Countries countries;
    private final Texts texts;
    private final InstantSource clock;

    AgreementTasks(Worklist worklist, Countries countries, Texts texts, InstantSource clock) {
        this.worklist = worklist;
        this.countries = countries;
        this.texts = texts;
        this.clock = clock;
    }

    @EventListener
    void ending(AgreementEnding fact) {
        var zone = countries.current().calendar().zone();
        worklist.open(new Task(
                UUID.randomUUID(),
                subject(fact.agreement()),
                Optional.empty(),
                "A-" + fact.agreement().toString().substring(0, 8).toUpperCase(Locale.ROOT),
                STEP,
                new LocalizedText(
                        texts.say(Language.AR, NAME), texts.say(Language.FR, NAME), texts.say(Language.EN, NAME)),
                "/directory/agreements/" + fact.agreement(),
                fact.coordinating(),
                Role.COORDINATOR,
                Optional.empty(),
                CurrentViewer.get().orElseThrow().account(),
                clock.instant(),
                fact.lastDay().plusDays(1).atStartOfDay(zone).toInstant()));
    }

    @EventListener
    void settled(AgreementSettled fact) {
        worklist.close(subject(fact.agreement()), STEP, Optional.empty(), fact.account());
    }

    private static Subject subject(UUID agreement) {
        return new Subject("agreement", agreement);
    }
}
