package masar.documents;

import java.util.List;
import java.util.UUID;
import masar.shared.CaseId;
import masar.shared.Viewer;

/** Documents of cases. What the viewer may not open is neither listed nor counted for them. */
public interface Documents {

    /**
     * Looks into the file, has it scanned and keeps it sealed; returns the document's id. Refused when the file is not
     * one of the few allowed types by its content, hides anything else, or when the viewer may not open that class.
     */
    UUID add(Viewer viewer, CaseId id, NewDocument document);

    /** Those the viewer may open, the newest first, without withdrawn ones. */
    List<DocumentCard> of(Viewer viewer, CaseId id);
}
