package masar.shared;

/**
 * Something that happened and that other modules may hear. A fact is a record of ids, codes and dates, never an
 * entity, a name or free text: facts are stored and passed on.
 */
public interface Fact {}
