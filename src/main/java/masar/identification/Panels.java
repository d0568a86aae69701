package masar.identification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import masar.shared.CaseId;
import masar.shared.Viewer;

/**
 * A panel that sits on a decision. It proposes by majority; its chair decides under their own name. Members see the file
 * while it sits and no longer.
 */
public interface Panels {

    /**
     * Calls a panel together; the viewer, an identification officer of a competent organisation, chairs it.
     *
     * @param members accounts of identification officers of competent organisations, without the chair
     */
    UUID convene(Viewer chair, CaseId id, LocalDate sitsOn, Set<UUID> members);

    /** Says, before seeing the file, whether one is free of any tie to it; who is not takes no part. */
    void declare(Viewer member, UUID panel, boolean free);

    /** Opens the file to those who declared themselves free; needs a quorum of them. */
    void open(Viewer chair, UUID panel);

    /** Gives an opinion with reasons, or another one until the vote is closed; each is kept. */
    void opine(Viewer member, UUID panel, VictimStatus status, String reasons);

    /** Closes the vote and the file; needs a quorum of opinions. */
    void close(Viewer chair, UUID panel);

    /** The chair decides, as the majority proposes or otherwise, with reasons. */
    UUID decide(Viewer chair, UUID panel, VictimStatus status, String reasons);

    /** Sends everybody home before a decision. */
    void cancel(Viewer chair, UUID panel);

    /** A panel for who sits on it, or may read the case's decisions; refused as not found otherwise. */
    Panel panel(Viewer viewer, UUID panel);

    /** Panels of a case, the newest first; needs a summary's depth. */
    List<Panel> of(Viewer viewer, CaseId id);

    /**
     * A panel.
     *
     * @param code of the case
     * @param members with the chair
     * @param free who declared themselves free of ties
     * @param opinions the last of each member: one's own, and all of them once the vote is closed
     * @param proposal what most think, once the vote is closed; empty where no opinion has a majority
     */
    record Panel(
            UUID id,
            CaseId caseId,
            String code,
            UUID chair,
            Set<UUID> members,
            LocalDate sitsOn,
            PanelState state,
            Set<UUID> declared,
            Set<UUID> free,
            int given,
            List<Opinion> opinions,
            Optional<VictimStatus> proposal,
            int version) {

        /** Opinions that differ from what was decided. */
        public List<Opinion> dissent(VictimStatus decided) {
            return opinions.stream().filter(each -> each.status() != decided).toList();
        }
    }

    /**
     * What a member thinks.
     *
     * @param number which of this member's opinions it is; earlier ones are kept
     */
    record Opinion(UUID member, int number, VictimStatus status, String reasons, Instant at) {}
}
