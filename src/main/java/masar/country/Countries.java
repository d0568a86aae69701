package masar.country;

import java.util.List;

/** The country this installation serves, as its pack says. */
public interface Countries {

    /** The pack read at start-up; the same object until the process ends. */
    CountryPack current();

    /** The files behind it, for whoever reads more than {@link PackPart}s do. */
    PackFolder folder();

    /** The same files as they lie there now; reading them changes nothing. Throws {@link PackProblem}. */
    PackFolder reread();

    /** What a start with these files would refuse, as {@code masar country check} tells it; empty for a sound pack. */
    List<PackProblem> faults(PackFolder folder);
}
