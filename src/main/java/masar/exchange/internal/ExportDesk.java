package masar.exchange.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import masar.audit.Audit;
import masar.casefile.ExchangedCases;
import masar.casefile.ExchangedCases.ReleasedCase;
import masar.casefile.HtcdsContribution;
import masar.directory.Directory;
import masar.shared.CaseId;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases as rows of the standard: what they were imported with, overlaid by what Masar has learnt since. */
@Component
@Transactional
class ExportDesk {

    private final ExchangedCases exchanged;
    private final ImportStore imports;
    private final List<HtcdsContribution> contributions;
    private final Directory directory;
    private final Audit audit;

    ExportDesk(
            ExchangedCases exchanged,
            ImportStore imports,
            List<HtcdsContribution> contributions,
            Directory directory,
            Audit audit) {
        this.exchanged = exchanged;
        this.imports = imports;
        this.contributions = contributions;
        this.directory = directory;
        this.audit = audit;
    }

    /** Imported cases first, in the order of their files, then the others, the oldest first. */
    List<HtcdsRecord> rows(Viewer exporter, Optional<UUID> owner) {
        var released = new LinkedHashMap<CaseId, ReleasedCase>();
        exchanged.release(exporter, owner).forEach(found -> released.put(found.id(), found));
        var rows = new ArrayList<HtcdsRecord>();
        imports.records().forEach((id, imported) -> {
            ReleasedCase found = released.remove(id);
            if (found != null) {
                rows.add(row(found, imported));
            }
        });
        released.values().forEach(found -> rows.add(row(found, startedHere(found))));
        audit.done(new Subject("export", UUID.randomUUID()), "exchange.export");
        return rows;
    }

    private HtcdsRecord startedHere(ReleasedCase found) {
        return directory
                .organisation(found.owner())
                .map(owner -> new HtcdsRecord(
                        0, Map.of(HtcdsField.CASE_OWNER, List.of(owner.name().en()))))
                .orElseGet(() -> new HtcdsRecord(0, Map.of()));
    }

    private HtcdsRecord row(ReleasedCase found, HtcdsRecord imported) {
        var values = new EnumMap<HtcdsField, List<String>>(HtcdsField.class);
        values.putAll(imported.values());
        overlayPerson(values, found, imported);
        switch (found.state()) {
            case "open", "closure-requested" -> values.put(HtcdsField.STATUS, List.of("Active"));
            case "closed" -> values.put(HtcdsField.STATUS, List.of("Closed"));
            default -> {}
        }
        for (HtcdsContribution contribution : contributions) {
            contribution.htcds(found.id()).forEach((code, known) -> {
                var field = HtcdsField.ofHead(code)
                        .orElseThrow(() -> new IllegalStateException("HTCDS has no field " + code));
                values.put(field, known);
            });
        }
        return new HtcdsRecord(imported.row(), values);
    }

    /** What nobody changed stays as it was written in the file, down to its spaces. */
    private static void overlayPerson(Map<HtcdsField, List<String>> values, ReleasedCase found, HtcdsRecord imported) {
        String script = HtcdsPerson.script(imported);
        var known = HtcdsPerson.fields(found.person(), script);
        var before = HtcdsPerson.fields(HtcdsPerson.person(imported, java.time.LocalDate.EPOCH), script);
        for (HtcdsField field : HtcdsPerson.FIELDS) {
            List<String> now = known.getOrDefault(field, List.of());
            if (!now.equals(before.getOrDefault(field, List.of()))) {
                values.put(field, now);
            }
        }
    }
}
