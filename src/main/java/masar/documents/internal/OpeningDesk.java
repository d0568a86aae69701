package masar.documents.internal;

import java.util.List;
import java.util.UUID;
import masar.audit.Audit;
import masar.casefile.CaseCard;
import masar.casefile.Cases;
import masar.casefile.Chronology;
import masar.documents.DocumentCard;
import masar.documents.internal.DocumentBook.Part;
import masar.documents.internal.OpeningBook.Opening;
import masar.sealing.Opened;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opening the content of a document for a reason, and withdrawing the document. */
@Component
@Transactional
class OpeningDesk {

    private static final int SHOWN = 50;

    private final DocumentDesk documents;
    private final DocumentBook book;
    private final OpeningBook openings;
    private final Cases cases;
    private final Chronology chronology;
    private final Audit audit;

    OpeningDesk(
            DocumentDesk documents,
            DocumentBook book,
            OpeningBook openings,
            Cases cases,
            Chronology chronology,
            Audit audit) {
        this.documents = documents;
        this.book = book;
        this.openings = openings;
        this.cases = cases;
        this.chronology = chronology;
        this.audit = audit;
    }

    /**
     * How a document stands for a viewer.
     *
     * @param shown the viewing copy may be looked at now
     * @param given the original may be fetched now
     * @param mayWithdraw whoever added it, and the manager of the case
     */
    record Standing(DocumentCard card, boolean shown, boolean given, boolean mayWithdraw, List<Opening> openings) {}

    @Transactional(readOnly = true)
    Standing standing(Viewer viewer, CaseId id, UUID document) {
        var card = documents.card(viewer, id, document);
        return new Standing(
                card,
                card.isPicture() && openings.isOpen(viewer, card, Part.VIEWING_COPY),
                openings.isOpen(viewer, card, Part.ORIGINAL),
                mayWithdraw(viewer, cases.card(viewer, id), card),
                openings.of(card, SHOWN));
    }

    void open(Viewer viewer, CaseId id, UUID document, Part part, String reason) {
        var card = documents.card(viewer, id, document);
        Refused.unless(part == Part.ORIGINAL || card.isPicture(), "documents.refused.no.viewing.copy");
        openings.open(viewer, id, card, part, reason);
        audit.done(id.subject(), part == Part.ORIGINAL ? "documents.original.ask" : "documents.picture.ask");
    }

    /** The content of a part that this viewer asked for; refused when the original does not fit its hash any more. */
    ServedFile content(Viewer viewer, CaseId id, UUID document, Part part) {
        var card = documents.card(viewer, id, document);
        Refused.unless(openings.isOpen(viewer, card, part), "documents.refused.not.opened");
        var found = book.content(id, card, part).orElseThrow(Refused::notFound);
        audit.read(id.subject(), part == Part.ORIGINAL ? "documents.original" : "documents.picture");
        return switch (found) {
            case Opened.Erased<byte[]> erased -> throw Refused.because("documents.refused.erased");
            case Opened.Content<byte[]>(byte[] content) -> {
                boolean genuine =
                        part != Part.ORIGINAL || DocumentDesk.sha256(content).equals(card.sha256());
                Refused.unless(genuine, "documents.refused.changed");
                String code = cases.card(viewer, id).code();
                yield ServedFile.of(code, document, FileType.of(card.type()), content);
            }
        };
    }

    void withdraw(Viewer viewer, CaseId id, UUID document, String reason) {
        var card = documents.card(viewer, id, document);
        Refused.unless(mayWithdraw(viewer, cases.card(viewer, id), card), "documents.refused.withdraw");
        openings.withdraw(viewer, id, card, reason);
        chronology.add(id, "documents.withdrawn", java.util.Optional.empty());
        audit.done(id.subject(), "documents.withdraw");
    }

    private static boolean mayWithdraw(Viewer viewer, CaseCard of, DocumentCard card) {
        return card.addedBy().equals(viewer.account())
                || of.manager().filter(viewer.account()::equals).isPresent();
    }
}
