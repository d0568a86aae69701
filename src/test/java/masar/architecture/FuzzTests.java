package masar.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import masar.people.MasarTest;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import masar.people.Visitor.Answer;
import masar.shared.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every form and every page is fed what attackers and broken programs send: whatever comes, Masar answers with words of
 * its own, never with an accident, a trace of its inside, or the script that was sent.
 */
@MasarTest
class FuzzTests {

    private static final Set<Integer> ANSWERS = Set.of(200, 303, 400, 403, 404, 405, 409, 413, 414, 415, 422, 431);
    private static final String MARK = "fuzz7f3a";

    /** Ends what the fuzz itself stands on. */
    private static final Set<String> LEFT_OUT =
            Set.of("POST /sign-out", "POST /account/sessions/end", "POST /demo/sign-in/{key}", "ANY /error");

    private static final List<String> HOSTILE = List.of(
            "<script>" + MARK + "</script>",
            "\"><img src=x onerror=" + MARK + ">",
            "' onmouseover='" + MARK,
            "javascript:" + MARK,
            "'; drop table casefile.person; --",
            "' or 1=1 --",
            "${7*7}#{7*7}{{7*7}}",
            "{0} {1,number} {",
            "%s%n%x%d",
            "\u0000",
            "a\u0000b",
            "\r\nSet-Cookie: " + MARK + "=1",
            "\uD800",
            "\u202Egpj.exe\u202C",
            "ا\u064B\u064B\u064B\u064B\u064B",
            "👩🏽‍👧🏿",
            "\uFEFF\u200B\u2066",
            "../../../../etc/passwd",
            "file:///etc/passwd",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
            "=HYPERLINK(\"http://" + MARK + "\")",
            "{\"$gt\": \"\"}",
            "-1",
            "0",
            "99999999999999999999",
            "1e309",
            "NaN",
            "2025-02-30",
            "0000-00-00",
            "9999999-12-31",
            "true",
            "yes",
            "null",
            "",
            " ",
            "\t\n",
            "null,null",
            "00000000-0000-0000-0000-000000000000",
            "not-a-uuid",
            "x".repeat(5_000),
            "ض".repeat(30_000));

    @Autowired
    RequestMappingHandlerMapping mappings;

    @Autowired
    Selam selam;

    @LocalServerPort
    int port;

    private final Map<Role, Asker> askers = new EnumMap<>(Role.class);
    private List<Entrance> entrances = List.of();
    private Selam.Way way;
    private UUID open;

    @BeforeEach
    void everybodyIsThere() {
        way = selam.lives();
        open = selam.isBeingInterviewed();
        entrances = Entrance.all(mappings, "masar").stream()
                .filter(each -> !LEFT_OUT.contains(each.name()))
                .toList();
    }

    @AfterEach
    void guessesAreForgotten() {
        TestDatabase.administrator("delete from access.attempt");
    }

    @Test
    void whateverComesMasarAnswersWithItsOwnWords() {
        feed(1_500, 20261122);
    }

    @Test
    @Tag("drill")
    void alsoAfterThirtyThousandForms() {
        feed(30_000, 8022);
    }

