package masar.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import masar.access.internal.InventedAccounts;
import masar.casefile.Cases;
import masar.people.MasarTest;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.Visitor;
import masar.shared.Language;
import masar.shell.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who meets what of Selam's way, once she has been interviewed in detention and referred to two organisations. */
@MasarTest
class NeedToKnowTests {

    /**
     * A cross where the page opens, a dot where there is nothing, the status where Masar says why not now; columns are
     * people, see {@link Persona}.
     */
    private static final String WHO_SEES_WHAT = """
            page                                     rima fadi jad layla samir ziad hana nour maya rana omar walid dima sara tony
            /                                        x    x    x   x     x     x    x    x    x    x    x    x     x    x    x
            /procedures                              x    x    x   x     x     x    x    x    x    x    x    x     x    x    x
            /procedures/law                          x    x    x   x     x     x    x    x    x    x    x    x     x    x    x
            /procedures/diagram                      x    x    x   x     x     x    x    x    x    x    x    x     x    x    x
            /procedures/compare                      x    x    x   x     x     x    x    x    x    x    x    x     x    x    x
            /procedures/editions                     .    .    .   .     .     .    .    .    .    .    x    .     .    .    .
            /procedures/moving                       .    .    .   .     .     .    .    .    .    .    x    .     .    .    .
            /procedures/departures                   .    .    .   .     .     .    x    .    .    .    x    .     .    .    .
            /directory                               x    x    x   x     x     x    x    x    x    x    x    x     x    x    x
            /directory/KAFA                          x    x    x   x     x     x    x    x    x    x    x    x     x    x    x
            /directory/agreements                    x    x    x   x     x     x    x    x    x    x    x    x     x    x    x
            /directory/agreements/new                .    .    .   .     .     .    x    .    .    .    x    .     .    .    .
            /directory/agreements/SELAM              .    .    .   .     .     .    .    .    .    .    .    .     .    .    .
            /reports                                 x    .    .   .     .     .    x    .    .    .    .    .     .    .    .
            /reports/new                             x    .    .   .     .     .    .    .    .    .    .    .     .    .    .
            /reports/SELAM                           x    .    .   .     .     .    .    .    .    .    .    .     .    .    .
            /cases                                   .    x    x   x     x     x    x    .    .    .    x    .     .    .    .
            /cases/SELAM                             .    x    .   x     x     x    x    .    .    .    x    .     .    .    .
            /cases/SELAM/way                         .    x    .   x     x     x    x    .    .    .    x    .     .    .    .
            /cases/SELAM/departure                   .    .    .   .     .     .    x    .    .    .    x    .     .    .    .
            /cases/SELAM/deadlines                   .    x    .   x     x     x    x    .    .    .    x    .     .    .    .
            /cases/SELAM/person                      .    .    .   x     x     .    x    .    .    .    .    .     .    .    .
            /cases/SELAM/consents                    .    .    .   x     x     .    x    .    .    .    .    .     .    .    .
            /cases/SELAM/documents                   .    .    .   x     x     .    x    .    .    .    .    .     .    .    .
            /cases/SELAM/documents/PASSPORT          .    .    .   x     x     .    x    .    .    .    .    .     .    .    .
            /cases/SELAM/documents/PASSPORT/view     .    .    .   409   409   .    409  .    .    .    .    .     .    .    .
            /cases/SELAM/documents/PASSPORT/original .    .    .   409   409   .    409  .    .    .    .    .     .    .    .
            /cases/SELAM/report                      .    .    .   .     x     .    x    .    .    .    .    .     .    .    .
            /cases/SELAM/screening                   .    x    .   x     x     .    x    .    .    .    .    .     .    .    .
            /cases/SELAM/urgent-needs                .    x    .   x     x     .    x    .    .    .    .    .     .    .    .
            /cases/SELAM/identification              .    .    .   x     x     .    x    .    .    .    .    .     .    .    .
            /cases/SELAM/reflection                  .    .    .   x     x     .    x    .    .    .    .    .     .    .    .
            /cases/SELAM/panels                      .    .    .   x     x     .    x    .    .    .    .    .     .    .    .
            /cases/SELAM/reviews                     .    .    .   x     x     .    x    .    .    .    .    .     .    .    .
            /cases/SELAM/decisions/1                 .    .    .   .     .     .    .    .    .    .    .    .     .    .    .
            /cases/SELAM/decisions/1/copy            .    .    .   .     .     .    .    .    .    .    .    .     .    .    .
            /panels/SELAM                            .    .    .   .     .     .    .    .    .    .    .    .     .    .    .
            /cases/SELAM/decline                     .    .    .   .     .     .    .    .    .    .    .    .     .    .    .
            /declined                                .    x    x   .     .     .    .    .    .    .    x    .     x    .    .
            /cases/SELAM/referrals                   .    .    .   .     x     .    x    .    .    .    .    .     .    .    .
            /cases/SELAM/services                    .    .    .   .     x     .    x    .    .    .    .    .     .    .    .
            /cases/SELAM/detention                   .    .    .   .     x     .    x    .    .    .    .    .     .    .    .
            /cases/SELAM/detention/form              .    .    .   .     x     .    x    .    .    .    .    .     .    .    .
            /cases/SELAM/requests                    .    .    .   .     x     .    x    .    .    .    .    .     .    .    .
            /cases/SELAM/requests/RELEASE            .    .    .   .     x     .    x    .    .    .    .    .     .    .    .
            /cases/SELAM/requests/RELEASE/letter     .    .    .   .     x     .    x    .    .    .    .    .     .    .    .
            /cases/SELAM/child                       .    .    .   .     x     .    x    .    .    .    .    .     .    .    .
            /cases/SELAM/visits                      .    .    .   .     x     .    x    .    .    .    .    .     .    .    .
            /cases/SELAM/closure                     .    .    .   .     x     .    x    .    .    .    .    .     .    .    .
            /cases/SELAM/readers                     .    .    .   .     x     .    x    .    .    .    .    .     .    .    .
            /cases/SELAM/accused                     .    .    .   .     x     .    x    .    .    .    .    .     .    .    .
            /cases/SELAM/conflicts/1                 .    .    .   .     .     .    .    .    .    .    .    .     .    .    .
            /cases/SELAM/sight                       .    .    .   .     x     .    x    .    .    .    .    .     .    .    .
            /cases/SELAM/retention                   .    .    .   .     x     .    x    .    .    .    x    .     .    .    .
            /detained                                .    .    .   .     x     x    x    .    .    .    .    .     .    .    .
            /board                                   .    .    .   .     .     .    .    .    .    .    x    .     .    .    .
            /worklist/calendar                       x    x    x   x     x     x    x    x    x    x    x    x     x    x    x
            /worklist/CARITAS                        .    .    .   .     .     .    .    x    .    .    .    .     .    .    .
            /worklist/focal-points                   .    .    .   .     .     .    x    .    .    .    .    .     .    .    .
            /sight                                   .    x    x   x     x     x    x    .    .    .    x    .     .    .    .
            /interviews/SELAM                        .    .    .   x     x     .    x    .    .    .    .    .     .    .    .
            /indications/SELAM                       .    .    .   x     x     .    x    .    .    .    .    .     .    .    .
            /cases/SELAM/interviews/new              .    409  .   x     x     .    .    .    .    .    .    .     .    .    .
            /interviews/SELAM/sections               .    .    .   .     .     .    .    .    .    .    .    .     .    .    .
            /interviews/SELAM/sections/1             .    .    .   .     .     .    .    .    .    .    .    .     .    .    .
            /interviews/SELAM/indicators/1           .    .    .   .     .     .    .    .    .    .    .    .     .    .    .
            /interviews/SELAM/finish                 .    .    .   .     .     .    .    .    .    .    .    .     .    .    .
            /referrals                               .    .    .   .     x     x    x    x    x    .    .    .     .    .    .
            /referrals/CARITAS                       .    .    .   .     x     .    x    x    .    .    .    .     .    .    .
            /referrals/KAFA                          .    .    .   .     x     .    x    .    x    .    .    .     .    .    .
            /referrals/KAFA/services                 .    .    .   .     .     .    .    .    x    .    .    .     .    .    .
            /accounts                                .    .    .   .     .     .    .    .    .    .    .    .     .    x    .
            /accounts/SAMIR                          .    .    .   .     .     .    .    .    .    .    .    .     .    x    .
            /providers                               .    .    .   .     .     .    .    .    .    .    .    .     .    x    .
            /account                                 x    x    x   x     x     x    x    x    x    x    x    x     x    x    x
            /account/password                        x    x    x   x     x     x    x    x    x    x    x    x     x    x    x
            /account/ties                            x    x    x   x     x     x    x    x    x    x    x    x     x    x    x
            /account/passkeys                        x    x    x   x     x     x    x    x    x    x    x    x     x    x    x
            /account/passkeys/new                    x    x    x   x     x     x    x    x    x    x    x    x     x    x    x
            /confirm                                 x    x    x   x     x     x    x    x    x    x    x    x     x    x    x
            /account/recovery-codes                  x    x    x   x     x     x    x    x    x    x    x    x     x    x    x
            /audit                                   .    .    .   .     .     .    .    .    .    .    .    .     .    .    x
            /audit/head                              .    .    .   .     .     .    .    .    .    .    .    .     .    .    x
            /audit/heads/1/picture                   .    .    .   .     .     .    .    .    .    .    .    .     .    .    .
            /oversight/alarms                        .    .    .   .     .     .    x    .    .    .    x    .     .    .    x
            /oversight/alarms/SELAM                  .    .    .   .     .     .    .    .    .    .    .    .     .    .    .
            /retention                               .    .    .   .     .     .    x    .    .    .    x    .     .    .    x
            /retention/due/SELAM                     .    .    .   .     .     .    .    .    .    .    .    .     .    .    .
            /retention/proposals/SELAM               .    .    .   .     .     .    .    .    .    .    .    .     .    .    .
            /retention/certificates/SELAM            .    .    .   .     .     .    .    .    .    .    .    .     .    .    .
            """;

