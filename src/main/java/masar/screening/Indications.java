package masar.screening;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Weighs answers to indicators by the tables of an edition of the procedures. Keeps nothing. */
public interface Indications {

    /** The catalogue of indicators an edition uses. Throws {@link IllegalArgumentException} for an unknown edition. */
    IndicatorCatalogue catalogue(String edition);

    /** Key of the list to ask from, by the age at exploitation and the suspected form. */
    String list(String edition, AgeAtExploitation age, SuspectedForm form);

    /**
     * What these answers indicate. Indicators without an answer count as not asked.
     *
     * @param answers by indicator code; {@link IllegalArgumentException} for a code the catalogue has not
     */
    Indication weigh(String edition, AgeAtExploitation age, SuspectedForm form, Map<String, IndicatorAnswer> answers);

    /** The signs of forced labour of 2012 that these present indicators show. */
    List<ForcedLabourSign> forcedLabourSigns(Collection<String> present);
}
