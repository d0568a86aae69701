package masar.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import masar.audit.Audit;
import masar.audit.AuditEntry;
import masar.audit.AuditFilter;
import masar.directory.Directory;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.shell.AlreadyDone;
import masar.shell.Choice;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.FormToken;
import masar.shell.Pages;
import masar.shell.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * One person's account, for the administrator: new link, roles, suspension, reset, transfer. Each act takes the fields
 * named here and nothing else of what is posted, and asks "are you sure".
 */
@Controller
public class PersonnelPages {

    private static final int LATEST = 20;
    private static final String DONE = "?done=access.done.changed";

    private final PersonnelDesk desk;
    private final HandedOver handedOver;
    private final Directory directory;
    private final Audit audit;
    private final Pages pages;

    PersonnelPages(PersonnelDesk desk, HandedOver handedOver, Directory directory, Audit audit, Pages pages) {
        this.desk = desk;
        this.handedOver = handedOver;
        this.directory = directory;
        this.audit = audit;
        this.pages = pages;
    }

    /**
     * One person's account.
     *
     * @param link address of a new invitation, shown once; empty otherwise
     * @param own whether it is the administrator's own, which somebody else must change
     * @param organisations where the person can be moved to; empty when the administrator reaches one only
     */
    public record PersonnelPage(
            UUID id,
            String name,
            String signInName,
            LocalizedText organisation,
            String state,
            boolean own,
            String link,
            Filled form,
            List<Choice> roles,
            List<Choice> organisations,
            List<AuditEntry> entries) {

        public boolean is(String wanted) {
            return state.equals(wanted);
        }

        public boolean awaitsLink() {
            return is(Account.INVITED) || is(Account.RESET);
        }
    }

    @Door(Role.ADMINISTRATOR)
    @GetMapping("/accounts/{id}")
    ModelAndView account(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, id, null, "");
    }

    @Door(value = Role.ADMINISTRATOR, fresh = true)
    @PostMapping("/accounts/{id}/link")
    ModelAndView link(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String sure,
            HttpServletRequest request) {
        var handover = Handover.with(SessionCookie.read(request).orElseThrow());
        return withLink(viewer, id, sure("link", sure), handover, () -> desk.renewLink(viewer, id, handover));
    }

    @Door(value = Role.ADMINISTRATOR, fresh = true)
    @PostMapping("/accounts/{id}/reset")
    ModelAndView reset(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String sure,
            HttpServletRequest request) {
        var handover = Handover.with(SessionCookie.read(request).orElseThrow());
        return withLink(viewer, id, sure("reset", sure), handover, () -> desk.reset(viewer, id, handover));
    }

    @Door(value = Role.ADMINISTRATOR, fresh = true)
    @PostMapping("/accounts/{id}/roles")
    ModelAndView roles(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") Set<String> roles,
            @RequestParam(defaultValue = "") String sure) {
        var problems = AccountPages.checkRoles(sure("roles", sure), "roles", roles);
        return act(
                viewer, id, "access.roles", problems, () -> desk.chooseRoles(viewer, id, AccountPages.rolesOf(roles)));
    }

    @Door(value = Role.ADMINISTRATOR, fresh = true)
    @PostMapping("/accounts/{id}/suspension")
    ModelAndView suspend(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String sure) {
        return act(viewer, id, "access.suspend", sure("suspension", sure), () -> desk.suspend(viewer, id));
    }

    @Door(value = Role.ADMINISTRATOR, fresh = true)
    @PostMapping("/accounts/{id}/reinstatement")
    ModelAndView reinstate(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String sure) {
        return act(viewer, id, "access.reinstate", sure("reinstatement", sure), () -> desk.reinstate(viewer, id));
    }

    @Door(value = Role.ADMINISTRATOR, fresh = true)
    @PostMapping("/accounts/{id}/transfer")
    ModelAndView transfer(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") Set<String> rolesThere,
            @RequestParam(defaultValue = "") String sure) {
        var offered = AccountPages.organisations(directory, Reach.of(viewer)).stream()
                .map(Choice::value)
                .toList();
        var problems = AccountPages.checkRoles(
                sure("transfer", sure).oneOf("organisation", organisation, offered), "rolesThere", rolesThere);
        return act(
                viewer,
                id,
                "access.transfer",
                problems,
                () -> desk.transfer(viewer, id, UUID.fromString(organisation), AccountPages.rolesOf(rolesThere)));
    }

    private ModelAndView act(Viewer viewer, UUID id, String what, Problems problems, Runnable change) {
        desk.account(viewer, id);
        return pages.act(
                new Subject("account", id),
                what,
                () -> {
                    problems.refuseIfAny();
                    change.run();
                    return "/accounts/" + id + DONE;
                },
                filled -> page(viewer, id, filled, ""));
    }

    private ModelAndView withLink(Viewer viewer, UUID id, Problems problems, Handover handover, Supplier<String> act) {
        var link = new String[1];
        try {
            var answer = act(viewer, id, "access.link", problems, () -> link[0] = act.get());
            return link[0] == null ? answer : page(viewer, id, null, "/invitation/" + link[0]);
        } catch (AlreadyDone twice) {
            var again = handedOver.invitation(handover).orElseThrow(() -> twice);
            FormToken.current().ifPresent(FormToken::letGo);
            return page(viewer, id, null, "/invitation/" + again);
        }
    }

    /** Every change is confirmed by a tick of its own. */
    private static Problems sure(String act, String sure) {
        var problems = new Problems();
        return sure.equals("yes") ? problems : problems.add("sure-" + act, "access.problem.sure");
    }

    private ModelAndView page(Viewer viewer, UUID id, @Nullable Filled filled, String link) {
        var account = desk.account(viewer, id);
        var roles = Map.of("roles", account.roles.stream().sorted().toList());
        var form = filled == null
                ? new Filled(roles, new Problems())
                : filled.values().containsKey("roles") ? filled : new Filled(roles, filled.problems());
        var reach = Reach.of(viewer);
        return pages.show(
                "access/personnel",
                new PersonnelPage(
                        id,
                        account.name,
                        account.signInName,
                        directory
                                .organisation(account.organisation)
                                .orElseThrow()
                                .name(),
                        account.state,
                        viewer.account().equals(id),
                        link,
                        form,
                        AccountPages.roles(),
                        reach.isEverywhere() ? AccountPages.organisations(directory, reach) : List.of(),
                        audit.about(viewer, new Subject("account", id), AuditFilter.newest(LATEST))));
    }
}
