package masar.casefile.internal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Depth;
import masar.access.Grants;
import masar.access.Steward;
import masar.casefile.CaseCard;
import masar.casefile.CaseCode;
import masar.casefile.Cases;
import masar.casefile.Person;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class CaseDesk implements Cases {

    private final CaseStore cases;
    private final CaseLists lists;
    private final PersonStore people;
    private final Grants grants;
    private final Steward steward;
    private final RecusalDesk.Hands hands;
    private final ChronologyBook.Trail trail;
    private final InstantSource clock;

    CaseDesk(
            CaseStore cases,
            CaseLists lists,
            PersonStore people,
            Grants grants,
            Steward steward,
            RecusalDesk.Hands hands,
            ChronologyBook.Trail trail,
            InstantSource clock) {
        this.cases = cases;
        this.lists = lists;
        this.people = people;
        this.grants = grants;
        this.steward = steward;
        this.hands = hands;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public CaseCard open(Viewer viewer, UUID owner, Person person) {
        var card = begin(viewer, CaseRecord.opened(person.id(), owner, clock.instant()), person, "casefile.opened");
        people.tellAge(card.id(), person);
        return card;
    }

    @Override
    public CaseCard importCase(Viewer viewer, UUID owner, Person person) {
        return begin(viewer, CaseRecord.imported(person.id(), owner, clock.instant()), person, "casefile.imported");
    }

    private CaseCard begin(Viewer viewer, CaseRecord record, Person person, String act) {
        CurrentViewer.require(viewer);
        var id = new CaseId(record.id);
        grants.give(id.subject(), Grants.officeKey(record.owner, Role.CASE_MANAGER), Depth.EXISTENCE, "ownership");
        grants.give(id.subject(), Grants.officeKey(record.owner, Role.SUPERVISOR), Depth.FULL, "supervision");
        cases.save(record);
        people.add(id, record.owner, person);
        trail.chronology().add(id, act, Optional.empty());
        trail.audit().done(id.subject(), act);
        return card(record, Depth.EXISTENCE);
    }

    /** A case manager of the owning organisation takes the case; from then on it is theirs to read. */
    void take(Viewer viewer, CaseId id) {
        var record = visible(viewer, id, Depth.EXISTENCE);
        Refused.unless(
                viewer.holds(Role.CASE_MANAGER) && viewer.organisation().equals(record.owner),
                "casefile.refused.not.owner");
        Refused.unless(record.manager == null || record.manager.equals(viewer.account()), "casefile.refused.taken");
        record.takenBy(viewer.account());
        cases.save(record);
        grants.give(id.subject(), Grants.accountKey(viewer.account()), Depth.FULL, "assignment");
        hands.worklist().take(id.subject(), record.owner, viewer.account());
        hands.tasks().managerFound(id, viewer);
        trail.chronology().add(id, "casefile.taken", Optional.empty());
        trail.audit().done(id.subject(), "casefile.take");
        people.tellAge(id, people.find(id, record.person));
    }

    @Override
    @Transactional(readOnly = true)
    public CaseCard card(Viewer viewer, CaseId id) {
        return card(viewer, id, Depth.EXISTENCE);
    }

    @Override
    @Transactional(readOnly = true)
    public CaseCard card(Viewer viewer, CaseId id, Depth depth) {
        var record = visible(viewer, id, depth);
        return card(record, deepest(viewer, id));
    }

    CaseRecord visible(Viewer viewer, CaseId id, Depth depth) {
        Refused.unless(grants.allows(viewer, id.subject(), depth), "shell.refused.not.found");
        return cases.findById(id.value()).orElseThrow(Refused::notFound);
    }

    private Depth deepest(Viewer viewer, CaseId id) {
        for (Depth depth : List.of(Depth.FULL, Depth.SUMMARY)) {
            if (grants.allows(viewer, id.subject(), depth)) {
                return depth;
            }
        }
        return Depth.EXISTENCE;
    }

    @Override
    public Person person(Viewer viewer, CaseId id) {
        var record = visible(viewer, id, Depth.SUMMARY);
        trail.audit().read(id.subject(), "casefile.person");
        return people.find(id, record.person);
    }

    @Override
    public void know(Viewer viewer, CaseId id, Person person) {
        var record = visible(viewer, id, Depth.SUMMARY);
        record.refuseUnlessWorkedOn();
        Refused.unless(record.person.equals(person.id()), "shell.refused.not.found");
        people.change(id, person);
        trail.chronology().add(id, "casefile.person.known", Optional.empty());
        trail.audit().done(id.subject(), "casefile.person.change");
        people.tellAge(id, person);
    }

    @Override
    @Transactional(readOnly = true)
    public UUID owner(CaseId id) {
        return steward.as(Steward.WAY, () -> cases.findById(id.value()).orElseThrow(Refused::notFound).owner);
    }

    @Override
    public void share(CaseId id, String reader, Depth depth, String act) {
        grants.give(id.subject(), reader, depth, act);
    }

    @Override
    public void unshare(CaseId id, String reader, Depth depth) {
        grants.end(id.subject(), reader, depth);
    }

    @Override
    public void welcome(CaseId id) {
        steward.as(Steward.WAY, () -> {
            var record = cases.findById(id.value()).orElseThrow(Refused::notFound);
            record.welcome();
            cases.save(record);
        });
    }

    @Override
    public List<CaseCard> list(Viewer viewer, String codePrefix, int atMost) {
        CurrentViewer.require(viewer);
        trail.audit()
                .read(
                        new Subject("account", viewer.account()),
                        codePrefix.isBlank() ? "casefile.list" : "casefile.search");
        return new ArrayList<>(lists.newest(Grants.keysOf(viewer), codePrefix, atMost));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CaseCard> byCode(Viewer viewer, String code) {
        return Optional.of(code)
                .filter(CaseCode::isPossible)
                .flatMap(possible -> cases.findByCode(CaseCode.format(CaseCode.tidy(possible))))
                .filter(record -> grants.allows(viewer, new CaseId(record.id).subject(), Depth.EXISTENCE))
                .map(record -> card(record, deepest(viewer, new CaseId(record.id))));
    }

    private static CaseCard card(CaseRecord record, Depth depth) {
        return new CaseCard(
                new CaseId(record.id),
                record.code,
                record.owner,
                Optional.ofNullable(record.manager),
                record.state,
                record.openedAt,
                depth);
    }
}
