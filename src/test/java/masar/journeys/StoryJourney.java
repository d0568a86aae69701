package masar.journeys;

import static masar.people.Persona.FADI;
import static masar.people.Persona.HANA;
import static masar.people.Persona.LAYLA;
import static masar.people.Persona.NOUR;
import static masar.people.Persona.RIMA;
import static masar.people.Persona.SAMIR;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import java.time.Duration;
import java.util.Map;
import masar.access.internal.InventedAccounts;
import masar.people.MasarTest;
import masar.people.MovableClock;
import masar.shared.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * One story from a hotline call to closure and reopening. Six people sign in in turn: operator, officer in the detention
 * centre, identification officer, case manager, shelter, supervisor.
 */
@MasarTest
class StoryJourney {

    private static Chromium chromium;

    @LocalServerPort
    int port;

    @Autowired
    MovableClock clock;

    @Autowired
    InventedAccounts accounts;

    private Walk walk;

    /** Words that stand for the same organisation in the three languages. */
    private static final Map<Language, Map<String, String>> NAMES = Map.of(
            Language.AR,
                    Map.of(
                            "gsd",
                            "مركز احتجاز",
                            "mosa",
                            "مديرية الخدمات الاجتماعية",
                            "shelter",
                            "بيوت آمنة",
                            "caritas",
                            "كاريتاس"),
            Language.FR,
                    Map.of(
                            "gsd",
                            "centre de rétention",
                            "mosa",
                            "direction des services sociaux",
                            "shelter",
                            "Maisons d’accueil",
                            "caritas",
                            "Caritas"),
            Language.EN,
                    Map.of(
                            "gsd",
                            "detention centre",
                            "mosa",
                            "directorate of social services",
                            "shelter",
                            "Safe houses",
                            "caritas",
                            "Caritas"));

