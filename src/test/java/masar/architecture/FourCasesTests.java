package masar.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import masar.people.FourCases;
import masar.people.FourCases.Kind;
import masar.people.MasarTest;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every address × every role × four cases: Samir's own, the one of his colleague Ziad, the one of another organisation,
 * and his own that is sealed. Pages, acts, lists, search, exports, previews, notices and titles. Who has no session meets
 * the sign-in only, see {@link DoorTests}.
 */
@MasarTest
class FourCasesTests {

    /**
     * What opens of the own case, the colleague's, the next organisation's and the sealed one, in this order: a cross
     * where the page opens, a dot where there is nothing, a minus where Masar says why not now.
     */
    private static final String PAGES = """
            page                                 rima  fadi  layla samir nour  hana  ziad  maya  omar  jad   sara  tony  rana  walid dima
            /cases/{id}                          ....  xxx.  xxx.  xx.x  ....  xx.x  xx..  ....  xxx.  ....  ....  ....  ....  ....  ....
            /cases/{id}/accused                  ....  ....  ....  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/child                    ....  ....  ....  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/closure                  ....  ....  ....  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/conflicts/{bar}          ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/consents                 ....  ....  xxx.  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/deadlines                ....  xxx.  xxx.  xx.x  ....  xx.x  xx..  ....  xxx.  ....  ....  ....  ....  ....  ....
            /cases/{id}/decisions/{number}       ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/decisions/{number}/copy  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/decline                  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/departure                ....  ....  ....  ....  ....  xx.x  ....  ....  xxx.  ....  ....  ....  ....  ....  ....
            /cases/{id}/detention                ....  ....  ....  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/detention/form           ....  ....  ....  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/documents                ....  ....  xxx.  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/documents/{document}     ....  ....  xxx.  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/documents/{document}/original ....  ....  ---.  -..-  ....  --.-  .-..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/documents/{document}/view ....  ....  ---.  -..-  ....  --.-  .-..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/identification           ....  ....  xxx.  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/interviews/new           ....  ---.  xxx.  x..x  ....  ....  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/panels                   ....  ....  xxx.  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/person                   ....  ....  xxx.  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/readers                  ....  ....  ....  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/referrals                ....  ....  ....  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/reflection               ....  ....  xxx.  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/report                   ....  ....  ....  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/requests                 ....  ....  ....  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/requests/{request}       ....  ....  ....  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/requests/{request}/letter ....  ....  ....  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/retention                ....  ....  ....  x..x  ....  xx.x  .x..  ....  xxx.  ....  ....  ....  ....  ....  ....
            /cases/{id}/reviews                  ....  ....  xxx.  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/screening                ....  xxx.  xxx.  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/services                 ....  ....  ....  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/sight                    ....  ....  ....  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/urgent-needs             ....  xxx.  xxx.  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/visits                   ....  ....  ....  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /cases/{id}/way                      ....  xxx.  xxx.  xx.x  ....  xx.x  xx..  ....  xxx.  ....  ....  ....  ....  ....  ....
            /indications/{id}                    ....  ....  xxx.  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /interviews/{id}                     ....  ....  xxx.  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /interviews/{id}/finish              ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....
            /interviews/{id}/indicators/{number} ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....
            /interviews/{id}/sections            ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....
            /interviews/{id}/sections/{number}   ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....
            /referrals/{id}                      ....  ....  ....  x..x  xxxx  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            /referrals/{id}/services             ....  ....  ....  ....  xxxx  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....
            /reports/{id}                        xxx.  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....  ....
            """;

    /**
     * Of which of the four cases the code is met on any page without a case in its address: lists, counts, notices. Who
     * was sent a packet before the seal keeps the packet: it is taken back by an act of its own.
     */
    private static final String LISTS = """
            where                                rima  fadi  layla samir nour  hana  ziad  maya  omar  jad   sara  tony  rana  walid dima
            lists                                ....  xxx.  xxx.  xx.x  xxxx  xx.x  xx..  xxxx  xxx.  ....  ....  ....  ....  ....  ....
            search by code                       ....  xxx.  xxx.  xx.x  ....  xx.x  xx..  ....  xxx.  ....  ....  ....  ....  ....  ....
            search by name                       ....  ....  xxx.  x..x  ....  xx.x  .x..  ....  ....  ....  ....  ....  ....  ....  ....
            """;

    @Autowired
    FourCases four;

    @Autowired
    RequestMappingHandlerMapping mappings;

    @LocalServerPort
    int port;

    private final Map<Kind, Selam.Way> ways = new EnumMap<>(Kind.class);
    private final Map<Kind, String> codes = new EnumMap<>(Kind.class);
    private final Map<Persona, Visitor> visitors = new LinkedHashMap<>();

    @BeforeEach
    void fourCases() {
        ways.putAll(four.live());
        ways.forEach((kind, way) -> codes.put(
                kind,
                TestDatabase.text("select code from casefile.case_record where id = '%s'"
                        .formatted(way.caseId().value()))));
        Persona.ALL.forEach(persona -> visitors.put(persona, Visitor.signedIn(port, persona)));
    }

