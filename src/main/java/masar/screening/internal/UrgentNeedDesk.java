package masar.screening.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Depth;
import masar.access.Steward;
import masar.casefile.CaseCard;
import masar.casefile.Cases;
import masar.procedure.Procedures;
import masar.sealing.Place;
import masar.sealing.Sealing;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.worklist.Task;
import masar.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Urgent needs: raised by whoever meets the person, met by the organisation that owns the case; they wait for nothing. */
@Component
@Transactional
class UrgentNeedDesk {

    private static final String STEP = "urgent-need";
    private static final String CLOCK = "referral-answer-immediate";
    private static final String NOTHING = "none";

    private final JdbcClient jdbc;
    private final Steward steward;
    private final Cases cases;
    private final Worklist worklist;
    private final Wording wording;
    private final Trail trail;
    private final Times times;
    private final Sealing sealing;

    UrgentNeedDesk(
            JdbcClient jdbc,
            Steward steward,
            Cases cases,
            Worklist worklist,
            Wording wording,
            Trail trail,
            Times times,
            Sealing sealing) {
        this.jdbc = jdbc;
        this.steward = steward;
        this.cases = cases;
        this.worklist = worklist;
        this.wording = wording;
        this.trail = trail;
        this.times = times;
        this.sealing = sealing;
    }

    /** The present moment, and by when a need that is raised now is to be met. */
    @Component("urgentNeedTimes")
    record Times(Procedures procedures, InstantSource clock) {

        Instant now() {
            return clock.instant();
        }

        Instant due() {
            return procedures.due(CLOCK);
        }
    }

    /** Codes that may be raised. */
    List<String> offered() {
        return offered(wording);
    }

    static List<String> offered(Wording wording) {
        return wording.codes("urgent-need").stream()
                .filter(code -> !code.equals(NOTHING))
                .toList();
    }

    /** Needs of this case the viewer may know of, the newest first. */
    @Transactional(readOnly = true)
    List<UrgentNeed> of(Viewer viewer, CaseId id) {
        return known(viewer, cases.card(viewer, id));
    }

    /**
     * As {@link #of} on a card already at hand. A front-line office knows what it raised itself; a case manager's
     * colleagues know of a case nobody has taken yet, and of no other.
     */
    @Transactional(readOnly = true)
    List<UrgentNeed> known(Viewer viewer, CaseCard card) {
        boolean all = mayMeet(viewer, card) || (card.sees(Depth.SUMMARY) && !InterviewRights.isRestricted(viewer));
        boolean own = viewer.holds(Role.FRONT_LINE_OFFICER);
        return all(card.id()).stream()
                .filter(need -> all || (own && need.organisation().equals(viewer.organisation())))
                .toList();
    }

    /** Raises needs at once; one that is open already is not raised twice. */
    void raise(Viewer viewer, CaseId id, List<String> codes, String note) {
        CaseCard card = cases.card(viewer, id);
        List<String> open = steward.as(Steward.WAY, () -> all(id)).stream()
                .filter(UrgentNeed::isOpen)
                .map(UrgentNeed::need)
                .toList();
        for (String code : codes) {
            if (!open.contains(code)) {
                Refused.unless(offered().contains(code), "shell.problem.not.offered");
                raise(viewer, card, code, note);
            }
        }
    }

    private void raise(Viewer viewer, CaseCard card, String code, String note) {
        UUID need = UUID.randomUUID();
        Instant now = times.now();
        jdbc.sql(
                        "insert into screening.urgent_need (id, case_id, need, sealed_note, raised_by, organisation, raised_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(need)
                .param(card.id().value())
                .param(code)
                .param(note.isBlank() ? null : sealing.sealFields(place(card.id(), need), note.strip()))
                .param(viewer.account())
                .param(viewer.organisation())
                .param(at(now))
                .update();
        worklist.open(task(viewer, card, now));
        trail.tell(card.id(), card.id().subject(), "urgent.raised", Optional.of(code));
    }

    /** One task for all open needs of a case; it does not say which, since others than the owner see it. */
    private Task task(Viewer viewer, CaseCard card, Instant now) {
        return new Task(
                UUID.randomUUID(),
                card.id().subject(),
                Optional.empty(),
                card.code(),
                STEP,
                wording.say("screening.urgent.task"),
                "/cases/" + card.id().value() + "/urgent-needs",
                card.owner(),
                Role.CASE_MANAGER,
                card.manager(),
                viewer.account(),
                now,
                times.due());
    }

    static boolean mayMeet(Viewer viewer, CaseCard card) {
        return viewer.organisation().equals(card.owner()) && (viewer.holds(Role.SUPERVISOR) || isTheirs(viewer, card));
    }

    /** Whether this case manager manages the case, or might still take it. */
    static boolean isTheirs(Viewer viewer, CaseCard card) {
        return viewer.organisation().equals(card.owner())
                && viewer.holds(Role.CASE_MANAGER)
                && card.manager().map(viewer.account()::equals).orElse(true);
    }

    /** The owner of the case says that a need is met. */
    void met(Viewer viewer, CaseId id, UUID need) {
        CaseCard card = cases.card(viewer, id);
        Refused.unless(mayMeet(viewer, card), "screening.refused.owner.meets");
        int changed = jdbc.sql("update screening.urgent_need set met_at = ?, met_by = ?"
                        + " where id = ? and case_id = ? and met_at is null")
                .params(at(times.now()), viewer.account(), need, id.value())
                .update();
        Refused.unless(changed == 1, "screening.refused.need.met");
        if (all(id).stream().noneMatch(UrgentNeed::isOpen)) {
            worklist.close(id.subject(), STEP, Optional.empty(), viewer.account());
        }
        trail.tell(id, id.subject(), "urgent.met", Optional.of(need.toString()));
    }

    private List<UrgentNeed> all(CaseId id) {
        return jdbc.sql("select * from screening.urgent_need where case_id = ? order by raised_at desc, id")
                .param(id.value())
                .query((row, number) -> {
                    OffsetDateTime met = row.getObject("met_at", OffsetDateTime.class);
                    UUID need = row.getObject("id", UUID.class);
                    return new UrgentNeed(
                            need,
                            row.getString("need"),
                            note(place(id, need), row.getBytes("sealed_note")),
                            row.getObject("raised_by", UUID.class),
                            row.getObject("organisation", UUID.class),
                            row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                            met == null ? null : met.toInstant());
                })
                .list();
    }

    private @Nullable String note(Place place, byte @Nullable [] sealed) {
        return sealed == null
                ? null
                : sealing.openFields(place, sealed, String.class).orElse("");
    }

    private static Place place(CaseId id, UUID need) {
        return Place.of("screening.urgent_need.sealed_note", need, id.subject());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
