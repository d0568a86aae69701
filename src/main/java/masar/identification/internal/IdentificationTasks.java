package masar.identification.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import masar.casefile.CaseCard;
import masar.shared.Language;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Texts;
import masar.worklist.Task;
import masar.worklist.Worklist;
import org.springframework.stereotype.Component;

/** What somebody must do by a certain time beside the steps of the way; reminded of and escalated as every task. */
@Component
class IdentificationTasks {

    static final String WARNS_OWNER = "reflection-warning-owner";
    static final String WARNS_AUTHORITY = "reflection-warning-authority";
    static final String CONFIRM_END = "reflection-end";
    static final String DECLARE = "panel-declaration";
    static final String OPINION = "panel-opinion";
    static final String REVIEW = "review-decision";

    private final Worklist worklist;
    private final Texts texts;
    private final InstantSource clock;

    IdentificationTasks(Worklist worklist, Texts texts, InstantSource clock) {
        this.worklist = worklist;
        this.texts = texts;
        this.clock = clock;
    }

    /** Whose task it is: an office, or one person of it. */
    record Hands(UUID organisation, Role role, Optional<UUID> account) {

        static Hands office(UUID organisation, Role role) {
            return new Hands(organisation, role, Optional.empty());
        }
    }

    /** @param item what of the case it is about, when there may be several */
    void open(Viewer by, CaseCard card, String step, UUID item, Hands hands, String address, Instant due) {
        worklist.open(new Task(
                UUID.randomUUID(),
                card.id().subject(),
                Optional.of(item),
                card.code(),
                step,
                name(step),
                address,
                hands.organisation(),
                hands.role(),
                hands.account(),
                by.account(),
                clock.instant(),
                due));
    }

    void close(Viewer by, CaseCard card, String step, UUID item) {
        worklist.close(card.id().subject(), step, Optional.of(item), by.account());
    }

    private LocalizedText name(String step) {
        String key = "identification.task." + step;
        return new LocalizedText(texts.say(Language.AR, key), texts.say(Language.FR, key), texts.say(Language.EN, key));
    }
}
