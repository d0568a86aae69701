package masar.access;

/**
 * A page that a module adds to everybody's own account.
 *
 * @param title message key of its name
 * @param lead message key of one sentence that says what it is for
 */
public record AccountEntry(String title, String lead, String address) {}
