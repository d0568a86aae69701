package masar.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import masar.directory.Directory;
import masar.directory.Organisation;
import masar.shared.Language;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.shell.AlreadyDone;
import masar.shell.Choice;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import masar.shell.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where an administrator sees who works with Masar and invites people; it shows no case. */
@Controller
public class AccountPages {

    private static final int LONGEST_NAME = 120;

    private final AccountDesk desk;
    private final PersonnelDesk personnel;
    private final HandedOver handedOver;
    private final Directory directory;
    private final Pages pages;

    AccountPages(AccountDesk desk, PersonnelDesk personnel, HandedOver handedOver, Directory directory, Pages pages) {
        this.desk = desk;
        this.personnel = personnel;
        this.handedOver = handedOver;
        this.directory = directory;
        this.pages = pages;
    }

    /** One line of the list of accounts. */
    public record AccountRow(
            UUID id, String name, String signInName, LocalizedText organisation, List<String> roles, String state) {}

    /** The list of accounts with the form that invites. */
    public record AccountsPage(
            List<AccountRow> accounts, Filled form, List<Choice> organisations, List<Choice> roles, String link) {}

    /** What somebody new is asked for. */
    private record Invited(String name, String signInName, String organisation, String language, Set<String> roles) {

        Account account() {
            return Account.invited(
                    UUID.fromString(organisation),
                    signInName,
                    name,
                    Language.of(language).orElse(Language.AR),
                    rolesOf(roles));
        }
    }

    @Door(Role.ADMINISTRATOR)
    @GetMapping("/accounts")
    ModelAndView list(Viewer viewer) {
        return page(viewer, Filled.empty(), "");
    }

    @Door(value = Role.ADMINISTRATOR, fresh = true)
    @PostMapping("/accounts")
    ModelAndView invite(
            Viewer viewer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String signInName,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") Set<String> roles,
            HttpServletRequest request) {
        var handover = Handover.with(SessionCookie.read(request).orElseThrow());
        try {
            return invite(viewer, new Invited(name, signInName, organisation, language, roles), handover);
        } catch (AlreadyDone twice) {
            var link = handedOver.invitation(handover).orElseThrow(() -> twice);
            return page(viewer, Filled.empty(), "/invitation/" + link);
        }
    }

    private ModelAndView invite(Viewer viewer, Invited invited, Handover handover) {
        var link = new String[1];
        var answer = pages.act(
                new Subject("account", viewer.account()),
                "access.invite",
                () -> {
                    check(viewer, invited).refuseIfAny();
                    link[0] = desk.invite(viewer, invited.account(), handover);
                    return "/accounts";
                },
                filled -> page(viewer, filled, ""));
        return link[0] == null ? answer : page(viewer, Filled.empty(), "/invitation/" + link[0]);
    }

    private Problems check(Viewer viewer, Invited invited) {
        String signInName = invited.signInName();
        var problems = new Problems()
                .required("name", invited.name())
                .atMost("name", invited.name(), LONGEST_NAME)
                .required("signInName", signInName)
                .oneOf(
                        "organisation",
                        invited.organisation(),
                        organisations(directory, Reach.of(viewer)).stream()
                                .map(Choice::value)
                                .toList());
        if (!signInName.isBlank() && !signInName.strip().matches("[\\p{L}\\p{N}._@-]{3,80}")) {
            problems.add("signInName", "access.problem.sign.in.name");
        }
        return checkRoles(problems, "roles", invited.roles());
    }

    static Problems checkRoles(Problems problems, String field, Set<String> roles) {
        var known = Arrays.stream(Role.values()).map(Role::code).collect(Collectors.toSet());
        return roles.isEmpty() || !known.containsAll(roles) ? problems.add(field, "access.refused.no.role") : problems;
    }

    static Set<Role> rolesOf(Set<String> codes) {
        return codes.stream().map(Role::of).collect(Collectors.toUnmodifiableSet());
    }

    static List<Choice> organisations(Directory directory, Reach reach) {
        return directory.organisations().stream()
                .filter(each -> reach.covers(each.id()))
                .map(each -> Choice.of(each.id().toString(), each.name()))
                .toList();
    }

    static List<Choice> roles() {
        return Arrays.stream(Role.values())
                .map(role -> Choice.said(role.code(), "access.role." + role.code()))
                .toList();
    }

    private ModelAndView page(Viewer viewer, Filled form, String link) {
        var names = directory.organisations().stream().collect(Collectors.toMap(Organisation::id, Organisation::name));
        var rows = personnel.all(viewer).stream()
                .map(account -> new AccountRow(
                        account.id,
                        account.name,
                        account.signInName,
                        java.util.Objects.requireNonNull(names.get(account.organisation)),
                        account.roles.stream().sorted().toList(),
                        account.state))
                .toList();
        var offered = organisations(directory, Reach.of(viewer));
        return pages.show("access/accounts", new AccountsPage(rows, form, offered, roles(), link));
    }
}
