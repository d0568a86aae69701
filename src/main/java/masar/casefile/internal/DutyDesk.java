package masar.casefile.internal;

import java.util.Optional;
import java.util.UUID;
import masar.access.Steward;
import masar.casefile.CaseDuties;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.Language;
import masar.shared.LocalizedText;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shell.Texts;
import masar.worklist.Task;
import masar.worklist.Worklist;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class DutyDesk implements CaseDuties {

    /** Who asked, where nobody took the case yet: whoever wrote something down does not wait for the owner. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final CaseStore cases;
    private final Worklist worklist;
    private final Steward steward;
    private final Texts texts;

    DutyDesk(CaseStore cases, Worklist worklist, Steward steward, Texts texts) {
        this.cases = cases;
        this.worklist = worklist;
        this.steward = steward;
        this.texts = texts;
    }

    @Override
    public void open(CaseId id, Duty duty) {
        var record = steward.as(Steward.WAY, () -> cases.findById(id.value())).orElseThrow(Refused::notFound);
        var manager = Optional.ofNullable(record.manager);
        worklist.open(new Task(
                UUID.randomUUID(),
                id.subject(),
                duty.item(),
                record.code,
                duty.step(),
                said(duty.words()),
                "/cases/" + id.value() + "/" + duty.page(),
                record.owner,
                duty.role(),
                manager.filter(account -> duty.role() == Role.CASE_MANAGER),
                manager.orElse(NOBODY),
                duty.since(),
                duty.dueAt()));
    }

    @Override
    public void close(CaseId id, String step, Optional<UUID> item) {
        worklist.close(
                id.subject(), step, item, CurrentViewer.get().orElseThrow().account());
    }

    private LocalizedText said(String key) {
        return new LocalizedText(texts.say(Language.AR, key), texts.say(Language.FR, key), texts.say(Language.EN, key));
    }
}
