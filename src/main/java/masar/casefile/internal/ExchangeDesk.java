package masar.casefile.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Grants;
import masar.audit.Audit;
import masar.casefile.Chronology;
import masar.casefile.ExchangedCases;
import masar.casefile.Person;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class ExchangeDesk implements ExchangedCases {

    private static final int ONLY_THE_IMPORT = 1;

    private final CaseStore cases;
    private final PersonStore people;
    private final Grants grants;
    private final Chronology chronology;
    private final Audit audit;

    ExchangeDesk(CaseStore cases, PersonStore people, Grants grants, Chronology chronology, Audit audit) {
        this.cases = cases;
        this.people = people;
        this.grants = grants;
        this.chronology = chronology;
        this.audit = audit;
    }

    @Override
    public List<ReleasedCase> release(Viewer export, Optional<UUID> owner) {
        require(export, "system:export");
        return cases.findByStateNotOrderByOpenedAtAscIdAsc(CaseRecord.UNDONE).stream()
                .filter(record -> owner.isEmpty() || owner.get().equals(record.owner))
                .map(this::released)
                .toList();
    }

    private ReleasedCase released(CaseRecord record) {
        var id = new CaseId(record.id);
        audit.read(id.subject(), "casefile.release");
        return new ReleasedCase(id, record.owner, record.state, people.find(id, record.person));
    }

    @Override
    public void undoImport(Viewer importer, CaseId id) {
        require(importer, "system:import");
        var record = cases.findById(id.value()).orElseThrow(Refused::notFound);
        var person = people.find(id, record.person);
        boolean untouched =
                record.state.equals(CaseRecord.IMPORTED) && cases.entriesInChronology(record.id) == ONLY_THE_IMPORT;
        Refused.unless(untouched, "casefile.refused.import.worked.on", record.code);
        record.undoImport();
        cases.save(record);
        people.change(id, Person.forgotten(person));
        grants.endAll(id.subject());
        chronology.add(id, "casefile.import.undone", Optional.empty());
        audit.done(id.subject(), "casefile.import.undo");
    }

    private static void require(Viewer viewer, String key) {
        CurrentViewer.require(viewer);
        Refused.unless(viewer.key().equals(key), "shell.refused.not.found");
    }
}