    private static final List<Persona> COLUMNS = Arrays.stream(
                    WHO_SEES_WHAT.lines().findFirst().orElseThrow().split(" +"))
            .skip(1)
            .map(key -> Persona.named(key).orElseThrow())
            .toList();

    @Autowired
    Selam selam;

    @Autowired
    Cases cases;

    @Autowired
    InventedAccounts accounts;

    @Autowired
    Texts texts;

    @Autowired
    RequestMappingHandlerMapping mappings;

    @LocalServerPort
    int port;

    private Selam.Way way;

    @BeforeEach
    void selamHasBeenInterviewedAndReferred() {
        way = selam.lives();
    }

    @Test
    void eachPageOpensToThoseOfTheTableOnly() {
        var visitors = new LinkedHashMap<Persona, Visitor>();
        Persona.ALL.forEach(persona -> visitors.put(persona, Visitor.signedIn(port, persona)));
        assertThat(visitors.keySet()).containsExactlyInAnyOrderElementsOf(COLUMNS);
        var lines = WHO_SEES_WHAT.lines().toList();
        var found = new ArrayList<String>();
        found.add(lines.getFirst());
        for (String line : lines.subList(1, lines.size())) {
            found.add(row(line, visitors));
        }
        assertThat(String.join("\n", found)).isEqualTo(WHO_SEES_WHAT.stripTrailing());
    }

