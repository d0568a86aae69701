package masar.detention.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.audit.Audit;
import masar.casefile.CaseDuties;
import masar.casefile.CaseDuties.Duty;
import masar.casefile.CaseReopened;
import masar.casefile.Chronology;
import masar.casefile.Consent;
import masar.casefile.Consents;
import masar.country.Countries;
import masar.detention.ProtectionRequest;
import masar.detention.ProtectionRequest.Draft;
import masar.detention.ProtectionRequest.Reply;
import masar.detention.ProtectionRequests;
import masar.detention.RequestState;
import masar.detention.internal.RequestBook.Line;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class RequestDesk implements ProtectionRequests {

    static final String REPLY = "request-reply";

    private static final String ON_THEIR_BEHALF = "protection-request";
    private static final String SHARING = "sharing";

    private final RequestBook book;
    private final DetentionDesk detentions;
    private final Consents consents;
    private final CaseDuties duties;
    private final Chronology chronology;
    private final Audit audit;
    private final Countries countries;
    private final InstantSource clock;

    RequestDesk(
            RequestBook book,
            DetentionDesk detentions,
            Consents consents,
            CaseDuties duties,
            Chronology chronology,
            Audit audit,
            Countries countries,
            InstantSource clock) {
        this.book = book;
        this.detentions = detentions;
        this.consents = consents;
        this.duties = duties;
        this.chronology = chronology;
        this.audit = audit;
        this.countries = countries;
        this.clock = clock;
    }

    @Override
    public UUID write(Viewer viewer, CaseId id, Draft draft, Optional<UUID> again) {
        detentions.writable(viewer, id);
        Refused.unless(draft.addressee() != null || draft.authority() != null, "detention.refused.addressee.needed");
        Instant now = clock.instant();
        again.ifPresent(earlier ->
                Refused.unless(find(viewer, id, earlier).mayAskAgain(now), "detention.refused.not.yet.again"));
        UUID request = UUID.randomUUID();
        book.add(viewer, id, request, draft, again.orElse(null), now);
        tell(id, draft, "written");
        return request;
    }

    @Override
    public void send(Viewer viewer, CaseId id, UUID request, LocalDate on) {
        var before = becoming(viewer, id, request, RequestState.SENT);
        Refused.unless(!on.isAfter(detentions.today()), "detention.refused.future");
        Consent consent = covering(viewer, id, before.draft());
        var calendar = countries.current().calendar();
        Instant now = clock.instant();
        Instant sent = on.equals(detentions.today())
                ? now
                : on.atStartOfDay(calendar.zone()).toInstant();
        String kind = before.draft().kind();
        Instant due = calendar.due(sent, countries.current().clock(REPLY + "-" + kind));
        book.become(viewer, before, new Line(RequestState.SENT, on, null, consent.id(), null), due, now);
        await(id, request, sent, due);
        tell(id, before.draft(), "sent");
    }

    private Consent covering(Viewer viewer, CaseId id, Draft draft) {
        return consents.of(viewer, id).stream()
                .filter(Consent::holds)
                .filter(consent -> covers(consent, draft))
                .findFirst()
                .orElseThrow(() -> Refused.because("detention.refused.consent"));
    }

    private static boolean covers(Consent consent, Draft draft) {
        boolean same =
                consent.recipient().isPresent() && consent.recipient().get().equals(draft.addressee());
        return consent.covers(SHARING) && same
                || consent.covers(ON_THEIR_BEHALF)
                        && (same || consent.recipient().isEmpty());
    }

    @Override
    public void reply(Viewer viewer, CaseId id, UUID request, Reply reply) {
        var before = becoming(viewer, id, request, RequestState.ANSWERED);
        LocalDate sent = before.sentOn();
        Refused.unless(!reply.on().isAfter(detentions.today()), "detention.refused.future");
        Refused.unless(sent == null || !reply.on().isBefore(sent), "detention.refused.before.sent");
        var line = new Line(RequestState.ANSWERED, reply.on(), reply.outcome(), null, reply.text());
        book.become(viewer, before, line, null, clock.instant());
        duties.close(id, REPLY, Optional.of(request));
        tell(id, before.draft(), "answered");
    }

    @Override
    public void withdraw(Viewer viewer, CaseId id, UUID request) {
        var before = becoming(viewer, id, request, RequestState.WITHDRAWN);
        var line = new Line(RequestState.WITHDRAWN, detentions.today(), null, null, null);
        book.become(viewer, before, line, null, clock.instant());
        duties.close(id, REPLY, Optional.of(request));
        tell(id, before.draft(), "withdrawn");
    }

    @Override
    @Transactional(readOnly = true)
    public List<ProtectionRequest> of(Viewer viewer, CaseId id) {
        detentions.readable(viewer, id);
        return book.of(id);
    }

    @Override
    @Transactional(readOnly = true)
    public ProtectionRequest find(Viewer viewer, CaseId id, UUID request) {
        detentions.readable(viewer, id);
        return book.find(id, request).orElseThrow(Refused::notFound);
    }

    /** What was waited for when a case was closed is waited for again. */
    @EventListener
    void reopened(CaseReopened fact) {
        for (ProtectionRequest request : book.of(fact.caseId())) {
            Instant due = request.dueAt();
            if (request.state() == RequestState.SENT && due != null) {
                await(fact.caseId(), request.id(), request.writtenAt(), due);
            }
        }
    }

    private void await(CaseId id, UUID request, Instant since, Instant due) {
        duties.open(
                id,
                new Duty(
                        REPLY,
                        Optional.of(request),
                        "detention.task.reply",
                        "requests/" + request,
                        Role.CASE_MANAGER,
                        since,
                        due));
    }

    private ProtectionRequest becoming(Viewer viewer, CaseId id, UUID request, RequestState next) {
        detentions.writable(viewer, id);
        var before = book.find(id, request).orElseThrow(Refused::notFound);
        Refused.unless(before.state().mayBecome(next), "detention.refused.out.of.order");
        return before;
    }

    private void tell(CaseId id, Draft draft, String act) {
        chronology.add(id, "detention.request." + act, Optional.of(draft.kind()));
        audit.done(id.subject(), "detention.request." + act);
    }
}
