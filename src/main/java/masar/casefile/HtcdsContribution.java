package masar.casefile;

import java.util.List;
import java.util.Map;
import masar.shared.CaseId;

/**
 * What a module knows of a case in the words of the Human Trafficking Case Data Standard; declared as a bean. Called by
 * the export command only, which runs as a system viewer of its own and is audited case by case.
 */
public interface HtcdsContribution {

    /**
     * Values by the standard's field code, such as {@code vic_TraffickingStatus}: they replace what the case was
     * imported with. A field without a key keeps what it had; one with an empty list is emptied.
     */
    Map<String, List<String>> htcds(CaseId id);
}
