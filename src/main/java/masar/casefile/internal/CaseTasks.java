package masar.casefile.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import masar.access.Supervision;
import masar.access.Supervision.Office;
import masar.procedure.Procedures;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.Language;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Texts;
import masar.worklist.Task;
import masar.worklist.Worklist;
import org.springframework.stereotype.Component;

/** Tells those who look after a case what they must see to: an emergency opening, a tie, a manager who left. */
@Component
class CaseTasks {

    private static final String GLASS = "break-glass-review";
    private static final String TIE = "possible-tie";
    private static final String UNIT = "owner-concerned";
    private static final String NO_MANAGER = "without-manager";

    private final Worklist worklist;
    private final Supervision supervision;
    private final Procedures procedures;
    private final Texts texts;
    private final InstantSource clock;

    CaseTasks(Worklist worklist, Supervision supervision, Procedures procedures, Texts texts, InstantSource clock) {
        this.worklist = worklist;
        this.supervision = supervision;
        this.procedures = procedures;
        this.texts = texts;
        this.clock = clock;
    }

    /** Has the opening reviewed by somebody else than who broke the glass; returns the office that does. */
    Office glassBroken(Viewer viewer, CaseRecord record, UUID opening) {
        var office = supervision.over(record.owner, viewer.account());
        String address = office.role() == Role.SUPERVISOR ? "/cases/" + record.id + "/sight" : "/sight";
        open(record, GLASS, Optional.of(opening), office, "casefile.glass.task", address);
        return office;
    }

    void glassReviewed(CaseId id, UUID opening, Viewer by) {
        worklist.close(id.subject(), GLASS, Optional.of(opening), by.account());
    }

    void tieFound(CaseRecord record, UUID account) {
        var office = supervision.over(record.owner, account);
        String address = office.role() == Role.SUPERVISOR ? "/cases/" + record.id + "/sight" : "/sight";
        open(record, TIE, Optional.of(account), office, "casefile.tie.task", address);
    }

    void tieSettled(CaseId id, UUID account, Viewer by) {
        worklist.close(id.subject(), TIE, Optional.of(account), by.account());
    }

    void ownerConcerned(CaseRecord record) {
        supervision
                .coordination()
                .ifPresent(office ->
                        open(record, UNIT, Optional.empty(), office, "casefile.owner.concerned.task", "/sight"));
    }

    void ownerUnconcerned(CaseId id, Viewer by) {
        worklist.close(id.subject(), UNIT, Optional.empty(), by.account());
    }

    void managerLeft(CaseRecord record, UUID account) {
        var office = supervision.over(record.owner, account);
        open(record, NO_MANAGER, Optional.empty(), office, "casefile.no.manager.task", "/cases/" + record.id);
    }

    void managerFound(CaseId id, Viewer by) {
        worklist.close(id.subject(), NO_MANAGER, Optional.empty(), by.account());
    }

    private void open(
            CaseRecord record, String step, Optional<UUID> item, Office office, String words, String address) {
        Instant now = clock.instant();
        worklist.open(new Task(
                UUID.randomUUID(),
                new CaseId(record.id).subject(),
                item,
                record.code,
                step,
                said(words),
                address,
                office.organisation(),
                office.role(),
                Optional.empty(),
                CurrentViewer.get().orElseThrow().account(),
                now,
                procedures.due(step)));
    }

    private LocalizedText said(String key) {
        return new LocalizedText(texts.say(Language.AR, key), texts.say(Language.FR, key), texts.say(Language.EN, key));
    }
}
