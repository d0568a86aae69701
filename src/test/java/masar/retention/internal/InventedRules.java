package masar.retention.internal;

import java.util.Collection;
import masar.country.PackPart;
import masar.retention.RetentionRule;

/** The rules of retention outside of a running Masar. */
public final class InventedRules {

    private InventedRules() {}

    public static PackPart empty() {
        return new RetentionRules();
    }

    public static Collection<RetentionRule> of(PackPart rules) {
        return ((RetentionRules) rules).all();
    }
}
