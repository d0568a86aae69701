package masar.retention.internal;

import java.time.Period;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import masar.country.PackEntry;
import masar.country.PackFile;
import masar.country.PackFolder;
import masar.country.PackPart;
import masar.retention.RetentionRule;
import org.springframework.stereotype.Component;

/** How long what is kept: {@code retention.yaml} of the country pack, one rule for each class of record. */
@Component
class RetentionRules implements PackPart {

    static final String CLOSED_CASE = "closed-case";
    static final String DRAFT = "draft";

    /** Every class has a rule, and no other is known. */
    static final List<String> CLASSES = List.of(
            "report-unrelated",
            "report-screened-negative",
            "interview-not-indicated",
            CLOSED_CASE,
            "referral-ended",
            DRAFT,
            "audit-trail");

    private Map<String, RetentionRule> rules = Map.of();

    @Override
    public void load(PackFolder folder) {
        PackFile file = folder.file("retention.yaml");
        Map<String, RetentionRule> found = new LinkedHashMap<>();
        for (PackEntry entry : file.yaml().only("classes").get("classes").list()) {
            RetentionRule rule = rule(entry);
            if (found.put(rule.recordClass(), rule) != null) {
                throw entry.get("key").problem("class '" + rule.recordClass() + "' stands here twice");
            }
        }
        for (String each : CLASSES) {
            if (!found.containsKey(each)) {
                throw file.problem(0, "class '" + each + "' has no rule");
            }
        }
        rules = Collections.unmodifiableMap(found);
    }

    private static RetentionRule rule(PackEntry entry) {
        entry.only("key", "name", "period", "counts-from", "basis", "verified", "source");
        PackEntry key = entry.get("key");
        if (!CLASSES.contains(key.text())) {
            throw key.problem("there is no class of record '" + key.text() + "'; known are " + CLASSES);
        }
        PackEntry period = entry.get("period");
        Period length = period.as("a period such as P10Y, P6M or P30D", Period::parse);
        if (length.isZero() || length.isNegative()) {
            throw period.problem("a period must be longer than nothing");
        }
        return new RetentionRule(
                key.text(),
                entry.get("name").localized(),
                length,
                entry.get("counts-from").localized(),
                entry.get("basis").localized(),
                entry.provenance());
    }

    Collection<RetentionRule> all() {
        return rules.values();
    }

    /** Throws {@link IllegalArgumentException} for a class that does not exist. */
    RetentionRule of(String recordClass) {
        RetentionRule rule = rules.get(recordClass);
        if (rule == null) {
            throw new IllegalArgumentException("no rule for records of class " + recordClass);
        }
        return rule;
    }
}
