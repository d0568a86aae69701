package masar.screening;

import java.util.UUID;
import masar.shared.CaseId;
import masar.shared.Fact;

/**
 * An interview was finished and weighed; announced for every finished interview, also a second one that moves no step.
 *
 * @param conclusion code of the word list {@code conclusion}
 */
public record IndicationMade(
        CaseId caseId, UUID interview, UUID indication, UUID organisation, String conclusion, boolean provisional)
        implements Fact {}
