package masar.casefile.internal;

import java.util.Optional;
import masar.casefile.Chronology;
import masar.procedure.EditionChanged;
import masar.shared.CaseId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A case that goes on under another edition tells so in its chronology. */
@Component
class EditionHistory {

    private final Chronology chronology;

    EditionHistory(Chronology chronology) {
        this.chronology = chronology;
    }

    @EventListener
    void changed(EditionChanged fact) {
        if (fact.subject().kind().equals("case")) {
            chronology.add(new CaseId(fact.subject().id()), "procedure.moved", Optional.of(fact.to()));
        }
    }
}
