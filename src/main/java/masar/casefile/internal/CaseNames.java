package masar.casefile.internal;

import masar.access.Accounts;
import masar.casefile.CaseWords;
import masar.country.Countries;
import masar.directory.Directory;
import org.springframework.stereotype.Component;

/** Says who an account or an organisation is, and what a code of the pack means. */
@Component
record CaseNames(Accounts accounts, Directory directory, Countries countries) implements CaseWords {}
