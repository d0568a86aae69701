package masar.screening.internal;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import masar.casefile.Cases;
import masar.procedure.Procedures;
import masar.procedure.Way;
import masar.screening.IndicationMade;
import masar.screening.Indications;
import masar.screening.InterviewFinished;
import masar.shared.Refused;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The end of an interview: it is weighed, handed over, and the way of the case goes on. */
@Component
@Transactional
class FinishDesk {

    /** What finishing leans on in other modules. */
    @Component
    record Surroundings(
            Cases cases, Procedures procedures, Indications indications, ApplicationEventPublisher events) {}

    private final InterviewStore interviews;
    private final IndicationStore store;
    private final InterviewRights rights;
    private final PersonLearned person;
    private final HandOver handOver;
    private final Surroundings around;
    private final Trail trail;
    private final InstantSource clock;

    FinishDesk(
            InterviewStore interviews,
            IndicationStore store,
            InterviewRights rights,
            PersonLearned person,
            HandOver handOver,
            Surroundings around,
            Trail trail,
            InstantSource clock) {
        this.interviews = interviews;
        this.store = store;
        this.rights = rights;
        this.person = person;
        this.handOver = handOver;
        this.around = around;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether the way waits for this very interview, so that somebody must be asked to decide. */
    @Transactional(readOnly = true)
    boolean isAwaited(Viewer viewer, Interview interview) {
        return Opening.waitsFor(viewer, way(viewer, interview));
    }

    /**
     * Finishes the interview.
     *
     * @param decides organisation asked to decide; needed when the way waits for this interview
     * @return the indication
     */
    UUID finish(Viewer viewer, UUID id, int version, @Nullable UUID decides, @Nullable String recommendation) {
        Interview interview = rights.toWrite(viewer, id);
        if (interview.course().version() != version) {
            throw new OptimisticLockingFailureException("interview changed meanwhile");
        }
        boolean awaited = isAwaited(viewer, interview);
        Refused.unless(!awaited || decides != null, "screening.refused.competent");
        UUID handedTo = awaited ? decides : null;
        interview.finish(recommendation, handedTo, viewer, clock.instant());
        interviews.change(interview);
        person.keep(viewer, interview);
        IndicationStore.Kept kept = weigh(viewer, interview);
        if (handedTo != null) {
            handOver.toDecide(viewer, interview, handedTo);
        } else {
            handOver.toDeciders(viewer, interview, way(viewer, interview));
        }
        trail.tell(interview.caseId(), interview.subject(), "interview.finished", Optional.of(id.toString()));
        tell(viewer, interview, kept, handedTo);
        return kept.id();
    }

    private IndicationStore.Kept weigh(Viewer viewer, Interview interview) {
        String edition =
                around.procedures().editionOf(interview.caseId().subject()).id();
        var content = interview.content();
        var indication = around.indications().weigh(edition, content.age(), content.form(), content.indicators());
        var kept = new IndicationStore.Kept(
                UUID.randomUUID(),
                interview.caseId(),
                interview.id(),
                clock.instant(),
                viewer.account(),
                viewer.organisation(),
                new IndicationStore.Basis(edition, content.age(), content.form(), content.indicators()),
                indication);
        store.add(kept);
        return kept;
    }

    private void tell(Viewer viewer, Interview interview, IndicationStore.Kept kept, @Nullable UUID handedTo) {
        around.events()
                .publishEvent(new IndicationMade(
                        interview.caseId(),
                        interview.id(),
                        kept.id(),
                        viewer.organisation(),
                        kept.indication().conclusion(),
                        kept.indication().provisional()));
        if (handedTo != null) {
            around.events()
                    .publishEvent(new InterviewFinished(
                            interview.caseId(),
                            interview.id(),
                            viewer.account(),
                            viewer.organisation(),
                            handedTo,
                            around.cases().owner(interview.caseId())));
        }
    }

    private Way way(Viewer viewer, Interview interview) {
        return around.procedures().way(viewer, interview.caseId().subject()).orElseThrow(Refused::notFound);
    }
}
