package masar.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import masar.directory.Directory;
import masar.directory.HelpService;
import masar.people.Persona;
import masar.shared.OrganisationKind;

/**
 * One story from a hotline call to closure and reopening, as six people do it on pages one after the other: operator,
 * front-line officer, identification officer, case manager, provider of a service, supervisor.
 */
final class Story {

    /** Who does it, and the service that is asked for. */
    record Cast(
            Persona operator,
            Persona officer,
            Persona decider,
            Persona manager,
            Persona provider,
            Persona supervisor,
            HelpService service) {}

    private static final Set<OrganisationKind> KEEP_THEIR_OWN =
            Set.of(OrganisationKind.DETAINING, OrganisationKind.POLICE);

    private final Walk walk;
    private final Cast cast;
    private final Directory directory;
    private final Supplier<LocalDate> today;

    Story(Walk walk, Cast cast, Directory directory, Supplier<LocalDate> today) {
        this.walk = walk;
        this.cast = cast;
        this.directory = directory;
        this.today = today;
    }

    /** Walks it; the walk keeps what a machine complains of. */
    void isWalked() {
        operatorWritesAReportAndTriagesIt();
        String casePage = officerHoldsTheInterview();
        identificationOfficerPresumes(casePage);
        String referral = caseManagerTakesTheCaseAndRefers(casePage);
        providerAcceptsHelpsAndCompletes(referral);
        identificationOfficerConfirms(casePage);
        caseManagerRecordsFollowUpAndRequestsClosure(casePage);
        supervisorApprovesAndReopens(casePage);
    }

    private OrganisationKind kindOf(Persona persona) {
        return directory.organisation(persona.organisation()).orElseThrow().kind();
    }

    private UUID organisation(Persona persona) {
        return directory.organisation(persona.organisation()).orElseThrow().id();
    }

    private void operatorWritesAReportAndTriagesIt() {
        walk.as(cast.operator());
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
        walk.fill("removalOn", today.get().plusDays(20).toString());
        walk.press("/reports");
        assertThat(walk.path()).matches("/reports/[0-9a-f-]{36}");
        walk.look("report");
        walk.pick("urgency", "high");
        walk.pick("outcome", "screen");
        walk.choose("screening", organisation(cast.officer()).toString());
        walk.choose("owner", organisation(cast.manager()).toString());
        walk.fill("reasons", "محتجزة بلا أوراق وتقول إنها كانت ممنوعة من الخروج.");
        walk.press(walk.path() + "/triage");
        walk.look("report-triaged");
        walk.go("/");
        walk.look("home-operator-after");
    }

    private String officerHoldsTheInterview() {
        walk.as(cast.officer());
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
        walk.pick("safety", "safe");
        walk.choose("language", "am");
        walk.pick("interpreter", "yes");
        walk.fill("place", "غرفة المقابلات");
        walk.pick("privacy", "yes");
        walk.pick("phase", "DURING");
        walk.pick("present", "interpreter");
        if (walk.has("input[name=ageNow]")) {
            walk.pick("ageNow", "adult");
        }
        walk.pressButton("form[action$='/interviews/new'] button[type=submit]:visible");
        assertThat(walk.path()).as("no interview without a ground").endsWith("/interviews/new");
        walk.pick("ground", "consent");
        walk.pick("explained", "yes");
        walk.pressButton("form[action$='/interviews/new'] button[type=submit]:visible");
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
        walk.pick("competent", organisation(cast.decider()).toString());
        walk.pressButton("form[action$='/finish'] button[type=submit]");
        assertThat(walk.path()).doesNotContain("/finish");
        walk.look("after-interview");
        walk.go(interview);
        assertThat(walk.page().locator("main").innerText().contains("غرفة المقابلات"))
                .as("content after hand-over is read by whoever neither detains nor polices")
                .isEqualTo(!KEEP_THEIR_OWN.contains(kindOf(cast.officer())));
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

    private void identificationOfficerPresumes(String casePage) {
        walk.as(cast.decider());
        walk.go(casePage + "/identification");
        walk.look("identification");
        walk.pressButton("a[href^='/indications/']");
        walk.look("indication");
        walk.go(casePage + "/identification");
        walk.pick("status", "presumed");
        walk.fill("reasons", "أُخذت أوراقها ومُنعت من الخروج وعملت بلا أجر، بحسب المقابلة.");
        walk.press(casePage + "/identification");
        walk.look("identification-presumed");
    }

    private String caseManagerTakesTheCaseAndRefers(String casePage) {
        walk.as(cast.manager());
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
        walk.choose("service", cast.service().id().toString());
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
        walk.choose("recipient", cast.service().organisation().toString());
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

    private void providerAcceptsHelpsAndCompletes(String referral) {
        walk.as(cast.provider());
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
        walk.as(cast.decider());
        walk.go(casePage + "/identification");
        walk.pick("status", "confirmed");
        walk.fill("reasons", "تأكدت الوقائع بعد مقابلة ثانية ومستندات العمل.");
        walk.press(casePage + "/identification");
        walk.look("identification-confirmed");
    }

    private void caseManagerRecordsFollowUpAndRequestsClosure(String casePage) {
        walk.as(cast.manager());
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
        walk.as(cast.supervisor());
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
