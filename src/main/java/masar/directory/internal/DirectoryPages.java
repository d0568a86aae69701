package masar.directory.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import masar.country.Countries;
import masar.country.WordList;
import masar.directory.HelpService;
import masar.directory.Organisation;
import masar.directory.Phone;
import masar.shared.LocalizedText;
import masar.shared.OrganisationKind;
import masar.shared.Refused;
import masar.shell.Door;
import masar.shell.MenuEntry;
import masar.shell.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who there is and what they offer: the list by kind, and one organisation. */
@Controller
@Door
public class DirectoryPages {

    private final DirectoryBook directory;
    private final Countries countries;
    private final Pages pages;

    DirectoryPages(DirectoryBook directory, Countries countries, Pages pages) {
        this.directory = directory;
        this.countries = countries;
        this.pages = pages;
    }

    /** The organisations that fit what was searched for, by kind; kinds without any are left out. */
    public record DirectoryPage(String query, Map<OrganisationKind, List<Card>> kinds) {}

    /** One organisation with all that is known of it; the source of its mandate is null when nobody wrote one. */
    public record OrganisationPage(Card card, @Nullable String source) {}

    /** An organisation as it is drawn. */
    public record Card(Organisation organisation, List<Competence> competences, List<Phone> phones, List<Help> help) {}

    /** Something the procedures or the law let it do. */
    public record Competence(LocalizedText name, boolean verified) {}

    /** A service with the words of its category; the source is null when nobody wrote one. */
    public record Help(
            HelpService service,
            LocalizedText category,
            @Nullable String source) {}

    @Bean
    static MenuEntry directoryEntry() {
        return new MenuEntry("directory.menu", "/directory", "building", 60, viewer -> true);
    }

    @GetMapping("/directory")
    ModelAndView list(@RequestParam(defaultValue = "") String q) {
        var help = help();
        var kinds = new EnumMap<OrganisationKind, List<Card>>(OrganisationKind.class);
        var wanted = new SearchWords(q);
        for (Organisation organisation : directory.organisations()) {
            var card = card(organisation, help.getOrDefault(organisation.id(), List.of()));
            if (wanted.fit(texts(card))) {
                kinds.computeIfAbsent(organisation.kind(), kind -> new ArrayList<>())
                        .add(card);
            }
        }
        return pages.show("directory/list", new DirectoryPage(q, kinds));
    }

    @GetMapping("/directory/{id}")
    ModelAndView show(@PathVariable UUID id) {
        var organisation = directory.organisation(id).orElseThrow(Refused::notFound);
        var card = card(organisation, help().getOrDefault(id, List.of()));
        return pages.show(
                "directory/organisation",
                new OrganisationPage(card, directory.sources().get(id)));
    }

    private Map<UUID, List<Help>> help() {
        var categories = countries.current().wordList("service-category");
        var sources = directory.sources();
        return directory.services().stream()
                .map(service -> new Help(service, categories.text(service.category()), sources.get(service.id())))
                .collect(Collectors.groupingBy(help -> help.service().organisation()));
    }

    private Card card(Organisation organisation, List<Help> help) {
        WordList roles = countries.current().wordList("directory-role");
        var competences = roles.words().stream()
                .filter(role -> organisation.isCompetentFor(role.code()))
                .map(role ->
                        new Competence(role.text(), organisation.verifiedFor().contains(role.code())))
                .toList();
        return new Card(organisation, competences, directory.phones(organisation.id()), help);
    }

    private static List<LocalizedText> texts(Card card) {
        var texts = new ArrayList<>(
                List.of(card.organisation().name(), card.organisation().mandate()));
        card.competences().forEach(competence -> texts.add(competence.name()));
        card.phones().forEach(phone -> texts.add(LocalizedText.same(phone.number())));
        card.help().forEach(help -> texts.addAll(List.of(help.service().name(), help.category())));
        return texts;
    }
}
