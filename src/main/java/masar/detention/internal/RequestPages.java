package masar.detention.internal;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.detention.ProtectionRequest;
import masar.detention.ProtectionRequest.Reply;
import masar.detention.ProtectionRequests;
import masar.detention.internal.DetentionView.RequestLine;
import masar.shared.CaseId;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Choice;
import masar.shell.Door;
import masar.shell.Filled;
import masar.shell.Pages;
import masar.shell.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Requests to authorities: written, sent, answered, asked again. */
@Controller
@Door({Role.CASE_MANAGER, Role.SUPERVISOR})
public class RequestPages {

    private static final int LONGEST_TEXT = 4000;
    private static final String SENDING = "sentOn";

    private final ProtectionRequests requests;
    private final CaseFrames frames;
    private final DetentionView view;
    private final PackWords words;
    private final Pages pages;
    private final InstantSource clock;

    RequestPages(
            ProtectionRequests requests,
            CaseFrames frames,
            DetentionView view,
            PackWords words,
            Pages pages,
            InstantSource clock) {
        this.requests = requests;
        this.frames = frames;
        this.view = view;
        this.words = words;
        this.pages = pages;
        this.clock = clock;
    }

    /** The form of a new request; {@code again} is the earlier one after which it asks again, or null. */
    public record WritingPage(
            CaseFrame frame,
            Filled form,
            @Nullable RequestLine again,
            List<Choice> kinds,
            List<Choice> addressees,
            List<Choice> articles) {}

    /**
     * One request.
     *
     * @param again the earlier one after which it asks again, or null
     * @param writtenBy name of who wrote it
     */
    public record RequestPage(
            CaseFrame frame,
            RequestLine line,
            @Nullable RequestLine again,
            String writtenBy,
            Filled form,
            List<Choice> outcomes,
            boolean mayWrite,
            boolean mayAskAgain) {}

    @GetMapping("/cases/{id}/requests")
    ModelAndView write(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String again) {
        var caseId = new CaseId(id);
        var earlier = earlier(again).map(request -> requests.find(viewer, caseId, request));
        return writing(viewer, caseId, earlier.map(RequestPages::asked).orElse(Filled.empty()));
    }

    @PostMapping("/cases/{id}/requests")
    ModelAndView written(Viewer viewer, @PathVariable UUID id, RequestForm form) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                "detention.request.written",
                () -> {
                    UUID request = requests.write(viewer, caseId, form.read(words), earlier(form.again()));
                    return "/cases/" + id + "/requests/" + request + "?done=detention.done.written";
                },
                filled -> writing(viewer, caseId, filled));
    }

    @GetMapping("/cases/{id}/requests/{request}")
    ModelAndView show(Viewer viewer, @PathVariable UUID id, @PathVariable UUID request) {
        return page(viewer, new CaseId(id), request, Filled.empty());
    }

    @PostMapping("/cases/{id}/requests/{request}/sending")
    ModelAndView send(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID request,
            @RequestParam(defaultValue = "") String sentOn) {
        return act(viewer, id, request, "detention.request.sent", () -> {
            var problems = new Problems().required(SENDING, sentOn);
            LocalDate day = problems.day(SENDING, sentOn);
            problems.refuseIfAny();
            requests.send(viewer, new CaseId(id), request, day == null ? LocalDate.EPOCH : day);
            return "detention.done.sent";
        });
    }

    @PostMapping("/cases/{id}/requests/{request}/reply")
    ModelAndView reply(
            Viewer viewer,
            @PathVariable UUID id,
            @PathVariable UUID request,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String text) {
        return act(viewer, id, request, "detention.request.answered", () -> {
            var problems = new Problems()
                    .required("on", on)
                    .oneOf("outcome", outcome, words.codes("request-outcome"))
                    .atMost("text", text, LONGEST_TEXT);
            LocalDate day = problems.day("on", on);
            problems.refuseIfAny();
            var reply = new Reply(day == null ? LocalDate.EPOCH : day, outcome, text.strip());
            requests.reply(viewer, new CaseId(id), request, reply);
            return "detention.done.answered";
        });
    }

    @PostMapping("/cases/{id}/requests/{request}/withdrawal")
    ModelAndView withdraw(Viewer viewer, @PathVariable UUID id, @PathVariable UUID request) {
        return act(viewer, id, request, "detention.request.withdrawn", () -> {
            requests.withdraw(viewer, new CaseId(id), request);
            return "detention.done.withdrawn";
        });
    }

    private ModelAndView act(Viewer viewer, UUID id, UUID request, String what, Supplier<String> act) {
        var caseId = new CaseId(id);
        return pages.act(
                caseId.subject(),
                what,
                () -> "/cases/" + id + "/requests/" + request + "?done=" + act.get(),
                filled -> page(viewer, caseId, request, filled));
    }

    /** An id typed into the address or the form; none for anything else. */
    private static Optional<UUID> earlier(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .filter(text -> text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString);
    }

    /** A form that asks the same again. */
    private static Filled asked(ProtectionRequest earlier) {
        var values = new LinkedHashMap<String, String>();
        var draft = earlier.draft();
        values.put("again", earlier.id().toString());
        values.put("kind", draft.kind());
        Optional.ofNullable(draft.addressee()).ifPresent(to -> values.put("addressee", to.toString()));
        Optional.ofNullable(draft.authority()).ifPresent(name -> values.put("authority", name));
        Optional.ofNullable(draft.article()).ifPresent(article -> values.put("article", article));
        values.put("reason", draft.reason());
        return Filled.with(values);
    }

    private ModelAndView writing(Viewer viewer, CaseId id, Filled form) {
        var frame = frames.frame(viewer, id, "detention");
        return pages.show(
                "detention/writing",
                new WritingPage(
                        frame,
                        form,
                        earlier(form.value("again"))
                                .map(request -> view.line(requests.find(viewer, id, request)))
                                .orElse(null),
                        words.list("protection-request"),
                        words.addressees(),
                        words.articles()));
    }

    private ModelAndView page(Viewer viewer, CaseId id, UUID request, Filled form) {
        var frame = frames.frame(viewer, id, "detention");
        var found = requests.find(viewer, id, request);
        var begun = form.values().isEmpty()
                ? Filled.with(java.util.Map.of(
                        SENDING, view.today().toString(), "on", view.today().toString()))
                : form;
        return pages.show(
                "detention/request",
                new RequestPage(
                        frame,
                        view.line(found),
                        found.again()
                                .map(earlier -> view.line(requests.find(viewer, id, earlier)))
                                .orElse(null),
                        words.person(found.writtenBy()),
                        begun,
                        words.list("request-outcome"),
                        DetentionDesk.mayWrite(viewer, frame.card()),
                        found.mayAskAgain(clock.instant())));
    }
}
