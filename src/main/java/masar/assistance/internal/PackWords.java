package masar.assistance.internal;

import masar.access.Accounts;
import masar.casefile.CaseWords;
import masar.country.Countries;
import masar.directory.Directory;
import masar.shell.Moments;
import org.springframework.stereotype.Component;

/** Names of colleagues, words and choices of the country pack, and today's date in the country. */
@Component("assistanceWords")
record PackWords(Accounts accounts, Directory directory, Countries countries, Moments moments) implements CaseWords {}
