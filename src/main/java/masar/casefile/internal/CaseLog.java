package masar.casefile.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import masar.access.Depth;
import masar.access.Grants;
import masar.access.Steward;
import masar.audit.LogRule;
import masar.casefile.CaseCode;
import masar.casefile.CaseParts;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The log of a case opens to its manager, and to a supervisor of the organisation that owns it. */
@Component
@Transactional(readOnly = true)
class CaseLog implements LogRule {

    private final CaseStore cases;
    private final Grants grants;
    private final Steward steward;
    private final ObjectProvider<CaseParts> parts;

    CaseLog(CaseStore cases, Grants grants, Steward steward, ObjectProvider<CaseParts> parts) {
        this.cases = cases;
        this.grants = grants;
        this.steward = steward;
        this.parts = parts;
    }

    @Override
    public String kind() {
        return "case";
    }

    @Override
    public boolean opensTo(Viewer viewer, Subject subject) {
        return grants.allows(viewer, subject, Depth.FULL)
                && cases.findById(subject.id())
                        .filter(record -> record.owner.equals(viewer.organisation()))
                        .filter(record -> viewer.holds(Role.SUPERVISOR)
                                || viewer.account().equals(record.manager))
                        .isPresent();
    }

    @Override
    public Collection<UUID> within(Subject subject) {
        var id = new CaseId(subject.id());
        return parts.stream().flatMap(each -> each.of(id).stream()).toList();
    }

    @Override
    public Optional<Subject> byCode(Viewer auditor, String code) {
        requireAuditor(auditor);
        return CaseCode.isPossible(code)
                ? steward.as(
                        Steward.WAY,
                        () -> cases.findByCode(CaseCode.format(CaseCode.tidy(code)))
                                .map(record -> new CaseId(record.id).subject()))
                : Optional.empty();
    }

    @Override
    public Map<UUID, String> codes(Viewer auditor, Collection<UUID> subjects) {
        requireAuditor(auditor);
        var codes = new LinkedHashMap<UUID, String>();
        steward.as(Steward.WAY, () -> cases.findAllById(subjects).forEach(record -> codes.put(record.id, record.code)));
        return codes;
    }

    private static void requireAuditor(Viewer viewer) {
        Refused.unless(viewer.holds(Role.AUDITOR), "shell.refused.not.found");
    }
}
