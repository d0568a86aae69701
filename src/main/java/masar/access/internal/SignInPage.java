package masar.access.internal;

import java.util.List;
import masar.shell.Filled;

/** What the sign-in page shows. */
public record SignInPage(Filled form, List<OneStepPerson> people, boolean signedIn) {}
