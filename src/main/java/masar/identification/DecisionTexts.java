package masar.identification;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.shared.CaseId;
import masar.shared.Language;
import masar.shared.Viewer;

/** The text of a decision in the languages of the country; the first of them is binding. */
public interface DecisionTexts {

    /** The text in each language, the binding one first: as written last, or a draft from its parts. */
    List<Text> of(Viewer viewer, CaseId id, int decision);

    /** Writes it anew; by an officer of the organisation that decided, until it is final. */
    void write(Viewer viewer, CaseId id, int decision, Language language, String body);

    /**
     * Somebody says that it is final as written. The binding language comes first. Refused while it names somebody who
     * decided: the person's copy is the same text.
     */
    void finish(Viewer viewer, CaseId id, int decision, Language language);

    /** What the person takes with them: the final text, with no name of whoever decided. */
    Text copy(Viewer viewer, CaseId id, int decision, Language language);

    /**
     * A text.
     *
     * @param finalBy who said that it is final
     */
    record Text(Language language, boolean binding, String body, boolean draft, Optional<UUID> finalBy) {

        public boolean isFinal() {
            return finalBy.isPresent();
        }
    }
}