    @BeforeAll
    static void start() {
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void selamIsHeardPresumedShelteredConfirmedAndHerCaseIsClosedAndReopened(Language language) {
        try (var walker = new Walk(chromium, "http://localhost:" + port, language, this::freshCode)) {
            walk = walker;
            var words = NAMES.get(language);
            operatorWritesAReportAndTriagesIt(words);
            String interviewed = officerHoldsTheInterview(words);
            String casePage = identificationOfficerPresumes(interviewed);
            String referral = caseManagerTakesTheCaseAndRefers(casePage, words);
            shelterAcceptsHelpsAndCompletes(referral);
            identificationOfficerConfirms(casePage);
            caseManagerRecordsFollowUpAndRequestsClosure(casePage);
            supervisorApprovesAndReopens(casePage);
            assertThat(walk.complaints()).as("what a machine sees on the pages").isEmpty();
        }
    }

    private String freshCode() {
        clock.advance(Duration.ofSeconds(31));
        return accounts.codeNow(clock.instant());
    }

    private void operatorWritesAReportAndTriagesIt(Map<String, String> words) {
        walk.as(RIMA);
        walk.go("/reports");
        walk.look("reports");
        walk.go("/reports/new");
        walk.look("report-new");
        walk.pressButton("form[action='/reports'] button[type=submit]");
        assertThat(walk.has(".summary")).as("an empty report is not saved").isTrue();
        walk.look("report-new-refused");
        walk.pick("dangerNow", "no");
        walk.pick("medicalNeed", "none");
        walk.pick("dangers", "detention-or-removal");
        walk.pick("dangers", "documents-held");
        walk.pick("channel", "hotline");
        walk.pick("caller", "witness");
        walk.fill("whatHappened", "هربت من البيت الذي تعمل فيه بعدما أُخذ جوازها، وهي موقوفة منذ أسبوع.");
        walk.fill("personName", "سلام");
        walk.pick("ageNow", "adult");
        walk.pick("detained", "yes");
        walk.fill(
                "removalOn",
                clock.instant()
                        .atZone(java.time.ZoneOffset.UTC)
                        .toLocalDate()
                        .plusDays(20)
                        .toString());
        walk.press("/reports");
        assertThat(walk.path()).matches("/reports/[0-9a-f-]{36}");
        walk.look("report");
        walk.pick("urgency", "high");
        walk.pick("outcome", "screen");
        walk.chooseWith("screening", words.get("gsd"));
        walk.chooseWith("owner", words.get("mosa"));
        walk.fill("reasons", "محتجزة بلا أوراق وتقول إنها كانت ممنوعة من الخروج.");
        walk.press(walk.path() + "/triage");
        walk.look("report-triaged");
        walk.go("/");
        walk.look("home-operator-after");
    }

    private String officerHoldsTheInterview(Map<String, String> words) {
        walk.as(FADI);
        walk.open("main section .row-link");
        walk.page().waitForLoadState();
        String casePage = walk.path();
        walk.look("case-officer");
        walk.go(casePage + "/person");
        walk.look("person-hidden");
        walk.choose("reason", "prepare-interview");
        walk.press(casePage + "/person/reveal");
        walk.look("person-officer");
        walk.go(casePage + "/urgent-needs");
        walk.look("urgent-needs");
        walk.pick("need", "medical");
        walk.fill("note", "ألم في الأسنان منذ أيام.");
        walk.press(casePage + "/urgent-needs");
        walk.go(casePage + "/screening");
        walk.look("screening");
        walk.go(casePage + "/interviews/new");
        walk.look("interview-begin");
        walk.choose("language", "am");
        walk.pick("interpreter", "yes");
        walk.fill("place", "غرفة المقابلات");
        walk.pick("privacy", "yes");
        walk.pick("phase", "DURING");
        walk.pick("present", "interpreter");
        if (walk.has("input[name=ageNow]")) {
            walk.pick("ageNow", "adult");
        }
        walk.pressButton("form[action$='/interviews/new'] button[type=submit]");
        assertThat(walk.path()).as("no interview without a ground").endsWith("/interviews/new");
        walk.pick("ground", "consent");
        walk.pick("explained", "yes");
        walk.pressButton("form[action$='/interviews/new'] button[type=submit]");
        assertThat(walk.path()).matches("/interviews/[0-9a-f-]{36}/sections/1");
        walk.look("interview-section");
        String interview = walk.path().replaceAll("/sections/1", "");
        walk.pressButton("button[name=then][value=pause]");
        walk.go(interview + "/sections/2");
        walk.look("interview-section-2");
        walk.pressButton("button[name=then][value=next]");
        answerIndicators(interview);
        walk.go(interview + "/finish");
        walk.look("interview-finish");
        walk.page()
                .locator("label:has(input[name=competent])")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(words.get("mosa")))
                .first()
                .click();
        walk.pressButton("form[action$='/finish'] button[type=submit]");
        assertThat(walk.path()).doesNotContain("/finish");
        walk.look("after-interview");
        walk.go(interview);
        assertThat(walk.page().locator("main").innerText())
                .as("content after hand-over")
                .doesNotContain("غرفة المقابلات");
        return casePage;
    }

    private void answerIndicators(String interview) {
        walk.go(interview + "/indicators/1");
        walk.look("indicators");
        walk.pick("age", "adult");
        walk.pick("suspicion", "labour");
        walk.pick("i.D1.01", "present");
        walk.pick("i.D1.02", "present");
        walk.pressButton("button[name=then][value=next]");
        for (int dimension = 2; dimension <= 6; dimension++) {
            walk.go(interview + "/indicators/" + dimension);
            switch (dimension) {
                case 4 -> {
                    walk.pick("i.D4.01", "present");
                    walk.pick("i.D4.02", "present");
                }
                case 5 -> {
                    walk.pick("i.D5.01", "present");
                    walk.pick("i.D5.03", "present");
                    walk.pick("i.D5.04", "refused");
                }
                default -> {}
            }
            walk.pressButton("button[name=then][value=next]");
        }
    }

    private String identificationOfficerPresumes(String casePage) {
        walk.as(LAYLA);
        walk.go(casePage + "/identification");
        walk.look("identification");
        walk.pressButton("a[href^='/indications/']");
        walk.look("indication");
        walk.go(casePage + "/identification");
        walk.pick("status", "presumed");
        walk.fill("reasons", "أُخذت أوراقها ومُنعت من الخروج وعملت بلا أجر، بحسب المقابلة.");
        walk.press(casePage + "/identification");
        walk.look("identification-presumed");
        return casePage;
    }

