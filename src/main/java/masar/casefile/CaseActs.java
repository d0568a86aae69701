package masar.casefile;

import java.util.List;
import masar.procedure.Way;
import masar.shared.Viewer;

/** Acts that a module offers this viewer on a case now; the page draws them as "next". */
public interface CaseActs {

    List<Act> acts(Viewer viewer, CaseCard card, Way way);

    /**
     * Something this viewer may do now.
     *
     * @param key message key of the verb
     * @param address page on which it is done
     * @param step the step of the edition it completes, or empty text
     */
    record Act(String key, String address, String step) {}
}
