package masar.access.internal.provider;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import masar.access.internal.Reach;
import masar.directory.Directory;
import masar.directory.Organisation;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where an administrator says at which provider an organisation's people sign in. */
@Controller
public class ProviderPages {

    private static final int LONGEST = 300;

    private final ProviderDesk desk;
    private final ClientSecrets secrets;
    private final Directory directory;
    private final Pages pages;

    ProviderPages(ProviderDesk desk, ClientSecrets secrets, Directory directory, Pages pages) {
        this.desk = desk;
        this.secrets = secrets;
        this.directory = directory;
        this.pages = pages;
    }

    /**
     * One provider.
     *
     * @param variable environment variable in which the operator puts the secret
     * @param hasSecret whether a secret is there
     */
    public record ProviderRow(
            LocalizedText organisation,
            String issuer,
            String clientId,
            List<String> strongValues,
            boolean enabled,
            String variable,
            boolean hasSecret) {}

    /** The providers, and the form that sets one. */
    public record ProvidersPage(List<ProviderRow> providers, Filled form, List<Choice> organisations) {}

    @Door(Role.ADMINISTRATOR)
    @GetMapping("/providers")
    ModelAndView list(Viewer viewer) {
        return page(viewer, Filled.empty());
    }

    @Door(value = Role.ADMINISTRATOR, fresh = true)
    @PostMapping("/providers")
    ModelAndView set(
            Viewer viewer,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String issuer,
            @RequestParam(defaultValue = "") String clientId,
            @RequestParam(defaultValue = "") String strongValues,
            @RequestParam(defaultValue = "") String enabled,
            @RequestParam(defaultValue = "") String sure) {
        return pages.act(
                new Subject("account", viewer.account()),
                "access.provider.set",
                () -> {
                    check(viewer, organisation, issuer, clientId, sure).refuseIfAny();
                    desk.set(
                            viewer,
                            new ProviderDesk.Said(
                                    UUID.fromString(organisation),
                                    issuer.strip(),
                                    clientId.strip(),
                                    words(strongValues),
                                    enabled.equals("yes")));
                    return "/providers?done=access.done.provider";
                },
                filled -> page(viewer, filled));
    }

    private Problems check(Viewer viewer, String organisation, String issuer, String clientId, String sure) {
        var problems = new Problems()
                .oneOf(
                        "organisation",
                        organisation,
                        organisations(viewer).stream().map(Choice::value).toList())
                .required("issuer", issuer)
                .atMost("issuer", issuer, LONGEST)
                .required("clientId", clientId)
                .atMost("clientId", clientId, LONGEST);
        if (!issuer.isBlank() && !Discovery.isSafe(issuer.strip())) {
            problems.add("issuer", "access.problem.issuer");
        }
        return sure.equals("yes") ? problems : problems.add("sure", "access.problem.sure");
    }

    private static Set<String> words(String typed) {
        return Arrays.stream(typed.split("[\\s,]+"))
                .filter(word -> !word.isBlank())
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<Choice> organisations(Viewer viewer) {
        var reach = Reach.of(viewer);
        return directory.organisations().stream()
                .filter(each -> reach.covers(each.id()))
                .map(each -> Choice.of(each.id().toString(), each.name()))
                .toList();
    }

    private ModelAndView page(Viewer viewer, Filled form) {
        var rows = desk.all(viewer).stream().map(this::row).toList();
        return pages.show("access/providers", new ProvidersPage(rows, form, organisations(viewer)));
    }

    private ProviderRow row(IdentityProvider provider) {
        Organisation organisation =
                directory.organisation(provider.organisation).orElseThrow();
        return new ProviderRow(
                organisation.name(),
                provider.issuer,
                provider.clientId,
                provider.strongValues.stream().sorted().toList(),
                provider.enabled,
                ClientSecrets.variable(organisation),
                secrets.of(organisation).isPresent());
    }
}
