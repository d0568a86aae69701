package masar.access.internal;

import java.util.List;
import masar.shared.LocalizedText;
import masar.shell.Filled;

/** What the sign-in page shows. */
public record SignInPage(Filled form, List<OneStepPerson> people, List<Offer> providers) {

    /** A sign-in at an organisation's own provider. */
    public record Offer(String address, LocalizedText organisation) {}
}
