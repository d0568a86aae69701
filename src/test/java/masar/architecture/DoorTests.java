package masar.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import masar.people.MasarTest;
import masar.people.Persona;
import masar.people.Visitor;
import masar.people.Visitor.Answer;
import masar.shared.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address of Masar, walked as every role and as a stranger. What a door says is what happens: behind a closed one
 * there is nothing, told in the same words as what does not exist.
 */
@MasarTest
class DoorTests {

    /** Pages that strangers may ask for; a new one stays closed until it is named here. */
    private static final Set<String> OPEN_TO_STRANGERS = Set.of(
            "GET /sign-in",
            "POST /sign-in",
            "GET /sign-in/code",
            "POST /sign-in/code",
            "GET /sign-in/code-app",
            "POST /sign-in/code-app",
            "POST /sign-in/passkey",
            "GET /sign-in/provider/{id}",
            "GET /sign-in/provider/{id}/back",
            "GET /sign-in/provider/{id}/link/{token}",
            "POST /sign-in/passkey/challenge",
            "GET /invitation/{token}",
            "POST /invitation/{token}",
            "GET /language/{code}",
            "POST /demo/sign-in/{key}",
            "ANY /error");

    /** Ends the session, so it is walked last. */
    private static final String SIGN_OUT = "POST /sign-out";

    private static final Map<Role, Persona> PEOPLE = people();

    @Autowired
    RequestMappingHandlerMapping mappings;

    @LocalServerPort
    int port;

    private List<Entrance> entrances;

    @BeforeEach
    void everyHandlerOfMasar() {
        entrances = Entrance.all(mappings, "masar");
    }

    @Test
    void everyHandlerHasADoorAndThoseOpenToStrangersAreNamed() {
        assertThat(entrances).hasSizeGreaterThan(50);
        assertThat(Entrance.withoutDoor(entrances)).isEmpty();
        assertThat(Entrance.openOtherwiseThan(OPEN_TO_STRANGERS, entrances)).isEmpty();
    }

    @Test
    void aClosedDoorLooksLikeAPageThatDoesNotExist() {
        var wrong = new ArrayList<String>();
        PEOPLE.forEach((role, persona) -> {
            var visitor = Visitor.signedIn(port, persona);
            var nothing = new EnumMap<RequestMethod, String>(RequestMethod.class);
            nothing.put(
                    RequestMethod.GET, Entrance.words(visitor.get("/there-is-nothing-here"), "/there-is-nothing-here"));
            nothing.put(
                    RequestMethod.POST,
                    Entrance.words(visitor.anyForm("/there-is-nothing-here").post(visitor), "/there-is-nothing-here"));
            assertThat(nothing.get(RequestMethod.GET)).startsWith("404 ").isEqualTo(nothing.get(RequestMethod.POST));
            for (Entrance entrance : walkable()) {
                String address = entrance.address();
                var answer = entrance.method().equals("GET")
                        ? visitor.get(address)
                        : visitor.anyForm(address).post(visitor);
                if (!entrance.keepsItsPromise(role, answer, address, nothing.get(RequestMethod.GET))) {
                    wrong.add(role + " at " + entrance.name() + ": " + answer.status() + " " + answer.leadsTo());
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void aStrangerIsSentToTheSignInAndSeesNothing() {
        var stranger = new Visitor(port);
        var wrong = new ArrayList<String>();
        for (Entrance entrance : entrances) {
            if (entrance.open()) {
                continue;
            }
            var answer = entrance.method().equals("GET")
                    ? stranger.get(entrance.address())
                    : stranger.anyForm(entrance.address()).post(stranger);
            if (!Entrance.sendsAway(answer)) {
                wrong.add(entrance.name() + ": " + answer.status() + " " + answer.leadsTo());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(stranger.get("/there-is-nothing-here").leadsTo()).isEqualTo("/sign-in");
        assertThat(stranger.get("/error").leadsTo()).isEqualTo("/sign-in");
    }

    @Test
    void nothingIsDoneWithoutTheTokensOfTheForm() {
        var wrong = new ArrayList<String>();
        var visitors = new EnumMap<Role, Visitor>(Role.class);
        PEOPLE.forEach((role, persona) -> visitors.put(role, Visitor.signedIn(port, persona)));
        for (Entrance entrance : entrances) {
            if (!entrance.method().equals("POST")) {
                continue;
            }
            Role role = Arrays.stream(Role.values())
                    .filter(entrance::opensTo)
                    .findFirst()
                    .orElseThrow();
            var visitor = visitors.get(role);
            var form = visitor.anyForm(entrance.address());
            expect(wrong, entrance, "no csrf", form.without("_csrf").post(visitor), 403);
            expect(
                    wrong,
                    entrance,
                    "a wrong csrf",
                    form.without("_csrf").with("_csrf", "x").post(visitor),
                    403);
            expect(wrong, entrance, "no once", form.without("_once").post(visitor), 400);
            expect(
                    wrong,
                    entrance,
                    "a wrong once",
                    form.without("_once").with("_once", "1").post(visitor),
                    400);
        }
        assertThat(wrong).isEmpty();
        visitors.values().forEach(each -> assertThat(each.get("/").status()).isEqualTo(200));
    }

    @Test
    void otherMethodsFindNothing() {
        var rima = Visitor.signedIn(port, Persona.RIMA);
        assertThat(rima.get("/sign-out").status()).isEqualTo(404);
        assertThat(rima.anyForm("/cases").post(rima).status()).isEqualTo(404);
        assertThat(rima.get("/reports/not-an-id").status()).isEqualTo(404);
        assertThat(rima.get("/error").status()).isEqualTo(404);
        assertThat(rima.get("/actuator").status()).isEqualTo(404);
    }

    @Test
    void whoeverSignsOutIsAtTheDoorAgain() {
        PEOPLE.forEach((role, persona) -> {
            var visitor = Visitor.signedIn(port, persona);
            assertThat(visitor.get("/").form("/sign-out").post(visitor).leadsTo())
                    .isEqualTo("/sign-in");
            assertThat(visitor.get("/").leadsTo()).isEqualTo("/sign-in");
        });
    }

    private List<Entrance> walkable() {
        return entrances.stream()
                .filter(each -> !each.open() && !each.name().equals(SIGN_OUT))
                .toList();
    }

    private static void expect(List<String> wrong, Entrance entrance, String what, Answer answer, int status) {
        if (answer.status() != status || !answer.body().contains("<h1>")) {
            wrong.add(entrance.name() + " with " + what + ": " + answer.status());
        }
    }

    private static Map<Role, Persona> people() {
        var people = new EnumMap<Role, Persona>(Role.class);
        for (Role role : Role.values()) {
            people.put(
                    role,
                    Persona.ALL.stream()
                            .filter(persona -> persona.roles().equals(Set.of(role)))
                            .findFirst()
                            .orElseThrow());
        }
        return people;
    }
}