    private String caseManagerTakesTheCaseAndRefers(String casePage, Map<String, String> words) {
        walk.as(SAMIR);
        walk.go(casePage);
        walk.look("case-untaken");
        walk.press(casePage + "/assignment");
        walk.look("case-taken");
        walk.go(casePage + "/report");
        walk.look("case-report");
        walk.go(casePage + "/person");
        walk.choose("reason", "prepare-referral");
        walk.press(casePage + "/person/reveal");
        walk.fill("Arab.given", "سلام");
        walk.fill("Latn.given", "Selam");
        walk.fill("Latn.father", "Tesfaye");
        walk.fill("birthYear", "1998");
        walk.choose("nationality", "ET");
        walk.choose("language", "am");
        walk.press(casePage + "/person");
        walk.look("person");
        walk.go(casePage + "/sight");
        walk.look("sight");
        walk.go(casePage + "/referrals");
        walk.chooseWith("service", words.get("shelter"));
        walk.fill("need", "مكان آمن للنوم ابتداءً من الغد.");
        walk.pick("shared", "name");
        walk.pick("shared", "language");
        walk.look("case-referrals");
        walk.press(casePage + "/referrals");
        String referral = walk.path();
        walk.look("referral-draft");
        walk.press(referral + "/sending");
        assertThat(walk.has(".summary")).as("not sent without consent").isTrue();
        walk.look("referral-refused");
        walk.go(casePage + "/consents");
        walk.pick("purpose", "sharing");
        walk.chooseWith("recipient", words.get("caritas"));
        walk.pick("ground", "consent");
        walk.choose("language", "am");
        walk.press(casePage + "/consents");
        walk.look("consents");
        walk.go(referral);
        walk.press(referral + "/sending");
        assertThat(walk.has(".note.done")).isTrue();
        walk.look("referral-sent");
        walk.go("/referrals");
        walk.look("referrals");
        return referral;
    }

    private void shelterAcceptsHelpsAndCompletes(String referral) {
        walk.as(NOUR);
        walk.open("a[href='" + referral + "']");
        walk.page().waitForLoadState(LoadState.LOAD);
        assertThat(walk.text()).contains("Selam").doesNotContain("1998");
        walk.look("referral-received");
        walk.fill("note", "أهلًا بها غدًا صباحًا.");
        walk.press(referral + "/acceptance");
        walk.look("referral-accepted");
        walk.go(referral + "/services");
        walk.choose("category", "shelter");
        walk.pick("outcome", "delivered");
        walk.press(referral + "/services");
        walk.look("referral-services");
        walk.go(referral);
        walk.fill("note", "أقامت شهرًا وانتقلت إلى سكن مستقل.");
        walk.press(referral + "/completion");
        walk.look("referral-completed");
    }

    private void identificationOfficerConfirms(String casePage) {
        walk.as(LAYLA);
        walk.go(casePage + "/identification");
        walk.pick("status", "confirmed");
        walk.fill("reasons", "تأكدت الوقائع بعد مقابلة ثانية ومستندات العمل.");
        walk.press(casePage + "/identification");
        walk.look("identification-confirmed");
    }

    private void caseManagerRecordsFollowUpAndRequestsClosure(String casePage) {
        walk.as(SAMIR);
        walk.look("home-manager");
        walk.go(casePage + "/services");
        walk.choose("category", "psychosocial");
        walk.pick("outcome", "delivered");
        walk.press(casePage + "/services");
        walk.look("services");
        walk.go(casePage + "/closure");
        walk.look("closure");
        walk.choose("reason", "integrated");
        walk.pick("contact", "agreed");
        walk.fill("note", "وجدت عملًا وسكنًا، ورقمنا معها إن احتاجت.");
        walk.press(casePage + "/closure");
        walk.look("closure-requested");
    }

    private void supervisorApprovesAndReopens(String casePage) {
        walk.as(HANA);
        walk.go(casePage + "/closure");
        walk.press(casePage + "/closure/approval");
        walk.go(casePage);
        walk.look("case-closed");
        assertThat(walk.page().locator(".way .here").count()).isZero();
        walk.go(casePage + "/closure");
        walk.fill("note", "عادت وطلبت المساعدة.");
        walk.press(casePage + "/reopening");
        walk.go(casePage);
        walk.look("case-reopened");
        assertThat(walk.page().locator(".way .here").count()).isPositive();
        assertThat(walk.page().locator(".timeline li").count()).isGreaterThan(12);
    }
}
