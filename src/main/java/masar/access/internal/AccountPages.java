package masar.access.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import masar.directory.Directory;
import masar.shared.Language;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.shell.Choice;
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

/** Where an administrator invites, suspends and reinstates people; it shows no case. */
@Controller
public class AccountPages {

    private final AccountDesk desk;
    private final Directory directory;
    private final Pages pages;

    AccountPages(AccountDesk desk, Directory directory, Pages pages) {
        this.desk = desk;
        this.directory = directory;
        this.pages = pages;
    }

    /** One line of the list of accounts. */
    public record AccountRow(
            UUID id, String name, String signInName, LocalizedText organisation, List<String> roles, String state) {}

    /** The list of accounts with the form that invites. */
    public record AccountsPage(
            List<AccountRow> accounts, Filled form, List<Choice> organisations, List<Choice> roles, String link) {}

    @Door(Role.ADMINISTRATOR)
    @GetMapping("/accounts")
    ModelAndView list(Viewer viewer) {
        return page(viewer, Filled.empty(), "");
    }

    @Door(Role.ADMINISTRATOR)
    @PostMapping("/accounts")
    ModelAndView invite(
            Viewer viewer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String signInName,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") Set<String> roles) {
        var link = new String[1];
        var answer = pages.act(
                new Subject("account", viewer.account()),
                "access.invite",
                () -> {
                    check(name, signInName, organisation, roles).refuseIfAny();
                    var chosen = roles.stream().map(Role::of).collect(Collectors.toUnmodifiableSet());
                    link[0] = desk.invite(viewer, UUID.fromString(organisation), signInName, name, Language.AR, chosen);
                    return "/accounts";
                },
                filled -> page(viewer, filled, ""));
        return link[0] == null ? answer : page(viewer, Filled.empty(), "/invitation/" + link[0]);
    }

    @Door(Role.ADMINISTRATOR)
    @PostMapping("/accounts/{id}/suspension")
    ModelAndView suspend(Viewer viewer, @PathVariable UUID id) {
        return change(viewer, id, true);
    }

    @Door(Role.ADMINISTRATOR)
    @PostMapping("/accounts/{id}/reinstatement")
    ModelAndView reinstate(Viewer viewer, @PathVariable UUID id) {
        return change(viewer, id, false);
    }

    private ModelAndView change(Viewer viewer, UUID id, boolean suspended) {
        return pages.act(
                new Subject("account", id),
                suspended ? "access.suspend" : "access.reinstate",
                () -> {
                    desk.suspend(viewer, id, suspended);
                    return "/accounts?done=access.done.changed";
                },
                filled -> page(viewer, filled, ""));
    }

    private Problems check(String name, String signInName, String organisation, Set<String> roles) {
        var problems = new Problems()
                .required("name", name)
                .atMost("name", name, 120)
                .required("signInName", signInName)
                .oneOf("organisation", organisation, ids());
        if (!signInName.isBlank() && !signInName.strip().matches("[\\p{L}\\p{N}._@-]{3,80}")) {
            problems.add("signInName", "access.problem.sign.in.name");
        }
        var known = Arrays.stream(Role.values()).map(Role::code).collect(Collectors.toSet());
        if (roles.isEmpty() || !known.containsAll(roles)) {
            problems.add("roles", "access.refused.no.role");
        }
        return problems;
    }

    private Set<String> ids() {
        return directory.organisations().stream()
                .map(each -> each.id().toString())
                .collect(Collectors.toSet());
    }

    private ModelAndView page(Viewer viewer, Filled form, String link) {
        var organisations = directory.organisations();
        var rows = desk.all(viewer).stream()
                .map(account -> new AccountRow(
                        account.id,
                        account.name,
                        account.signInName,
                        directory
                                .organisation(account.organisation)
                                .orElseThrow()
                                .name(),
                        account.roles.stream().sorted().toList(),
                        account.state))
                .toList();
        return pages.show(
                "access/accounts",
                new AccountsPage(
                        rows,
                        form,
                        organisations.stream()
                                .map(each -> Choice.of(each.id().toString(), each.name()))
                                .toList(),
                        Arrays.stream(Role.values())
                                .map(role -> Choice.said(role.code(), "access.role." + role.code()))
                                .toList(),
                        link));
    }
}
