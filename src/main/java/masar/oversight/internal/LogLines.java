package masar.oversight.internal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import masar.access.Accounts;
import masar.access.Colleague;
import masar.audit.AuditEntry;
import masar.directory.Directory;
import masar.directory.Organisation;
import masar.shared.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns entries of the audit into lines that people read: who, with the organisation, and what, as a message key. */
@Component
public class LogLines {

    private final Accounts accounts;
    private final Directory directory;

    LogLines(Accounts accounts, Directory directory) {
        this.accounts = accounts;
        this.directory = directory;
    }

    /**
     * One entry as it is drawn.
     *
     * @param who name of the person; null for Masar itself or somebody who was not signed in
     * @param what message key
     * @param reason message key of a refusal, null otherwise
     */
    public record Line(
            long number,
            Instant at,
            @Nullable UUID account,
            @Nullable String who,
            @Nullable LocalizedText organisation,
            String kind,
            String what,
            @Nullable String reason,
            String subjectKind,
            UUID subject) {

        public boolean isMasar() {
            return account != null && who == null;
        }
    }

    List<Line> of(List<AuditEntry> entries) {
        Map<UUID, String> names = new HashMap<>();
        entries.stream()
                .map(AuditEntry::account)
                .filter(java.util.Objects::nonNull)
                .distinct()
                .forEach(account ->
                        accounts.colleague(account).map(Colleague::name).ifPresent(name -> names.put(account, name)));
        var organisations =
                directory.organisations().stream().collect(Collectors.toMap(Organisation::id, Organisation::name));
        return entries.stream().map(entry -> line(entry, names, organisations)).toList();
    }

    private static Line line(AuditEntry entry, Map<UUID, String> names, Map<UUID, LocalizedText> organisations) {
        UUID account = entry.account();
        UUID organisation = entry.organisation();
        return new Line(
                entry.number(),
                entry.at(),
                account,
                account == null ? null : names.get(account),
                organisation == null ? null : organisations.get(organisation),
                entry.kind(),
                "audit.act." + entry.act(),
                entry.reason(),
                entry.subject().kind(),
                entry.subject().id());
    }
}
