package masar.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import masar.access.Newcomers;
import masar.access.internal.InventedAccounts;
import masar.casefile.Cases;
import masar.casefile.DeclaredRelations;
import masar.people.MasarTest;
import masar.people.MovableClock;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import masar.shared.Language;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shell.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who is accused, what staff declare, and how the two meet without either side reading the other. */
@MasarTest
class ConflictTests {

    private static final String DECLARED = "مؤسسة الصنوبر البيضاء للتنظيف";
    private static final String KNOWN = "Snawbar Bayda";
    private static final String ACCUSED = "Wadih Qortbawi";

    @Autowired
    Selam selam;

    @Autowired
    InventedAccounts accounts;

    @Autowired
    Cases cases;

    @Autowired
    DeclaredRelations relations;

    @Autowired
    MovableClock clock;

    @Autowired
    Texts texts;

    @LocalServerPort
    int port;

    private Selam.Way way;
    private Persona karim;

    /** Karim is a case manager where Samir and Ziad are; nobody declared anything yet. */
    @BeforeEach
    void samirHoldsSelamsCase() throws SQLException {
        try (var everything = TestDatabase.administrator()) {
            for (String table : List.of("finding", "tie_token", "tie_end", "tie")) {
                everything.createStatement().execute("delete from conflict." + table);
            }
        }
        way = selam.lives();
        karim = somebody(Role.CASE_MANAGER, "mosa-social-services");
    }

    @Test
    void whoDeclaredTheEmployerOfAnAccusedHasNoPartInTheCaseAnyMore() {
        var karims = visitor(karim);
        declare(karims, DECLARED);
        assertThat(karims.get(way.page("")).status()).isEqualTo(200);
        var samir = visitor(Persona.SAMIR);
        assertThat(record(samir, "name", ACCUSED, "employer", KNOWN).leadsTo()).contains("conflict.done.recorded");

        assertThat(karims.get(way.page("")).status()).isEqualTo(404);
        assertThat(karims.get("/cases").body())
                .doesNotContain(way.caseId().value().toString());
        assertThat(visitor(Persona.ZIAD).get(way.page("")).status())
                .as("colleagues go on")
                .isEqualTo(200);
        assertThat(samir.get(way.page("/closure")).status()).isEqualTo(200);
    }

    @Test
    void neitherSideReadsWhatTheOtherWrote() {
        var karims = visitor(karim);
        declare(karims, DECLARED);
        record(visitor(Persona.SAMIR), "name", ACCUSED, "employer", KNOWN);
        var hana = visitor(Persona.HANA);
        assertThat(hana.get("/").body()).contains(say("casefile.tie.task"));
        String sight = hana.get(way.page("/sight")).body();
        String bar = hana.get(conflict()).body();
        for (String body : new String[] {sight, bar, hana.get(way.page("")).body()}) {
            assertThat(body).doesNotContain(DECLARED, "الصنوبر");
        }
        assertThat(bar).contains(say("conflict.bar.found.words"), karim.name().ar());
        assertThat(karims.get("/account/ties").body()).contains(DECLARED).doesNotContain(ACCUSED, KNOWN, code());
        assertThat(karims.get("/").body()).doesNotContain(ACCUSED, KNOWN, code());
        assertThat(visitor(Persona.SARA)
                        .get("/accounts/" + accounts.account(karim))
                        .body())
                .as("administrators do not read it")
                .doesNotContain(DECLARED);
    }