    @Test
    void everyPageOpensForTheCasesOfTheTableOnly() {
        var titles = new ArrayList<String>();
        var found = new ArrayList<String>();
        found.add(header("page"));
        for (Entrance page : aboutSomebody("GET")) {
            found.add(row(page.pattern(), (persona, kind) -> {
                var answer = visitors.get(persona).get(address(page.pattern(), ways.get(kind)));
                titles.addAll(namesIn(title(answer.body())));
                return answer.status() == 200 ? "x" : answer.status() == 404 ? "." : "-";
            }));
        }
        assertThat(String.join("\n", found)).isEqualTo(PAGES.stripTrailing());
        assertThat(titles).as("names in titles").isEmpty();
    }

    /** Whoever may not open the case does nothing to it either, with a good form for each address. */
    @Test
    void nobodyActsOnACaseThatDoesNotOpen() {
        var wrong = new ArrayList<String>();
        for (Persona persona : Persona.ALL) {
            var visitor = visitors.get(persona);
            var form = visitor.anyForm("/");
            for (Kind kind : Kind.values()) {
                var way = ways.get(kind);
                if (visitor.get(way.page("")).status() == 200) {
                    continue;
                }
                for (Entrance act : aboutSomebody("POST")) {
                    if (opens(visitor, act.pattern(), way)) {
                        continue;
                    }
                    String address = address(act.pattern(), way);
                    int status = form.to(address)
                            .without("_once")
                            .with("_once", UUID.randomUUID().toString())
                            .post(visitor)
                            .status();
                    if (status != 404) {
                        wrong.add(persona.key() + " at " + act.pattern() + " of " + kind + ": " + status);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Lists, search, boards, notices, exports without a case: each meets the codes of the table, and no name at all. */
    @Test
    void listsAndSearchKnowTheCasesOfTheTableOnly() {
        var names = new ArrayList<String>();
        var found = new ArrayList<String>();
        found.add(header("where"));
        found.add(row("lists", (persona, kind) -> {
            var visitor = visitors.get(persona);
            for (Entrance page : everyList()) {
                String body = visitor.get(page.pattern()).body();
                namesIn(body).forEach(name -> names.add(persona.key() + " read " + name + " at " + page.pattern()));
                if (body.contains(codes.get(kind))) {
                    return "x";
                }
            }
            return ".";
        }));
        found.add(row("search by code", (persona, kind) -> {
            String answer =
                    visitors.get(persona).get("/cases?q=" + codes.get(kind)).body();
            return answer.contains(ways.get(kind).caseId().value().toString()) ? "x" : ".";
        }));
        found.add(row("search by name", (persona, kind) -> {
            var visitor = visitors.get(persona);
            var answer =
                    visitor.anyForm("/cases/search").with("q", kind.givenName()).post(visitor);
            return answer.body().contains(ways.get(kind).caseId().value().toString()) ? "x" : ".";
        }));
        assertThat(String.join("\n", found)).isEqualTo(LISTS.stripTrailing());
        assertThat(names).as("names in lists").isEmpty();
    }

    private boolean opens(Visitor visitor, String pattern, Selam.Way way) {
        String about = pattern.split("/")[1];
        return !about.equals("cases")
                && visitor.get("/" + about + "/" + id(about, way)).status() == 200;
    }

    private List<Entrance> aboutSomebody(String method) {
        return Entrance.all(mappings, "masar").stream()
                .filter(each -> each.method().equals(method))
                .filter(each -> Set.of("cases", "reports", "interviews", "indications", "referrals")
                        .contains(
                                each.pattern().split("/").length < 2
                                        ? ""
                                        : each.pattern().split("/")[1]))
                .filter(each -> each.pattern().contains("{id}"))
                .toList();
    }

    private List<Entrance> everyList() {
        return Entrance.all(mappings, "masar").stream()
                .filter(each -> each.method().equals("GET") && !each.open())
                .filter(each -> !each.pattern().contains("{"))
                .toList();
    }

    private interface Cell {
        String mark(Persona persona, Kind kind);
    }

    private static String row(String name, Cell cell) {
        var row = new StringBuilder("%-36s".formatted(name));
        for (Persona persona : Persona.ALL) {
            var marks = new StringBuilder();
            for (Kind kind : Kind.values()) {
                marks.append(cell.mark(persona, kind));
            }
            row.append(" %-5s".formatted(marks));
        }
        return row.toString().stripTrailing();
    }

    private static String header(String first) {
        var header = new StringBuilder("%-36s".formatted(first));
        Persona.ALL.forEach(persona -> header.append(" %-5s".formatted(persona.key())));
        return header.toString().stripTrailing();
    }

    private static List<String> namesIn(String text) {
        return Arrays.stream(Kind.values())
                .map(Kind::givenName)
                .filter(text::contains)
                .toList();
    }

    private static String title(String body) {
        var title = Pattern.compile("<title>(.*?)</title>", Pattern.DOTALL).matcher(body);
        return title.find() ? title.group(1) : "";
    }

    private static UUID id(String about, Selam.Way way) {
        var ids = new HashMap<String, UUID>();
        ids.put("cases", way.caseId().value());
        ids.put("reports", way.report());
        ids.put("interviews", way.interview());
        ids.put("indications", way.indication());
        ids.put("referrals", way.toCaritas());
        return ids.get(about);
    }

    private static String address(String pattern, Selam.Way way) {
        return pattern.replace("{id}", id(pattern.split("/")[1], way).toString())
                .replace("{document}", way.document().toString())
                .replace("{request}", way.request().toString())
                .replaceAll("\\{(number|rest)}", "1")
                .replaceAll("\\{[a-zA-Z]+}", UUID.randomUUID().toString());
    }
}
