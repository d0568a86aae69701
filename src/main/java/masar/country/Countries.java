package masar.country;

/** The country this installation serves, as its pack says. */
public interface Countries {

    /** The pack read at start-up; the same object until the process ends. */
    CountryPack current();

    /** The files behind it, for whoever reads more than {@link PackPart}s do. */
    PackFolder folder();
}
