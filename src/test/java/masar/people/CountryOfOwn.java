package masar.people;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import masar.access.internal.InventedAccounts;
import masar.casefile.internal.InventedCaseWork;
import masar.directory.Directory;
import masar.screening.internal.InventedInterviews;
import masar.shared.CurrentViewer;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;

/** Masar in a data folder of its own, serving a country of choice, with invented people. */
public final class CountryOfOwn implements AutoCloseable {

    private final OwnMasar masar;
    private final InventedAccounts accounts;
    private final InventedInterviews interviews;
    private final InventedCaseWork caseWork;

    /** With the packs of this folder before the shipped ones; null when only those are wanted. */
    public CountryOfOwn(Path data, String country, @Nullable Path countries) {
        this(new OwnMasar(data, false, arguments(country, countries)));
    }

    /** One that serves pages. */
    public static CountryOfOwn serving(Path data, String country) {
        return new CountryOfOwn(OwnMasar.serving(data, arguments(country, null)));
    }

    private static List<String> arguments(String country, @Nullable Path countries) {
        var arguments = new ArrayList<>(List.of("--country", country));
        if (countries != null) {
            arguments.addAll(List.of("--countries", countries.toString()));
        }
        return arguments;
    }

    private CountryOfOwn(OwnMasar masar) {
        this.masar = masar;
        var beans = masar.context().getAutowireCapableBeanFactory();
        accounts = beans.createBean(InventedAccounts.class);
        interviews = beans.createBean(InventedInterviews.class);
        caseWork = beans.createBean(InventedCaseWork.class);
    }

    /** Where it serves. */
    public String address() {
        return "http://localhost:" + masar.context().getEnvironment().getRequiredProperty("local.server.port");
    }

    /** The code that the invented people would type now, after a moment in which none was used. */
    public String freshCode() {
        var clock = bean(MovableClock.class);
        clock.advance(Duration.ofSeconds(31));
        return accounts.codeNow(clock.instant());
    }

    /** Somebody in this role at the organisation with this key. */
    public Persona invent(String key, String organisation, Role role) {
        var persona = new Persona(key, LocalizedText.same(key), organisation, Set.of(role));
        accounts.make(List.of(persona));
        return persona;
    }

    public <T> T as(Persona persona, Function<Viewer, T> act) {
        var viewer = accounts.viewer(persona);
        return CurrentViewer.as(viewer, () -> act.apply(viewer));
    }

    public InventedInterviews interviews() {
        return interviews;
    }

    public InventedCaseWork caseWork() {
        return caseWork;
    }

    public UUID organisation(String key) {
        return bean(Directory.class).organisation(key).orElseThrow().id();
    }

    public <T> T bean(Class<T> type) {
        return masar.bean(type);
    }

    @Override
    public void close() {
        masar.close();
    }
}