    /** A page that nobody has thought about stays out of the product until it has a row. */
    @Test
    void everyPageHasARowInTheTable() {
        var rows =
                WHO_SEES_WHAT.lines().skip(1).map(line -> line.split(" +")[0]).toList();
        assertThat(Entrance.withoutRow(Entrance.all(mappings, "masar"), rows)).isEmpty();
    }

    private String row(String line, Map<Persona, Visitor> visitors) {
        String page = line.split(" +")[0];
        var row = new StringBuilder("%-41s".formatted(page));
        for (Persona persona : COLUMNS) {
            int status = visitors.get(persona).get(address(page)).status();
            String mark = status == 200 ? "x" : status == 404 ? "." : Integer.toString(status);
            row.append(mark).append(" ".repeat(persona.key().length() + 1 - mark.length()));
        }
        return row.toString().stripTrailing();
    }

    private String address(String page) {
        return page.replace("/cases/SELAM", way.page(""))
                .replace("/worklist/CARITAS", "/worklist/" + selam.taskOf(way.toCaritas()))
                .replace("/reports/SELAM", "/reports/" + way.report())
                .replace("/interviews/SELAM", "/interviews/" + way.interview())
                .replace("/indications/SELAM", "/indications/" + way.indication())
                .replace("/accounts/SAMIR", "/accounts/" + accounts.account(Persona.SAMIR))
                .replace("/directory/KAFA", "/directory/" + selam.organisation("kafa"))
                .replace("RELEASE", way.request().toString())
                .replace("PASSPORT", way.document().toString())
                .replace("CARITAS", way.toCaritas().toString())
                .replace("KAFA", way.toKafa().toString());
    }

    @Test
    void whatIsNotYoursLooksLikeWhatDoesNotExist() {
        for (Persona persona : List.of(Persona.ZIAD, Persona.NOUR, Persona.SARA, Persona.TONY, Persona.FADI)) {
            var visitor = Visitor.signedIn(port, persona);
            for (String page : List.of("/cases/%s/person", "/referrals/%s", "/interviews/%s", "/indications/%s")) {
                String theirs = page.formatted(
                        page.startsWith("/cases")
                                ? way.caseId().value()
                                : page.startsWith("/referrals")
                                        ? persona == Persona.NOUR ? way.toKafa() : way.toCaritas()
                                        : page.startsWith("/interviews") ? way.interview() : way.indication());
                String nowhere = page.formatted(UUID.randomUUID());
                assertThat(Entrance.words(visitor.get(theirs), theirs))
                        .as(persona.key() + " at " + page)
                        .startsWith("404 ")
                        .isEqualTo(Entrance.words(visitor.get(nowhere), nowhere));
            }
        }
    }

