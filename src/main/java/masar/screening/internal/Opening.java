package masar.screening.internal;

import masar.access.Depth;
import masar.casefile.CaseCard;
import masar.procedure.Way;
import masar.shared.Role;
import masar.shared.Viewer;

/** Whether this viewer may begin an interview about a case now, and whether it is the one the procedures wait for. */
enum Opening {
    /** The step "screening" waits for the viewer's organisation. */
    FIRST,
    /** A further interview, by whoever decides or follows the case. */
    AGAIN,
    CLOSED;

    private static final String STEP = "screening";

    static Opening of(Viewer viewer, CaseCard card, Way way) {
        if (!card.isOpen()) {
            return CLOSED;
        }
        if (waitsFor(viewer, way)) {
            return card.sees(Depth.SUMMARY) ? FIRST : CLOSED;
        }
        boolean follows =
                card.sees(Depth.FULL) && (viewer.holds(Role.CASE_MANAGER) || viewer.holds(Role.IDENTIFICATION_OFFICER));
        return follows || decides(viewer, card, way) ? AGAIN : CLOSED;
    }

    static boolean waitsFor(Viewer viewer, Way way) {
        return viewer.holds(Role.FRONT_LINE_OFFICER)
                && way.open().stream()
                        .anyMatch(task ->
                                task.step().equals(STEP) && task.organisation().equals(viewer.organisation()));
    }

    private static boolean decides(Viewer viewer, CaseCard card, Way way) {
        return card.sees(Depth.SUMMARY)
                && viewer.holds(Role.IDENTIFICATION_OFFICER)
                && way.open().stream()
                        .anyMatch(task -> way.edition().steps().containsKey(task.step())
                                && task.role() == Role.IDENTIFICATION_OFFICER
                                && task.organisation().equals(viewer.organisation()));
    }
}
