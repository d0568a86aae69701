package masar.directory.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import masar.shared.Refused;

/**
 * A written agreement between two organisations. Begins entered by one person; holds once another has verified it, from
 * its first day to its last; may be suspended and resumed; ends by its last day or by an act. Never changes otherwise: it
 * is renewed by a new one.
 *
 * @param acts what was done with it, the oldest first
 */
record Agreement(UUID id, Terms terms, UUID enteredBy, java.time.Instant enteredAt, List<Act> acts) {

    static final String VERIFIED = "verified";
    static final String SUSPENDED = "suspended";
    static final String RESUMED = "resumed";
    static final String ENDED = "ended";

    /** What the document says. */
    record Terms(
            UUID giver,
            UUID taker,
            boolean bothWays,
            Set<String> scope,
            Set<String> purposes,
            LocalDate from,
            LocalDate to,
            String basis,
            String document) {

        boolean joins(UUID one, UUID other) {
            return giver.equals(one) && taker.equals(other) || bothWays && giver.equals(other) && taker.equals(one);
        }

        boolean concerns(UUID organisation) {
            return giver.equals(organisation) || taker.equals(organisation);
        }
    }

    /** Something done with it. */
    record Act(String act, String reason, UUID account, java.time.Instant at) {}

    /** {@code valid}, or why it does not hold at this moment. */
    String status(java.time.Instant at, ZoneId zone) {
        var done = acts.stream().filter(act -> !act.at().isAfter(at)).toList();
        if (done.stream().anyMatch(act -> act.act().equals(ENDED))) {
            return ENDED;
        }
        LocalDate day = at.atZone(zone).toLocalDate();
        if (day.isAfter(terms.to())) {
            return "expired";
        }
        if (done.stream().noneMatch(act -> act.act().equals(VERIFIED))) {
            return "unverified";
        }
        boolean suspended = done.stream()
                .map(Act::act)
                .filter(act -> !act.equals(VERIFIED))
                .reduce((first, last) -> last)
                .filter(SUSPENDED::equals)
                .isPresent();
        if (suspended) {
            return SUSPENDED;
        }
        return day.isBefore(terms.from()) ? "not-begun" : "valid";
    }

    /** Refuses an act that does not fit what was done before. */
    void refuseUnlessPossible(String act, String status) {
        boolean fits = switch (act) {
            case VERIFIED -> status.equals("unverified");
            case SUSPENDED -> status.equals("valid") || status.equals("not-begun");
            case RESUMED -> status.equals(SUSPENDED);
            case ENDED -> !status.equals(ENDED);
            default -> false;
        };
        Refused.unless(fits, "directory.refused.agreement.act");
    }
}