    @Test
    void ziadFromTheNextDeskKnowsTheCaseExistsAndNoMore() {
        assertThat(pageOf(Persona.SAMIR)).contains(chronologyOf("opened"));
        assertThat(pageOf(Persona.ZIAD))
                .contains(code())
                .doesNotContain(chronologyOf("opened"), Selam.NAME, Selam.TOLD);
    }

    @Test
    void anUrgentNeedIsReadByWhoMeetsItAndByTheOfficeThatRaisedIt() {
        var samir = Visitor.signedIn(port, Persona.SAMIR);
        String needs = way.page("/urgent-needs");
        var raised = samir.get(needs)
                .form(needs)
                .with("need", "medical", "note", "insulin since childhood")
                .post(samir);
        assertThat(raised.status()).isEqualTo(303);
        var fadi = Visitor.signedIn(port, Persona.FADI);
        assertThat(samir.get(needs).body()).contains("insulin since childhood");
        assertThat(samir.get(way.page("")).body()).contains(said("screening.alert.urgent"));
        assertThat(fadi.get(needs).body()).doesNotContain("insulin since childhood");
        for (Persona other : List.of(Persona.FADI, Persona.ZIAD, Persona.OMAR)) {
            assertThat(pageOf(other)).as(other.key()).doesNotContain(said("screening.alert.urgent"));
        }
    }

    /** The words of this message up to its first argument. */
    private String said(String key) {
        return texts.say(Language.AR, key, "|").split("\\|")[0];
    }

    @Test
    void whoDetainsReadsNothingOfWhatTheOthersWrite() {
        var fadi = Visitor.signedIn(port, Persona.FADI);
        assertThat(fadi.get(way.page("")).body())
                .contains(code())
                .doesNotContain(Selam.NAME, Selam.TOLD, chronologyOf("opened"));
        assertThat(fadi.get(way.page("/screening")).body()).doesNotContain(Selam.NAME, Selam.TOLD);
        assertThat(fadi.get(way.page("/report")).status()).isEqualTo(404);
        assertThat(fadi.get(way.page("/consents")).status()).isEqualTo(404);
    }

    @Test
    void whoWatchesDeadlinesSeesCodeAndWayOnly() {
        assertThat(pageOf(Persona.OMAR))
                .contains(code())
                .contains("class=\"way")
                .doesNotContain(chronologyOf("opened"), Selam.NAME, Selam.TOLD);
    }

    @Test
    void theInvitedOrganisationSeesWhatWasSharedUntilItIsTakenBack() {
        var nour = Visitor.signedIn(port, Persona.NOUR);
        String address = "/referrals/" + way.toCaritas();
        assertThat(nour.get(address).body()).contains(Selam.NAME);
        assertThat(nour.get("/referrals").body()).contains(address).doesNotContain("/referrals/" + way.toKafa());
        var samir = Visitor.signedIn(port, Persona.SAMIR);
        assertThat(samir.get(address)
                        .form(address + "/withdrawal")
                        .with("note", "she wants to wait")
                        .post(samir)
                        .status())
                .isEqualTo(303);
        assertThat(nour.get(address).body()).doesNotContain(Selam.NAME);
    }

    @Test
    void nobodyActsForAnother() {
        var maya = Visitor.signedIn(port, Persona.MAYA);
        String address = "/referrals/" + way.toCaritas() + "/acceptance";
        assertThat(maya.anyForm(address).with("note", "ours now").post(maya).status())
                .isEqualTo(404);
        var ziad = Visitor.signedIn(port, Persona.ZIAD);
        assertThat(ziad.anyForm("/referrals/" + way.toCaritas() + "/withdrawal")
                        .post(ziad)
                        .status())
                .isEqualTo(404);
        assertThat(ziad.anyForm(way.page("/assignment")).post(ziad).status()).isEqualTo(422);
        assertThat(ziad.get(way.page("/person")).status()).isEqualTo(404);
        var jad = Visitor.signedIn(port, Persona.JAD);
        assertThat(jad.anyForm(way.page("/urgent-needs"))
                        .with("needs", "medical")
                        .post(jad)
                        .status())
                .isEqualTo(404);
    }

    private String pageOf(Persona persona) {
        return Visitor.signedIn(port, persona).get(way.page("")).body();
    }

    private String code() {
        return selam.as(Persona.SAMIR, samir -> cases.card(samir, way.caseId())).code();
    }

    private String chronologyOf(String act) {
        return texts.say(Language.AR, "chronology.casefile." + act);
    }
}
