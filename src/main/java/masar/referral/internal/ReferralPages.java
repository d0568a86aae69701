package masar.referral.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import masar.country.Countries;
import masar.directory.Directory;
import masar.directory.HelpService;
import masar.directory.Organisation;
import masar.referral.ReferralCard;
import masar.referral.ReferralPart;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import masar.shell.Choice;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.MenuEntry;
import masar.shell.Pages;
import masar.shell.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A referral as its two sides see it, and the lists of what was sent and received. */
@Controller
@Door({Role.SERVICE_PROVIDER, Role.CASE_MANAGER, Role.SUPERVISOR})
public class ReferralPages {

    private static final int LONGEST = 4000;

    private final ReferralDesk desk;
    private final PacketFlow flow;
    private final Directory directory;
    private final Countries countries;
    private final Pages pages;
    private final ObjectProvider<ReferralPart> parts;

    ReferralPages(
            ReferralDesk desk,
            PacketFlow flow,
            Directory directory,
            Countries countries,
            Pages pages,
            ObjectProvider<ReferralPart> parts) {
        this.desk = desk;
        this.flow = flow;
        this.directory = directory;
        this.countries = countries;
        this.pages = pages;
        this.parts = parts;
    }

    /** One line of a list. */
    public record Line(ReferralCard card, LocalizedText service, LocalizedText from, LocalizedText to) {}

    /** What was received and what was sent. */
    public record ReferralListPage(List<Line> received, List<Line> sent, boolean receives, boolean sends) {}

    /** One referral. */
    public record ReferralPage(
            Line line,
            Map<String, LocalizedText> packet,
            @Nullable LocalizedText declineReason,
            Filled form,
            List<Choice> declineReasons,
            List<ReferralPart> parts,
            Flow flow) {}

    @Bean
    static MenuEntry referralsEntry() {
        return new MenuEntry(
                "referral.menu",
                "/referrals",
                "send",
                30,
                viewer -> viewer.holds(Role.SERVICE_PROVIDER) || viewer.holds(Role.CASE_MANAGER));
    }

    @GetMapping("/referrals")
    ModelAndView list(Viewer viewer) {
        boolean receives = viewer.holds(Role.SERVICE_PROVIDER);
        return pages.show(
                "referral/list",
                new ReferralListPage(
                        receives ? lines(desk.received(viewer)) : List.of(),
                        lines(desk.sent(viewer)),
                        receives,
                        viewer.holds(Role.CASE_MANAGER)));
    }

    @GetMapping("/referrals/{id}")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        return page(viewer, id, Filled.empty());
    }

    @Door(Role.CASE_MANAGER)
    @PostMapping("/referrals/{id}/sending")
    ModelAndView send(Viewer viewer, @PathVariable UUID id) {
        return act(viewer, id, "send", () -> {
            desk.send(viewer, id);
            return "sent";
        });
    }

    @Door(Role.SERVICE_PROVIDER)
    @PostMapping("/referrals/{id}/acceptance")
    ModelAndView accept(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String note) {
        return act(viewer, id, "accept", () -> {
            desk.accept(viewer, id, checked(note));
            return "accepted";
        });
    }

    @Door(Role.SERVICE_PROVIDER)
    @PostMapping("/referrals/{id}/refusal")
    ModelAndView decline(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String note) {
        return act(viewer, id, "decline", () -> {
            var reasons = countries.current().wordList("decline-reason").words().stream()
                    .map(word -> word.code())
                    .toList();
            new Problems().oneOf("reason", reason, reasons).refuseIfAny();
            desk.decline(viewer, id, reason, checked(note));
            return "declined";
        });
    }

    @Door(Role.SERVICE_PROVIDER)
    @PostMapping("/referrals/{id}/completion")
    ModelAndView complete(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String note) {
        return act(viewer, id, "complete", () -> {
            new Problems().required("note", note).refuseIfAny();
            desk.complete(viewer, id, checked(note));
            return "completed";
        });
    }

    @Door(Role.CASE_MANAGER)
    @PostMapping("/referrals/{id}/withdrawal")
    ModelAndView withdraw(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String note) {
        return act(viewer, id, "withdraw", () -> {
            desk.withdraw(viewer, id, checked(note));
            return "withdrawn";
        });
    }

    /** What is newer than what was sent goes out by hand, where no agreement lets it flow. */
    @Door(Role.CASE_MANAGER)
    @PostMapping("/referrals/{id}/renewal")
    ModelAndView renew(Viewer viewer, @PathVariable UUID id) {
        return act(viewer, id, "renew", () -> {
            flow.sendByHand(viewer, id);
            return "renewed";
        });
    }

    private static String checked(String note) {
        new Problems().atMost("note", note, LONGEST).refuseIfAny();
        return note.strip();
    }

    private ModelAndView act(Viewer viewer, UUID id, String what, Supplier<String> act) {
        return pages.act(
                new Subject("referral", id),
                "referral." + what,
                () -> "/referrals/" + id + "?done=referral.done." + act.get(),
                filled -> page(viewer, id, filled));
    }

    private ModelAndView page(Viewer viewer, UUID id, Filled form) {
        var card = desk.card(viewer, id);
        var values = card.state().equals(Referral.DRAFT) ? desk.preview(viewer, id) : card.packet();
        var pack = countries.current();
        boolean inService = card.received() && card.state().equals(Referral.ACCEPTED);
        return pages.show(
                "referral/referral",
                new ReferralPage(
                        line(card),
                        new PacketWords(pack).say(values),
                        Optional.ofNullable(card.declineReason())
                                .map(pack.wordList("decline-reason")::text)
                                .orElse(null),
                        form,
                        pack.wordList("decline-reason").choices(),
                        inService ? parts.stream().toList() : List.of(),
                        flow.of(id, card.received())));
    }

    private List<Line> lines(List<ReferralCard> cards) {
        var services = directory.services().stream().collect(Collectors.toMap(HelpService::id, HelpService::name));
        var names = directory.organisations().stream().collect(Collectors.toMap(Organisation::id, Organisation::name));
        var nothing = LocalizedText.same("–");
        return cards.stream()
                .map(card -> new Line(
                        card,
                        services.getOrDefault(card.service(), nothing),
                        names.getOrDefault(card.from(), nothing),
                        names.getOrDefault(card.to(), nothing)))
                .toList();
    }

    private Line line(ReferralCard card) {
        return lines(List.of(card)).getFirst();
    }
}