    private void feed(int count, long seed) {
        var random = new Random(seed);
        var wrong = new ArrayList<String>();
        for (int i = 0; i < count && wrong.size() < 10; i++) {
            if (i % 2_000 == 0) {
                TestDatabase.administrator("delete from access.attempt");
            }
            Entrance entrance = entrances.get(i < entrances.size() ? i : random.nextInt(entrances.size()));
            String address = address(entrance, random);
            var fields = fields(entrance, random);
            var answer = ask(entrance, address, fields, random);
            String complaint = complaint(answer);
            if (!complaint.isEmpty()) {
                wrong.add("%d: %s %s %s → %d %s"
                        .formatted(i, entrance.name(), address, shortened(fields), answer.status(), complaint));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private Answer ask(Entrance entrance, String address, List<String> fields, Random random) {
        var roles = Arrays.stream(Role.values()).filter(entrance::opensTo).toList();
        var asker = entrance.open()
                ? new Asker(new Visitor(port))
                : askers.computeIfAbsent(
                        roles.get(random.nextInt(roles.size())),
                        role -> new Asker(Visitor.signedIn(port, somebody(role))));
        var answer = entrance.method().equals("GET")
                ? asker.visitor().get(address + query(fields))
                : asker.form()
                        .to(address)
                        .without("_once")
                        .with("_once", UUID.randomUUID().toString())
                        .with(fields.toArray(String[]::new))
                        .post(asker.visitor());
        if (answer.leadsTo().equals("/sign-in")) {
            askers.values().remove(asker);
        }
        return answer;
    }

    /** Somebody with the tokens of a form. */
    private record Asker(Visitor visitor, Visitor.Form form) {
        Asker(Visitor visitor) {
            this(visitor, visitor.anyForm("/"));
        }
    }

    private static Persona somebody(Role role) {
        return Persona.ALL.stream()
                .filter(persona -> persona.roles().contains(role))
                .findFirst()
                .orElseThrow();
    }

    private static String complaint(Answer answer) {
        if (!ANSWERS.contains(answer.status())) {
            return "is an accident";
        }
        String body = answer.body();
        return Stream.of("Exception", "\tat masar", "org.springframework", "org.postgresql", "java.lang.")
                .filter(body::contains)
                .findFirst()
                .map(inside -> "tells of its inside: " + inside)
                .orElse(
                        body.contains("<script>" + MARK)
                                        || body.contains("\"><img src=x")
                                        || body.contains("='' onmouseover='" + MARK)
                                        || body.contains("href=\"javascript:")
                                        || answer.header("Set-Cookie").contains(MARK + "=")
                                ? "sends the attack back"
                                : "");
    }

    /** An existing thing or a hostile word for each variable of the address. */
    private String address(Entrance entrance, Random random) {
        String about =
                entrance.pattern().split("/").length > 1 ? entrance.pattern().split("/")[1] : "";
        UUID known = Map.of(
                        "cases", way.caseId().value(),
                        "reports", way.report(),
                        "interviews", random.nextBoolean() ? way.interview() : open,
                        "indications", way.indication(),
                        "referrals", random.nextBoolean() ? way.toCaritas() : way.toKafa())
                .getOrDefault(about, UUID.randomUUID());
        boolean exists = random.nextInt(4) > 0;
        String address = entrance.pattern().replace("{id}", exists ? known.toString() : word(random));
        return address.replaceAll("\\{(number|rest|size)}", Integer.toString(random.nextInt(5)))
                .replaceAll(
                        "\\{[a-zA-Z]+}",
                        random.nextBoolean() ? UUID.randomUUID().toString() : word(random));
    }

    /** Something hostile that an address can carry. */
    private static String word(Random random) {
        String hostile = HOSTILE.get(random.nextInt(HOSTILE.size()));
        String encoded = java.net.URLEncoder.encode(hostile, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
        return encoded.isEmpty() || encoded.length() > 2_000 ? "x" : encoded;
    }

    private static List<String> fields(Entrance entrance, Random random) {
        var fields = new ArrayList<String>();
        for (MethodParameter parameter : entrance.handler().getMethodParameters()) {
            var named = parameter.getParameterAnnotation(RequestParam.class);
            if (named == null) {
                continue;
            }
            parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
            String name = named.name().isEmpty() ? parameter.getParameterName() : named.name();
            if (name == null || Map.class.isAssignableFrom(parameter.getParameterType())) {
                name = "q." + random.nextInt(9);
            }
            for (int times = random.nextInt(8) == 0 ? 3 : 1; times > 0; times--) {
                fields.addAll(List.of(name, HOSTILE.get(random.nextInt(HOSTILE.size()))));
            }
        }
        if (random.nextInt(3) == 0) {
            fields.addAll(List.of(HOSTILE.get(random.nextInt(HOSTILE.size())) + "x", "1"));
        }
        return fields;
    }

    private static String query(List<String> fields) {
        var query = new StringBuilder();
        for (int i = 0; i < fields.size(); i += 2) {
            query.append(i == 0 ? '?' : '&')
                    .append(encoded(fields.get(i)))
                    .append('=')
                    .append(encoded(fields.get(i + 1)
                            .substring(0, Math.min(1_000, fields.get(i + 1).length()))));
        }
        return query.toString();
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private static List<String> shortened(List<String> fields) {
        return fields.stream()
                .map(each -> each.length() > 60 ? each.substring(0, 60) + "…" : each)
                .toList();
    }
}
