package masar.access.internal;

import masar.shared.LocalizedText;

/** An invented person of the demonstration, who signs in with one step. */
public record OneStepPerson(String address, LocalizedText name, LocalizedText work) {}
