package masar.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.shared.LocalizedText;
import masar.shell.Choice;

/** Who there is and what they offer. Public facts: no viewer is needed to read them. */
public interface Directory {

    Optional<Organisation> organisation(UUID id);

    /** How an organisation is called; a dash when there is none with this id. */
    default LocalizedText nameOf(UUID id) {
        return organisation(id).map(Organisation::name).orElseGet(() -> LocalizedText.same("–"));
    }

    /** The organisation with this key of the country pack. */
    Optional<Organisation> organisation(String key);

    List<Organisation> organisations();

    /** Every organisation, as a page offers them. */
    default List<Choice> choices() {
        return organisations().stream()
                .map(each -> Choice.of(each.id().toString(), each.name()))
                .toList();
    }

    /** Organisations that may do this act of the procedures. */
    List<Organisation> competentFor(String act);

    List<HelpService> services();

    Optional<HelpService> service(UUID id);

    List<Phone> phones(UUID organisation);
}
