package masar.directory;

import java.util.UUID;
import masar.shared.Fact;

/** Nobody need look after the end of this agreement any more: it was ended, or another one follows it. */
public record AgreementSettled(UUID agreement, UUID account) implements Fact {}
