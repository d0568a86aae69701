package masar.demo;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import masar.access.internal.InventedAccounts;
import masar.access.internal.Means;
import masar.access.internal.OneStepPerson;
import masar.access.internal.OneStepSignIn;
import masar.access.internal.SessionCookie;
import masar.access.internal.Sessions;
import masar.directory.Directory;
import masar.people.Persona;
import masar.shared.LocalizedText;
import masar.shared.Refused;
import masar.shell.Banner;
import masar.shell.Door;
import masar.shell.Texts;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One step to sign in as an invented person. */
@Controller
@ConditionalOnProperty("masar.demonstration")
public class DemoSignIn implements OneStepSignIn {

    private final InventedAccounts accounts;
    private final Sessions sessions;
    private final Directory directory;
    private final Texts texts;
    private final InstantSource clock;

    DemoSignIn(InventedAccounts accounts, Sessions sessions, Directory directory, Texts texts, InstantSource clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.directory = directory;
        this.texts = texts;
        this.clock = clock;
    }

    @Bean
    static Banner demonstrationBanner() {
        return () -> Optional.of("demo.banner");
    }

    @Door(open = true)
    @PostMapping("/demo/sign-in/{key}")
    String signIn(@PathVariable String key, HttpServletRequest request, HttpServletResponse response) {
        var persona = Persona.named(key).orElseThrow(Refused::notFound);
        SessionCookie.write(request, response, sessions.begin(accounts.account(persona), Means.ONE_STEP));
        return "redirect:/";
    }

    @Override
    public List<OneStepPerson> people() {
        return Persona.ALL.stream()
                .map(persona -> new OneStepPerson("/demo/sign-in/" + persona.key(), persona.name(), work(persona)))
                .toList();
    }

    @Override
    public String codeShown() {
        return accounts.codeNow(clock.instant());
    }

    private LocalizedText work(Persona persona) {
        var role = persona.roles().iterator().next();
        var place = directory.organisation(persona.organisation()).orElseThrow().name();
        return new LocalizedText(
                texts.say(masar.shared.Language.AR, "access.role." + role.code()) + " – " + place.ar(),
                texts.say(masar.shared.Language.FR, "access.role." + role.code()) + " – " + place.fr(),
                texts.say(masar.shared.Language.EN, "access.role." + role.code()) + " – " + place.en());
    }
}
