package masar.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import masar.access.internal.InventedAccounts;
import masar.casefile.CaseTab;
import masar.people.MasarTest;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import masar.shell.Texts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page about somebody, asked for by everybody, leaves an entry: read by whoever may, refused to whoever may not. A
 * new page fails here until it enters its readers, or is named below as a page that shows nothing about anybody.
 */
@MasarTest
class EverythingIsEnteredTests {

    /** Pages that show codes of tasks, the procedures, the directory or one's own account, and nothing about a person. */
    private static final Set<String> ABOUT_NOBODY = Set.of(
            "/",
            "/directory",
            "/directory/agreements",
            "/directory/agreements/new",
            "/directory/agreements/{id}",
            "/directory/{id}",
            "/error",
            "/language/{code}",
            "/procedures",
            "/procedures/compare",
            "/procedures/diagram",
            "/procedures/editions",
            "/procedures/law",
            "/reports/new",
            "/worklist/calendar",
            "/audit/heads/{size}/picture");

    /** Where people sign in, and where accounts of colleagues are managed. */
    private static final Set<String> ABOUT_COLLEAGUES =
            Set.of("account", "accounts", "confirm", "invitation", "providers", "sign-in");

    @Autowired
    RequestMappingHandlerMapping mappings;

    @Autowired
    Selam selam;

    @Autowired
    InventedAccounts accounts;

    @Autowired
    List<CaseTab> tabs;

    @Autowired
    Texts texts;

    @LocalServerPort
    int port;

    @Test
    void everyPageAboutSomebodyEntersWhoAskedForIt() {
        var way = selam.lives();
        UUID open = selam.isBeingInterviewed();
        var wrong = new ArrayList<String>();
        var read = new LinkedHashMap<String, Integer>();
        for (Persona persona : Persona.ALL) {
            var visitor = Visitor.signedIn(port, persona);
            for (String pattern : pages()) {
                for (String address : addresses(pattern, way, open)) {
                    long before = last();
                    int status = visitor.get(address).status();
                    if (!pattern.matches(
                            "/retention/.*|/panels/.*|.*/decisions/.*|.*/decline|.*/alarms/\\{id}.*|.*/conflicts/\\{bar}")) {
                        read.merge(pattern, status == 404 ? 0 : 1, Integer::sum);
                    }
                    String kind = status == 200 ? "read" : "refused";
                    if (status != 303 && !isEntered(before, persona, kind)) {
                        wrong.add(persona.key() + " at " + pattern + ": " + status);
                    }
                }
            }
        }
        assertThat(wrong).as("not entered").isEmpty();
        assertThat(read).as("pages nobody could read").doesNotContainValue(0);
    }

    /** What is told in the chronology of a case was done by somebody, and is in the audit as their act. */
    @Test
    void everyActOfACaseIsEntered() {
        var way = selam.lives();
        List<String> missing = list("""
                select c.act from casefile.chronology c where c.case_id = '%s' and not exists (
                    select 1 from audit.entry e where e.kind = 'done' and e.account = c.account
                    and abs(extract(epoch from e.at - c.at)) < 5)""".formatted(way.caseId().value()));
        assertThat(missing).isEmpty();
    }

    @Test
    void signingInAndOutAndFailingAreEntered() {
        var rima = Visitor.signedIn(port, Persona.RIMA);
        long before = last();
        rima.get("/").form("/sign-out").post(rima);
        assertThat(isEntered(before, Persona.RIMA, "done")).isTrue();
        var stranger = new Visitor(port);
        stranger.get("/sign-in")
                .form("/sign-in")
                .with("name", "rima", "password", "not this one")
                .post(stranger);
        assertThat(list("select act from audit.entry where kind = 'refused' and reason = 'access.refused.sign.in'"
                        + " and number > " + before))
                .contains("access.sign.in");
    }

    @Test
    void whatIsEnteredHasWords() {
        everyPageAboutSomebodyEntersWhoAskedForIt();
        assertThat(list("select distinct act from audit.entry").stream()
                        .filter(act -> !texts.knows("audit.act." + act)))
                .as("acts without words")
                .isEmpty();
        assertThat(list("select distinct reason from audit.entry where reason is not null").stream()
                        .filter(reason -> !texts.knows(reason)))
                .as("reasons without words")
                .isEmpty();
        assertThat(tabs.stream()
                        .map(tab -> "audit.act.casefile.page." + (tab.path().isEmpty() ? "overview" : tab.path()))
                        .filter(key -> !texts.knows(key)))
                .as("tabs without words")
                .isEmpty();
    }

    private List<String> pages() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getValue().getBeanType().getPackageName().startsWith("masar"))
                .filter(each -> each.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(each -> each.getKey().getPatternValues().stream())
                .filter(pattern -> !ABOUT_NOBODY.contains(pattern))
                .filter(pattern -> !ABOUT_COLLEAGUES.contains(pattern.split("/")[1]))
                .sorted()
                .toList();
    }

    /** The page of what exists; of an interview both the one that is over and the one that goes on. */
    private List<String> addresses(String pattern, Selam.Way way, UUID open) {
        if (pattern.startsWith("/interviews/")) {
            return List.of(filled(pattern, way.interview(), way), filled(pattern, open, way));
        }
        UUID id = Map.of(
                        "cases", way.caseId().value(),
                        "reports", way.report(),
                        "referrals", way.toCaritas(),
                        "indications", way.indication(),
                        "worklist", selam.taskOf(way.toCaritas()))
                .getOrDefault(pattern.split("/")[1], UUID.randomUUID());
        return List.of(filled(pattern, id, way));
    }

    private static String filled(String pattern, UUID id, Selam.Way way) {
        return pattern.replace("{id}", id.toString())
                .replace("{number}", "1")
                .replace("{document}", way.document().toString())
                .replace("{request}", way.request().toString())
                .replace("{bar}", UUID.randomUUID().toString());
    }

    private boolean isEntered(long before, Persona persona, String kind) {
        return !list("select act from audit.entry where number > %d and account = '%s' and kind = '%s'"
                        .formatted(before, accounts.account(persona), kind))
                .isEmpty();
    }

    private static long last() {
        return Long.parseLong(
                list("select coalesce(max(number), 0)::text from audit.entry").getFirst());
    }

    private static List<String> list(String sql) {
        try (var everything = TestDatabase.administrator();
                var rows = everything.createStatement().executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
