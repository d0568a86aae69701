package masar.directory;

import java.time.LocalDate;
import java.util.UUID;
import masar.shared.Fact;

/**
 * An agreement ends soon and nothing follows it yet.
 *
 * @param coordinating organisation that looks after agreements
 * @param lastDay on which it holds
 */
public record AgreementEnding(UUID agreement, UUID coordinating, LocalDate lastDay) implements Fact {}
