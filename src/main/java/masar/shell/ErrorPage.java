package masar.shell;

import java.util.List;

/** What an error page says; the reference is empty unless the error was unexpected. */
public record ErrorPage(int status, String title, String words, List<Object> arguments, String reference) {}
