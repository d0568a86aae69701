package masar.casefile.internal;

import java.util.List;
import masar.access.Grants;
import masar.audit.Audit;
import masar.shared.CaseId;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a viewer by which acts a case exists for them. */
@Component
@Transactional
class WhyDesk {

    private final Grants grants;
    private final CaseNames names;
    private final Audit audit;

    WhyDesk(Grants grants, CaseNames names, Audit audit) {
        this.grants = grants;
        this.names = names;
        this.audit = audit;
    }

    List<GlassPages.Reason> reasons(Viewer viewer, CaseId id) {
        audit.read(id.subject(), "casefile.why");
        return grants.own(viewer, id.subject()).stream()
                .map(grant -> new GlassPages.Reason(
                        grant.depth().code(),
                        grant.act(),
                        grant.reader().startsWith("office:") ? grant.reader().split(":")[2] : null,
                        names.person(grant.givenBy()),
                        grant.givenAt(),
                        grant.until().orElse(null)))
                .toList();
    }
}
