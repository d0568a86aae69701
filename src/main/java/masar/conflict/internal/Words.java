package masar.conflict.internal;

import masar.access.Accounts;
import masar.casefile.CaseWords;
import masar.country.Countries;
import masar.directory.Directory;
import org.springframework.stereotype.Component;

/** Names of people and organisations, and the words and choices of the country pack. */
@Component("conflictWords")
record Words(Accounts accounts, Directory directory, Countries countries) implements CaseWords {}
