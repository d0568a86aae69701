package masar.directory.internal;

import java.util.List;
import masar.directory.Organisation;
import masar.directory.Phone;

/** An organisation as the country pack describes it. */
record OrganisationSeed(Organisation organisation, String source, List<Phone> phones) {}
