package masar.access.internal;

import java.util.List;
import masar.access.Accounts;
import masar.audit.Audit;
import masar.audit.AuditEntry;
import masar.audit.AuditFilter;
import masar.audit.LogRule;
import masar.directory.Directory;
import masar.shared.LocalizedText;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.shell.Door;
import masar.shell.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What somebody may know of their own account, and the log of it. */
@Controller
public class OwnAccountPages {

    private final Accounts accounts;
    private final Directory directory;
    private final Audit audit;
    private final Pages pages;

    OwnAccountPages(Accounts accounts, Directory directory, Audit audit, Pages pages) {
        this.accounts = accounts;
        this.directory = directory;
        this.audit = audit;
        this.pages = pages;
    }

    /** One's own account, and what was recently done with it. */
    public record OwnAccountPage(String name, LocalizedText organisation, List<Role> roles, List<AuditEntry> entries) {}

    /** One's own account's log opens to its holder. */
    @Bean
    static LogRule accountLog() {
        return new LogRule() {
            @Override
            public String kind() {
                return "account";
            }

            @Override
            public boolean opensTo(Viewer viewer, Subject subject) {
                return viewer.account().equals(subject.id());
            }
        };
    }

    @Door
    @GetMapping("/account")
    ModelAndView own(Viewer viewer) {
        var colleague = accounts.colleague(viewer.account()).orElseThrow(Refused::notFound);
        return pages.show(
                "access/account",
                new OwnAccountPage(
                        colleague.name(),
                        directory
                                .organisation(viewer.organisation())
                                .orElseThrow()
                                .name(),
                        viewer.roles().stream().sorted().toList(),
                        audit.about(viewer, new Subject("account", viewer.account()), AuditFilter.newest(20))));
    }
}
