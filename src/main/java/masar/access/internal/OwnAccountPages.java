package masar.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import masar.access.AccountEntry;
import masar.access.Accounts;
import masar.access.internal.OwnSessions.Place;
import masar.audit.Audit;
import masar.audit.AuditEntry;
import masar.audit.AuditFilter;
import masar.directory.Directory;
import masar.shared.LocalizedText;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import masar.shell.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What somebody may know of their own account and end of it. */
@Controller
public class OwnAccountPages {

    private final Accounts accounts;
    private final OwnSessions sessions;
    private final RecoveryCodes codes;
    private final Directory directory;
    private final Audit audit;
    private final Pages pages;
    private final List<AccountEntry> entries;

    OwnAccountPages(
            Accounts accounts,
            OwnSessions sessions,
            RecoveryCodes codes,
            Directory directory,
            Audit audit,
            Pages pages,
            List<AccountEntry> entries) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.codes = codes;
        this.directory = directory;
        this.audit = audit;
        this.pages = pages;
        this.entries = List.copyOf(entries);
    }

    /** One's own account, where one is signed in, and what was recently done with the account. */
    public record OwnAccountPage(
            String name,
            LocalizedText organisation,
            List<Role> roles,
            List<Place> places,
            int codes,
            List<AccountEntry> more,
            List<AuditEntry> entries,
            Filled form) {}

    /** The sheet of recovery codes: how many are left, or, once, the new ones. */
    public record RecoveryCodesPage(int unused, List<String> codes, Filled form) {}

    @Door
    @GetMapping("/account")
    ModelAndView own(Viewer viewer, HttpServletRequest request) {
        return own(viewer, request, Filled.empty());
    }

    @Door
    @PostMapping("/account/sessions/{id}/end")
    ModelAndView endOne(Viewer viewer, @PathVariable UUID id, HttpServletRequest request) {
        return pages.act(
                new Subject("account", viewer.account()),
                "access.session.end",
                () -> {
                    sessions.end(viewer, id);
                    return "/account?done=access.done.session.ended";
                },
                filled -> own(viewer, request, filled));
    }

    @Door
    @PostMapping("/account/sessions/end")
    ModelAndView endAll(
            Viewer viewer,
            @RequestParam(defaultValue = "") String sure,
            HttpServletRequest request,
            HttpServletResponse response) {
        return pages.act(
                new Subject("account", viewer.account()),
                "access.session.end.all",
                () -> {
                    sure(sure).refuseIfAny();
                    sessions.endAll(viewer);
                    SessionCookie.clear(request, response);
                    response.setHeader("Clear-Site-Data", "\"cache\"");
                    return "/sign-in";
                },
                filled -> own(viewer, request, filled));
    }

    @Door
    @GetMapping("/account/recovery-codes")
    ModelAndView recoveryCodes(Viewer viewer) {
        return codesPage(viewer, List.of(), Filled.empty());
    }

    /** Shows the new codes in the answer itself: they are kept nowhere, so there is nothing to lead to. */
    @Door(fresh = true)
    @PostMapping("/account/recovery-codes")
    ModelAndView makeRecoveryCodes(Viewer viewer, @RequestParam(defaultValue = "") String sure) {
        var made = new List<?>[] {List.of()};
        var answer = pages.act(
                new Subject("account", viewer.account()),
                "access.recovery.codes",
                () -> {
                    sure(sure).refuseIfAny();
                    made[0] = codes.make(viewer);
                    return "/account/recovery-codes";
                },
                filled -> codesPage(viewer, List.of(), filled));
        var sheet = made[0].stream().map(String.class::cast).toList();
        return sheet.isEmpty() ? answer : codesPage(viewer, sheet, Filled.empty());
    }

    private static Problems sure(String sure) {
        var problems = new Problems();
        return sure.equals("yes") ? problems : problems.add("sure", "access.problem.sure");
    }

    private ModelAndView codesPage(Viewer viewer, List<String> sheet, Filled form) {
        return pages.show("access/recovery_codes", new RecoveryCodesPage(codes.unused(viewer.account()), sheet, form));
    }

    private ModelAndView own(Viewer viewer, HttpServletRequest request, Filled form) {
        var colleague = accounts.colleague(viewer.account()).orElseThrow(Refused::notFound);
        var here = PasswordPages.here(request);
        return pages.show(
                "access/account",
                new OwnAccountPage(
                        colleague.name(),
                        directory
                                .organisation(viewer.organisation())
                                .orElseThrow()
                                .name(),
                        viewer.roles().stream().sorted().toList(),
                        sessions.of(viewer, here),
                        codes.unused(viewer.account()),
                        entries,
                        audit.about(viewer, new Subject("account", viewer.account()), AuditFilter.newest(20)),
                        form));
    }
}
