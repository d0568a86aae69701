package masar.demo;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import masar.access.internal.InventedAccounts;
import masar.casefile.Consents;
import masar.casefile.internal.InventedCaseWork;
import masar.detention.Detention.Circumstances;
import masar.detention.Detentions;
import masar.detention.ProtectionRequest.Draft;
import masar.detention.ProtectionRequests;
import masar.directory.Directory;
import masar.directory.internal.InventedAgreements;
import masar.documents.Documents;
import masar.documents.InventedFiles;
import masar.documents.NewDocument;
import masar.identification.Identifications;
import masar.identification.VictimStatus;
import masar.intake.Reports;
import masar.intake.Told;
import masar.intake.Triage;
import masar.people.Persona;
import masar.referral.Referrals;
import masar.screening.internal.InventedInterviews;
import masar.sealing.SealClass;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The invented world of the demonstration, lived through the same acts that people do on the pages. */
@Component
@ConditionalOnProperty("masar.demonstration")
class DemoWorld {

    private static final String[] SIGNS = {"D1.01", "D1.02", "D4.01", "D4.02", "D5.01", "D5.03"};

    private final InventedAccounts accounts;
    private final Acts acts;
    private final Directory directory;
    private final InstantSource clock;

    DemoWorld(InventedAccounts accounts, Acts acts, Directory directory, InstantSource clock) {
        this.accounts = accounts;
        this.acts = acts;
        this.directory = directory;
        this.clock = clock;
    }

    /** What people can do. */
    @Component
    @ConditionalOnProperty("masar.demonstration")
    record Acts(
            Reports reports,
            InventedInterviews interviews,
            Identifications identifications,
            InventedCaseWork cases,
            Consents consents,
            Referrals referrals,
            InventedAgreements agreements,
            Documents documents,
            Detentions detentions,
            ProtectionRequests requests) {}

    @EventListener(ApplicationStartedEvent.class)
    @Order(1000)
    void loadOnce() {
        if (accounts.isEmpty()) {
            accounts.make(Persona.ALL);
            stories();
        }
    }

    /** One case at each place of the way, so that everybody finds something to do. */
    private void stories() {
        agreements();
        receive(
                "صاحبة العمل أخذت جواز سفرها، وهي تعمل من السادسة صباحًا حتى منتصف الليل ولم تقبض راتبها منذ ثمانية أشهر.",
                null,
                "adult",
                "no",
                false);
        screened(
                "امرأة موقوفة بعدما هربت من منزل كانت محتجزة فيه، وتقول إنها خائفة من العودة.",
                "سلام",
                "gsd-detention",
                "high");
        triage(
                receive("ولد يتسوّل عند الإشارة طوال الليل، ورجل يأخذ منه المال.", null, "child", "yes", false),
                "isf-anti-trafficking",
                "immediate");
        interviewed("عاملة منزلية أُوقفت بتهمة الفرار، وجوازها عند صاحب العمل.", "أمينة");
        presumed("شابة أُغلق عليها الباب ستة أشهر، وأُوقفت بلا أوراق.", "غريس");
        CaseId rosa = presumed("موقوفة منذ أسبوعين، لم تقبض أجرها ومُنعت من الاتصال بأهلها.", "روزا");
        as(Persona.SAMIR, viewer -> acts.cases().take(viewer, rosa));
        refer(rosa, Persona.SAMIR, "caritas-shelter", "مكان آمن ابتداءً من هذا المساء.");
        keep(rosa, "travel-document", "صفحة الصورة من جواز السفر", InventedFiles.photo("روزا Rosa"));
        keep(rosa, "contract", "عقد العمل كما وُقّع", InventedFiles.pdf("Rosa - contract - 400 USD"));
        CaseId miriam = presumed("وُعدت بعمل في مشغل ثم أُجبرت على العمل في البيوت بلا أجر.", "ميريام");
        as(Persona.ZIAD, viewer -> acts.cases().take(viewer, miriam));
        UUID legal = refer(miriam, Persona.ZIAD, "kafa-legal-aid", "استشارة قانونية في الأجور غير المدفوعة.");
        as(Persona.MAYA, viewer -> acts.referrals().accept(viewer, legal, "موعد أول يوم الخميس."));
        held(presumed("موقوفة بسبب بلاغ فرار، ويُقال إنها ستُرحَّل قريبًا.", "أديس"));
        CaseId lina = presumed("كانت تعمل من دون يوم راحة ولا تخرج من المنزل.", "لينا");
        as(Persona.SAMIR, viewer -> {
            acts.cases().take(viewer, lina);
            acts.cases().requestClosure(viewer, lina, "returned", "عادت إلى بلدها بإرادتها ومعها أجورها.");
        });
    }

