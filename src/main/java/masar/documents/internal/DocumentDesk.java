package masar.documents.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import masar.access.Depth;
import masar.audit.Audit;
import masar.casefile.CaseCard;
import masar.casefile.Cases;
import masar.casefile.Chronology;
import masar.documents.DocumentCard;
import masar.documents.Documents;
import masar.documents.NewDocument;
import masar.documents.Scanner;
import masar.documents.internal.DocumentBook.Part;
import masar.documents.internal.Inspection.Inspected;
import masar.sealing.SealClass;
import masar.sealing.Sealing;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class DocumentDesk implements Documents {

    private final DocumentBook book;
    private final Inspection inspection;
    private final Scanner scanner;
    private final Cases cases;
    private final Chronology chronology;
    private final Audit audit;
    private final Sealing sealing;
    private final AddingTransactions transactions;

    DocumentDesk(
            DocumentBook book,
            Inspection inspection,
            Scanner scanner,
            Cases cases,
            Chronology chronology,
            Audit audit,
            Sealing sealing,
            AddingTransactions transactions) {
        this.book = book;
        this.inspection = inspection;
        this.scanner = scanner;
        this.cases = cases;
        this.chronology = chronology;
        this.audit = audit;
        this.sealing = sealing;
        this.transactions = transactions;
    }

    /** Rights first, then the file without a transaction, because that takes seconds, then rights again and keep. */
    @Override
    public UUID add(Viewer viewer, CaseId id, NewDocument document) {
        CurrentViewer.require(viewer);
        transactions.reading(() -> refuseUnlessMayAdd(viewer, id, document.sealClass()));
        Inspected inspected = inspection.inspect(document.fileName(), document.content());
        scanner.refuseMalware(document.content());
        var card = new DocumentCard(
                UUID.randomUUID(),
                document.kind(),
                document.title().strip(),
                document.sealClass(),
                inspected.type().code(),
                document.content().length,
                viewer.account(),
                viewer.organisation(),
                transactions.now(),
                sha256(document.content()));
        transactions.writing(() -> keep(viewer, id, card, document.content(), inspected));
        return card.id();
    }

    private CaseCard refuseUnlessMayAdd(Viewer viewer, CaseId id, SealClass wanted) {
        CaseCard of = cases.card(viewer, id, Depth.SUMMARY);
        Refused.unless(of.isOpen(), "documents.refused.case.not.open");
        Refused.unless(book.openClasses(id).contains(wanted), "documents.refused.class");
        var kept = book.kept(id);
        Refused.unless(
                kept.howMany() < Limits.DOCUMENTS && kept.bytes() < Limits.CASE,
                "documents.refused.full",
                Limits.DOCUMENTS,
                Limits.CASE / 1_000_000);
        return of;
    }

    private void keep(Viewer viewer, CaseId id, DocumentCard card, byte[] content, Inspected inspected) {
        CaseCard of = refuseUnlessMayAdd(viewer, id, card.sealClass());
        book.add(id, card);
        book.put(id, card, Part.ORIGINAL, content);
        byte[] copy = inspected.viewingCopy();
        if (copy != null) {
            book.put(id, card, Part.VIEWING_COPY, copy);
        }
        sealing.belongsTo(id.subject(), of.owner());
        chronology.add(id, "documents.added", Optional.empty());
        audit.done(id.subject(), "documents.add");
    }

    @Override
    @Transactional(readOnly = true)
    public List<DocumentCard> of(Viewer viewer, CaseId id) {
        cases.card(viewer, id, Depth.SUMMARY);
        return book.of(id);
    }

    /** The classes this viewer may open in this case, and so may choose for what they add. */
    @Transactional(readOnly = true)
    List<SealClass> classes(Viewer viewer, CaseId id) {
        cases.card(viewer, id, Depth.SUMMARY);
        return book.openClasses(id);
    }

    /** The document, if this viewer may open its class; refused as not found otherwise, and once it is withdrawn. */
    @Transactional(readOnly = true)
    DocumentCard card(Viewer viewer, CaseId id, UUID document) {
        cases.card(viewer, id, Depth.SUMMARY);
        return book.find(id, document).orElseThrow(Refused::notFound);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(Objects.requireNonNull(impossible.getMessage()), impossible);
        }
    }
}
