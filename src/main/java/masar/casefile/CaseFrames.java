package masar.casefile;

import masar.shared.CaseId;
import masar.shared.Viewer;

/** Makes the frame round a page of a case; refused as not found when the viewer may not know of it. */
public interface CaseFrames {

    CaseFrame frame(Viewer viewer, CaseId id, String tab);
}
