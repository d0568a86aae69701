package masar.shell;

import java.time.ZoneId;
import java.util.Locale;
import masar.shared.Language;

/** Region, digits and time zone of the pages; the country pack knows. */
public interface LocaleSource {

    /** The locale of this language in this country, with an explicit numbering system. */
    Locale locale(Language language);

    ZoneId zone();
}
