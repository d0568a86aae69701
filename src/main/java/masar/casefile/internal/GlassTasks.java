package masar.casefile.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import masar.shared.CaseId;
import masar.shared.Language;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Texts;
import masar.worklist.Task;
import masar.worklist.Worklist;
import org.springframework.stereotype.Component;

/** Tells the owner's supervisors at once that somebody broke the glass. */
@Component
class GlassTasks {

    private static final String STEP = "break-glass-review";

    private final Worklist worklist;
    private final Texts texts;

    GlassTasks(Worklist worklist, Texts texts) {
        this.worklist = worklist;
        this.texts = texts;
    }

    void open(Viewer viewer, CaseRecord record, UUID opening, Instant now, Instant due) {
        var name = new LocalizedText(
                texts.say(Language.AR, "casefile.glass.task"),
                texts.say(Language.FR, "casefile.glass.task"),
                texts.say(Language.EN, "casefile.glass.task"));
        var id = new CaseId(record.id);
        worklist.open(new Task(
                UUID.randomUUID(),
                id.subject(),
                Optional.of(opening),
                record.code,
                STEP,
                name,
                "/cases/" + record.id + "/sight",
                record.owner,
                Role.SUPERVISOR,
                Optional.empty(),
                viewer.account(),
                now,
                due));
    }

    void close(CaseId id, UUID opening, Viewer by) {
        worklist.close(id.subject(), STEP, Optional.of(opening), by.account());
    }
}