    @Test
    void aManagerWhoDeclaresATieLaterGivesTheCaseBack() {
        var manager = somebody(Role.CASE_MANAGER, "mosa-social-services");
        var theirs = selam.lives("Hanan", Persona.LAYLA, manager);
        var visitor = visitor(manager);
        visitor.get(theirs.page("/accused"))
                .form(theirs.page("/accused"))
                .with("role", "Employer", "employer", "Zaytouna Khadra")
                .post(visitor);
        assertThat(declare(visitor, "الزيتونة الخضراء").leadsTo()).contains("conflict.done.declared");
        assertThat(visitor.get(theirs.page("")).status()).isEqualTo(404);
        var ziad = visitor(Persona.ZIAD);
        String take = theirs.page("/assignment");
        assertThat(ziad.get(theirs.page("")).form(take).post(ziad).status()).isEqualTo(303);
        assertThat(ziad.get(theirs.page("/accused")).body()).contains("Zaytouna Khadra");
    }

    @Test
    void aManagerWhoRecordsTheirOwnEmployerLearnsOnlyThatTheyHaveNoPart() {
        var manager = somebody(Role.CASE_MANAGER, "mosa-social-services");
        var theirs = selam.lives("Hanan", Persona.LAYLA, manager);
        var visitor = visitor(manager);
        declare(visitor, "Bustan Karmil");
        var answer = visitor.get(theirs.page("/accused"))
                .form(theirs.page("/accused"))
                .with("role", "Employer", "employer", "بستان الكرمل")
                .post(visitor);
        assertThat(answer.leadsTo()).isEqualTo("/sight?done=conflict.done.no.part");
        assertThat(visitor.get(theirs.page("")).status()).isEqualTo(404);
    }

    @Test
    void theUnitOfAnAccusedSeesNothingAnyMore() {
        assertThat(visitor(Persona.FADI).get(way.page("")).status()).isEqualTo(200);
        record(
                visitor(Persona.SAMIR),
                "organisation",
                selam.organisation(Persona.FADI.organisation()).toString());
        var fadi = visitor(Persona.FADI);
        assertThat(fadi.get(way.page("")).status()).isEqualTo(404);
        assertThat(fadi.get("/interviews/" + way.interview()).status()).isEqualTo(404);
        assertThat(visitor(Persona.HANA).get(way.page("/sight")).body()).contains("وُجد تلقائيًا");
    }

    @Test
    void whoOnceBelongedToTheUnitIsTakenOffToo() {
        var karims = visitor(karim);
        String unit = selam.organisation(Persona.JAD.organisation()).toString();
        karims.get("/account/ties")
                .form("/account/ties/unit")
                .with("organisation", unit)
                .post(karims);
        record(visitor(Persona.SAMIR), "organisation", unit);
        assertThat(karims.get(way.page("")).status()).isEqualTo(404);
    }

    @Test
    void whenTheOwnerItselfIsConcernedTheCoordinatorsAreTold() {
        record(
                visitor(Persona.SAMIR),
                "organisation",
                selam.organisation(Persona.SAMIR.organisation()).toString());
        assertThat(visitor(Persona.OMAR).get("/").body()).contains(say("casefile.owner.concerned.task"));
        assertThat(visitor(Persona.SAMIR).get(way.page("/closure")).status()).isEqualTo(200);
    }

    @Test
    void aSupervisorLiftsAPossibleTieForAReasonAndItIsNotFoundAgain() {
        var karims = visitor(karim);
        declare(karims, DECLARED);
        record(visitor(Persona.SAMIR), "employer", KNOWN);
        var hana = visitor(Persona.HANA);
        String conflict = conflict();
        var unsure = hana.get(conflict)
                .form(conflict + "/lift")
                .with("reason", "same-name-only")
                .post(hana);
        assertThat(unsure.status()).as("two steps").isEqualTo(422);
        var lifted = hana.get(conflict)
                .form(conflict + "/lift")
                .with("reason", "same-name-only", "sure", "yes")
                .post(hana);
        assertThat(lifted.status()).isEqualTo(303);
        record(visitor(Persona.SAMIR), "name", ACCUSED);
        assertThat(count("select count(*) from access.bar where subject = ? and lifted_at is null"))
                .isZero();
        assertThat(relations.isRelated(accounts.account(karim), way.caseId())).isFalse();
    }

