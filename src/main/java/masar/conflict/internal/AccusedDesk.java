package masar.conflict.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Depth;
import masar.audit.Audit;
import masar.casefile.CaseCard;
import masar.casefile.Cases;
import masar.casefile.Chronology;
import masar.casefile.Recusals;
import masar.shared.CaseId;
import masar.shared.OrganisationKind;
import masar.shared.Refused;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Recording who is accused in a case, for those who hold all of it and neither detain nor police. */
@Component
@Transactional
class AccusedDesk {

    private final AccusedBook book;
    private final Cases cases;
    private final Chronology chronology;
    private final Audit audit;
    private final Recusals recusals;
    private final TieWatch watch;
    private final InstantSource clock;

    AccusedDesk(
            AccusedBook book,
            Cases cases,
            Chronology chronology,
            Audit audit,
            Recusals recusals,
            TieWatch watch,
            InstantSource clock) {
        this.book = book;
        this.cases = cases;
        this.chronology = chronology;
        this.audit = audit;
        this.recusals = recusals;
        this.watch = watch;
        this.clock = clock;
    }

    static boolean mayRead(Viewer viewer) {
        return viewer.organisationKind() != OrganisationKind.DETAINING
                && viewer.organisationKind() != OrganisationKind.POLICE;
    }

    @Transactional(readOnly = true)
    List<Accused> of(Viewer viewer, CaseId id) {
        card(viewer, id);
        return book.of(id);
    }

    /** Records an accused and takes off the case whoever has a tie to them. */
    void record(
            Viewer viewer,
            CaseId id,
            String role,
            @Nullable UUID organisation,
            @Nullable String name,
            @Nullable String employer) {
        var card = card(viewer, id);
        Refused.unless(card.isOpen(), "casefile.refused.not.open");
        Refused.unless(organisation != null || name != null || employer != null, "conflict.refused.nothing.known");
        var accused =
                new Accused(UUID.randomUUID(), role, organisation, name, employer, viewer.account(), clock.instant());
        book.add(id, accused);
        chronology.add(id, "conflict.accused.recorded", Optional.empty());
        audit.done(id.subject(), "conflict.accused.record");
        if (organisation != null) {
            recusals.unitFound(id, organisation);
        }
        watch.check(id);
    }

    /** What was closed because of this accused stays closed until a supervisor lifts it. */
    void remove(Viewer viewer, CaseId id, UUID accused, String reason) {
        card(viewer, id);
        var removed = book.find(id, accused).orElseThrow(Refused::notFound);
        book.remove(id, accused, reason, viewer, clock.instant());
        chronology.add(id, "conflict.accused.removed", Optional.empty());
        audit.done(id.subject(), "conflict.accused.remove");
        UUID unit = removed.organisation();
        if (unit != null && book.of(id).stream().noneMatch(each -> unit.equals(each.organisation()))) {
            recusals.unitGone(viewer, id, unit);
        }
    }

    private CaseCard card(Viewer viewer, CaseId id) {
        Refused.unless(mayRead(viewer), "shell.refused.not.found");
        return cases.card(viewer, id, Depth.FULL);
    }
}
