package masar.country;

import java.time.LocalDate;
import masar.shared.LocalizedText;

/** A day on which offices are closed. Days that depend on the moon are estimates until announced. */
public record Holiday(LocalDate date, LocalizedText name, Provenance provenance) {}