    @Test
    void whatIsLeftClosedIsNoLongerATask() {
        declare(visitor(karim), DECLARED);
        record(visitor(Persona.SAMIR), "employer", KNOWN);
        String open =
                "select count(*) from worklist.task where subject = ? and step = 'possible-tie' and done_at is null";
        assertThat(count(open)).isOne();
        var hana = visitor(Persona.HANA);
        hana.get(conflict()).form(conflict() + "/keep").post(hana);
        assertThat(count(open)).isZero();
        assertThat(visitor(karim).get(way.page("")).status()).isEqualTo(404);
    }

    @Test
    void nobodyWithoutAPartIsTakenOffACaseSoThatNobodyLearnsOfTheirDeclaration() {
        var stranger = somebody(Role.CASE_MANAGER, "unhcr-lebanon");
        declare(visitor(stranger), DECLARED);
        record(visitor(Persona.SAMIR), "employer", KNOWN);
        assertThat(count("select count(*) from access.bar where subject = ?")).isZero();
        assertThat(relations.isRelated(accounts.account(stranger), way.caseId()))
                .as("the watch over reading knows")
                .isTrue();
        var sara = visitor(Persona.SARA);
        String transfer = "/accounts/" + accounts.account(stranger) + "/transfer";
        var moved = sara.anyForm(transfer)
                .with("organisation", selam.organisation("mosa-social-services").toString())
                .with("rolesThere", "case-manager", "sure", "yes")
                .post(sara);
        assertThat(moved.status()).isEqualTo(303);
        assertThat(visitor(stranger).get(way.page("")).status())
                .as("found when they come to have a part")
                .isEqualTo(404);
    }

    @Test
    void anAccusedIsRemovedWithAReasonAndWhatWasClosedStaysClosed() {
        declare(visitor(karim), DECLARED);
        var samir = visitor(Persona.SAMIR);
        record(samir, "name", ACCUSED, "employer", KNOWN);
        String removal = way.page("/accused/")
                + TestDatabase.text("select id from conflict.accused where case_id = '%s'"
                        .formatted(way.caseId().value()))
                + "/removal";
        assertThat(samir.get(way.page("/accused")).form(removal).post(samir).status())
                .isEqualTo(422);
        samir.get(way.page("/accused"))
                .form(removal)
                .with("reason", "written by mistake")
                .post(samir);
        assertThat(samir.get(way.page("/accused")).body()).doesNotContain(ACCUSED);
        assertThat(visitor(karim).get(way.page("")).status()).isEqualTo(404);
    }

    private Visitor.Answer declare(Visitor visitor, String name) {
        return visitor.get("/account/ties")
                .form("/account/ties/business")
                .with("name", name, "whose", "family-business")
                .post(visitor);
    }

    private Visitor.Answer record(Visitor visitor, String... fields) {
        return visitor.get(way.page("/accused"))
                .form(way.page("/accused"))
                .with("role", "Employer")
                .with(fields)
                .post(visitor);
    }

    private String conflict() {
        return way.page("/conflicts/")
                + TestDatabase.text("select id from access.bar where subject = '%s' and lifted_at is null"
                        .formatted(way.caseId().value()));
    }

    private String code() {
        return selam.as(Persona.SAMIR, samir -> cases.card(samir, way.caseId())).code();
    }

    private long count(String sql) {
        return TestDatabase.count(sql, way.caseId().value());
    }

    private Persona somebody(Role role, String organisation) {
        String key = "invented-" + UUID.randomUUID();
        var persona = new Persona(key, new LocalizedText("كريم ع", "Karim A", "Karim A"), organisation, Set.of(role));
        accounts.make(List.of(persona));
        return persona;
    }

    private Visitor visitor(Persona persona) {
        return Persona.ALL.contains(persona)
                ? Visitor.signedIn(port, persona)
                : new Newcomers(port, accounts, clock).signedIn(persona);
    }

    private String say(String key) {
        return texts.say(Language.AR, key);
    }
}
