package masar.assistance.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import masar.access.Depth;
import masar.assistance.Assistance.Delivery;
import masar.assistance.ServiceDelivered;
import masar.casefile.CaseActs;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.casefile.CaseTab;
import masar.country.Countries;
import masar.directory.Directory;
import masar.referral.ReferralCard;
import masar.referral.ReferralPart;
import masar.referral.Referrals;
import masar.shared.CaseId;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.shell.Choice;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import masar.shell.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Services delivered in a case, and under a referral. */
@Controller
public class AssistancePages {

    static final List<String> OUTCOMES = List.of("delivered", "partly-delivered", "declined-by-person", "unavailable");

    private final AssistanceDesk desk;
    private final CaseFrames frames;
    private final Referrals referrals;
    private final Countries countries;
    private final Directory directory;
    private final Pages pages;

    AssistancePages(
            AssistanceDesk desk,
            CaseFrames frames,
            Referrals referrals,
            Countries countries,
            Directory directory,
            Pages pages) {
        this.desk = desk;
        this.frames = frames;
        this.referrals = referrals;
        this.countries = countries;
        this.directory = directory;
        this.pages = pages;
    }

    /** What the form of a delivery posts. */
    public record DeliveryForm(
            @Nullable String category,
            @Nullable String outcome,
            @Nullable String on,
            @Nullable String note) {

        @Override
        public String toString() {
            return "DeliveryForm[hidden]";
        }
    }

    /** One delivery as it is drawn. */
    public record Line(ServiceDelivered service, LocalizedText category, LocalizedText organisation) {}

    /** What both pages share. */
    public record Deliveries(
            List<Line> lines,
            Filled form,
            List<Choice> categories,
            List<Choice> outcomes,
            String address,
            boolean mayRecord) {}

    /** Services of a case. */
    public record CaseServicesPage(CaseFrame frame, Deliveries deliveries) {}

    /** Services of a referral. */
    public record ReferralServicesPage(ReferralCard card, Deliveries deliveries) {}

    @Bean
    static CaseTab servicesTab() {
        return new CaseTab("assistance.tab", "services", 60, (viewer, card) -> card.sees(Depth.FULL));
    }

    @Bean
    static ReferralPart servicesPart() {
        return new ReferralPart("assistance.record", "services");
    }

    @Bean
    static CaseActs servicesActs() {
        return (viewer, card, way) ->
                card.manager().filter(viewer.account()::equals).isPresent() && card.isOpen()
                        ? List.of(new CaseActs.Act(
                                "assistance.record",
                                "/cases/" + card.id().value() + "/services",
                                "deliver-own-service"))
                        : List.of();
    }

    @Door({Role.CASE_MANAGER, Role.SUPERVISOR})
    @GetMapping("/cases/{id}/services")
    ModelAndView ofCase(Viewer viewer, @PathVariable UUID id) {
        return casePage(viewer, new CaseId(id), Filled.empty());
    }

    @Door(Role.CASE_MANAGER)
    @PostMapping("/cases/{id}/services")
    ModelAndView deliverInCase(Viewer viewer, @PathVariable UUID id, DeliveryForm form) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "assistance.deliver",
                () -> {
                    desk.deliver(viewer, caseId, read(form));
                    return "/cases/" + id + "/services?done=assistance.done.recorded";
                },
                filled -> casePage(viewer, caseId, filled));
    }

    @Door(Role.SERVICE_PROVIDER)
    @GetMapping("/referrals/{id}/services")
    ModelAndView ofReferral(Viewer viewer, @PathVariable UUID id) {
        return referralPage(viewer, id, Filled.empty());
    }

    @Door(Role.SERVICE_PROVIDER)
    @PostMapping("/referrals/{id}/services")
    ModelAndView deliverUnderReferral(Viewer viewer, @PathVariable UUID id, DeliveryForm form) {
        return pages.act(
                new Subject("referral", id),
                "assistance.deliver",
                () -> {
                    desk.deliver(viewer, id, read(form));
                    return "/referrals/" + id + "/services?done=assistance.done.recorded";
                },
                filled -> referralPage(viewer, id, filled));
    }

    private Delivery read(DeliveryForm form) {
        var categories = countries.current().wordList("service-category").words().stream()
                .map(word -> word.code())
                .toList();
        var problems = new Problems()
                .oneOf("category", form.category(), categories)
                .oneOf("outcome", form.outcome(), OUTCOMES)
                .required("on", form.on())
                .atMost("note", form.note(), 4000);
        LocalDate on = desk.today();
        try {
            on = form.on() == null || form.on().isBlank() ? on : LocalDate.parse(form.on());
        } catch (DateTimeException impossible) {
            problems.add("on", "shell.problem.date");
        }
        problems.refuseIfAny();
        return new Delivery(
                form.category() == null ? "" : form.category(),
                form.outcome() == null ? "" : form.outcome(),
                on,
                form.note() == null ? "" : form.note().strip());
    }

    private ModelAndView casePage(Viewer viewer, CaseId id, Filled form) {
        var frame = frames.frame(viewer, id, "services");
        boolean mayRecord = frame.acts().stream().anyMatch(act -> act.key().equals("assistance.record"));
        var deliveries = deliveries(desk.ofCase(viewer, id), form, "/cases/" + id.value() + "/services", mayRecord);
        return pages.show("assistance/of_case", new CaseServicesPage(frame, deliveries));
    }

    private ModelAndView referralPage(Viewer viewer, UUID id, Filled form) {
        var card = referrals.card(viewer, id);
        boolean mayRecord = card.received() && card.state().equals("accepted");
        var deliveries = deliveries(desk.ofReferral(viewer, id), form, "/referrals/" + id + "/services", mayRecord);
        return pages.show("assistance/of_referral", new ReferralServicesPage(card, deliveries));
    }

    private Deliveries deliveries(List<ServiceDelivered> services, Filled form, String address, boolean mayRecord) {
        var list = countries.current().wordList("service-category");
        var lines = services.stream()
                .map(service ->
                        new Line(service, list.text(service.category()), directory.nameOf(service.organisation())))
                .toList();
        var begun =
                form.values().isEmpty() ? Filled.with(Map.of("on", desk.today().toString())) : form;
        return new Deliveries(
                lines,
                begun,
                list.words().stream()
                        .map(word -> Choice.of(word.code(), word.text()))
                        .toList(),
                OUTCOMES.stream()
                        .map(code -> Choice.said(code, "assistance.outcome." + code))
                        .toList(),
                address,
                mayRecord);
    }
}
