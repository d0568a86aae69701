package masar.access.internal;

import java.util.List;

/** Offers invented people on the sign-in page; only the demonstration has such a bean, and it cannot be shipped. */
public interface OneStepSignIn {

    List<OneStepPerson> people();

    /** The code that every invented person's app shows now, so that the demonstration needs no phone. */
    String codeShown();
}
