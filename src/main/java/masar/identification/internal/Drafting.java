package masar.identification.internal;

import java.util.ArrayList;
import masar.directory.Directory;
import masar.identification.Identifications.Decision;
import masar.identification.VictimStatus;
import masar.shared.Language;
import masar.shared.Refused;
import masar.shell.Texts;
import org.springframework.stereotype.Component;

/** Puts the parts of a decision together in one language, for a person to go on with. No name stands in it. */
@Component
class Drafting {

    private static final String KEY = "identification.text.";

    private final Texts texts;
    private final Directory directory;
    private final IdentificationRules rules;
    private final Competence competence;

    Drafting(Texts texts, Directory directory, IdentificationRules rules, Competence competence) {
        this.texts = texts;
        this.directory = directory;
        this.rules = rules;
        this.competence = competence;
    }

    String draft(Decision decision, Language language) {
        String organisation = directory
                .organisation(decision.organisation())
                .orElseThrow(Refused::notFound)
                .name()
                .in(language);
        var parts = new ArrayList<String>();
        parts.add(texts.say(
                language,
                "identification.text.head",
                organisation,
                competence.day(decision.at()).toString()));
        parts.add(texts.say(language, KEY + decision.status().code()));
        parts.add(texts.say(language, "identification.text.reasons") + "\n" + decision.reasons());
        parts.add(texts.say(language, "identification.text.support"));
        boolean unfavourable =
                decision.status() == VictimStatus.NOT_PRESUMED || decision.status() == VictimStatus.NOT_CONFIRMED;
        if (unfavourable) {
            rules.review()
                    .after(0)
                    .ifPresent(instance -> parts.add(texts.say(
                            language,
                            "identification.text.review",
                            competence
                                    .day(competence.due(decision.at(), instance.ask()))
                                    .toString())));
        }
        return String.join("\n\n", parts);
    }
}
