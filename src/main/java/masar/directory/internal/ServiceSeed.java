package masar.directory.internal;

import masar.directory.HelpService;

/** A service as the country pack describes it. */
record ServiceSeed(HelpService service, String source) {}