    /** Held for twelve days, to be removed in nine; her release has been asked for. */
    private void held(CaseId id) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        UUID directorate = organisation("gsd-directorate");
        as(Persona.SAMIR, viewer -> {
            acts.cases().take(viewer, id);
            acts.detentions()
                    .record(
                            viewer,
                            id,
                            new Circumstances(
                                    today.minusDays(12),
                                    "immigration-detention",
                                    organisation("gsd-detention"),
                                    null,
                                    "left-employer",
                                    today.minusDays(5),
                                    today.plusDays(9)));
            acts.consents().record(viewer, id, "consent", "protection-request", Optional.empty(), "am", null);
            var draft = new Draft("release", directorate, null, "586(8)", "هربت من منزل حُجزت فيه ولم تقبض أجرها.");
            UUID request = acts.requests().write(viewer, id, draft, Optional.empty());
            acts.requests().send(viewer, id, request, today.minusDays(1));
        });
    }

    /** One agreement that holds, one that ends soon, and one that nobody has verified; all invented. */
    private void agreements() {
        UUID mosa = organisation("mosa-social-services");
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        agreed(mosa, organisation("caritas-lebanon"), today.minusDays(40), today.plusDays(325));
        agreed(mosa, organisation("kafa"), today.minusDays(345), today.plusDays(20));
        var hana = accounts.viewer(Persona.HANA);
        CurrentViewer.run(
                hana,
                () -> acts.agreements()
                        .enter(hana, mosa, organisation("iom-lebanon"), today.plusDays(7), today.plusDays(372)));
    }

    private void agreed(UUID giver, UUID taker, LocalDate from, LocalDate to) {
        var hana = accounts.viewer(Persona.HANA);
        UUID id = CurrentViewer.as(hana, () -> acts.agreements().enter(hana, giver, taker, from, to));
        as(Persona.OMAR, omar -> acts.agreements().verify(omar, id));
    }

    private UUID receive(String words, @Nullable String name, String age, String dangerNow, boolean detained) {
        LocalDate removal = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().plusDays(9);
        var told = new Told(
                "hotline",
                "witness",
                null,
                false,
                null,
                words,
                name,
                age,
                Set.of("documents-held"),
                dangerNow,
                "none",
                detained,
                detained ? removal : null);
        var viewer = accounts.viewer(Persona.RIMA);
        return CurrentViewer.as(viewer, () -> acts.reports().receive(viewer, told));
    }

    private CaseId triage(UUID report, String screening, String urgency) {
        var triage = new Triage(
                "screen",
                urgency,
                "مؤشرات كافية لإجراء مقابلة.",
                organisation(screening),
                organisation("mosa-social-services"));
        var viewer = accounts.viewer(Persona.RIMA);
        return CurrentViewer.as(viewer, () -> acts.reports().triage(viewer, report, triage))
                .orElseThrow();
    }

    private CaseId screened(String words, String name, String screening, String urgency) {
        return triage(receive(words, name, "adult", "no", true), screening, urgency);
    }

    private CaseId interviewed(String words, String name) {
        CaseId id = screened(words, name, "gsd-detention", "high");
        as(
                Persona.FADI,
                viewer -> acts.interviews().hold(viewer, id, name, organisation("mosa-social-services"), SIGNS));
        return id;
    }

    private CaseId presumed(String words, String name) {
        CaseId id = interviewed(words, name);
        as(
                Persona.LAYLA,
                viewer -> acts.identifications()
                        .decide(
                                viewer,
                                id,
                                VictimStatus.PRESUMED,
                                "أسباب معقولة بحسب المقابلة: حجز الأوراق والعزل والعمل المفرط."));
        return id;
    }

    private UUID refer(CaseId id, Persona manager, String service, String need) {
        var wanted = directory.services().stream()
                .filter(each -> each.key().equals(service))
                .findFirst()
                .orElseThrow();
        var viewer = accounts.viewer(manager);
        return CurrentViewer.as(viewer, () -> {
            acts.consents().record(viewer, id, "consent", "sharing", Optional.of(wanted.organisation()), "am", null);
            UUID referral = acts.referrals().draft(viewer, id, wanted.id(), need, Set.of("name", "language"));
            acts.referrals().send(viewer, referral);
            return referral;
        });
    }

    private void keep(CaseId id, String kind, String title, byte[] file) {
        var document = new NewDocument(kind, title, SealClass.ORDINARY, "", file);
        as(Persona.SAMIR, viewer -> acts.documents().add(viewer, id, document));
    }

    private void as(Persona persona, Consumer<Viewer> act) {
        var viewer = accounts.viewer(persona);
        CurrentViewer.run(viewer, () -> act.accept(viewer));
    }

    private UUID organisation(String key) {
        return directory.organisation(key).orElseThrow().id();
    }
}
