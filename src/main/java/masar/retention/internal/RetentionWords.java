package masar.retention.internal;

import masar.access.Accounts;
import masar.casefile.CaseWords;
import masar.country.Countries;
import masar.directory.Directory;
import masar.shared.LocalizedText;
import org.springframework.stereotype.Component;

/** Says who somebody is, and what the codes of rules, reasons and outcomes mean. */
@Component
record RetentionWords(Accounts accounts, Directory directory, Countries countries, RetentionRules rules)
        implements CaseWords {

    LocalizedText recordClass(String code) {
        return rules.of(code).name();
    }
}
