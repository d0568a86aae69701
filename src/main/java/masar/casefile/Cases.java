package masar.casefile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Depth;
import masar.shared.CaseId;
import masar.shared.Viewer;

/** Cases and the people they are about. Whoever reads says who is looking; what is not theirs does not exist. */
public interface Cases {

    /** Opens a case for a person, owned by this organisation; returns its card as the opener sees it. */
    CaseCard open(Viewer viewer, UUID owner, Person person);

    /** Keeps a case that comes from elsewhere, in state "imported". */
    CaseCard importCase(Viewer viewer, UUID owner, Person person);

    /** The case, if the viewer may see at least that it exists; refused as not found otherwise. */
    CaseCard card(Viewer viewer, CaseId id);

    /** As {@link #card}, refused as not found unless the viewer may see it this deep. */
    CaseCard card(Viewer viewer, CaseId id, Depth depth);

    /** The person; needs at least a summary's depth. The reading is audited. */
    Person person(Viewer viewer, CaseId id);

    /** Keeps what is now known of the person; refused when somebody changed it since {@code version} was read. */
    void know(Viewer viewer, CaseId id, Person person);

    /** The organisation that owns the case; no viewer is needed to hand on a step. */
    UUID owner(CaseId id);

    /** Lets an office see a case, because an act hands it something to do. */
    void share(CaseId id, String reader, Depth depth, String act);

    /** Takes back what {@link #share} gave. */
    void unshare(CaseId id, String reader, Depth depth);

    /** Moves an imported case into the work of its organisation. */
    void welcome(CaseId id);

    /** The newest cases the viewer may know of, at most this many, whose code begins so. */
    List<CaseCard> list(Viewer viewer, String codePrefix, int atMost);

    Optional<CaseCard> byCode(Viewer viewer, String code);
}
