package masar.conflict.internal;

import masar.access.Accounts;
import masar.country.Countries;
import masar.directory.Directory;
import masar.casefile.CaseWords;
import org.springframework.stereotype.Component;
/** Names of people and organisations, and the words and choices of the country pack. */
@Component("conflictWords")
record Words(Accounts accounts, Directory directory, Countries countries) implements CaseWords {}
