package masar.screening.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import masar.casefile.CaseFrame;
import masar.casefile.CaseFrames;
import masar.casefile.Consents;
import masar.country.WorldNames;
import masar.forms.Filling;
import masar.forms.Question;
import masar.forms.Section;
import masar.screening.InterviewStatus;
import masar.shared.LocalizedText;
import masar.shared.Role;
import masar.shared.Viewer;
import masar.shell.Door;
import masar.shell.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** An interview read whole, by those who may. */
@Controller
@Door({Role.FRONT_LINE_OFFICER, Role.IDENTIFICATION_OFFICER, Role.CASE_MANAGER, Role.SUPERVISOR})
public class InterviewPages {

    private final ReadingDesk desk;
    private final Questionnaire questionnaire;
    private final Consents consents;
    private final CaseFrames frames;
    private final Wording wording;
    private final Names names;
    private final Pages pages;

    InterviewPages(
            ReadingDesk desk,
            Questionnaire questionnaire,
            Consents consents,
            CaseFrames frames,
            Wording wording,
            Names names,
            Pages pages) {
        this.desk = desk;
        this.questionnaire = questionnaire;
        this.consents = consents;
        this.frames = frames;
        this.wording = wording;
        this.names = names;
        this.pages = pages;
    }

    /** A question with its answer. */
    public record Answered(LocalizedText question, LocalizedText answer) {}

    /** A section with what was answered in it, and how many of its questions have no answer. */
    public record SectionRead(LocalizedText title, List<Answered> answers, int unanswered) {}

    /** When and by whom it was held, and where it stands. */
    public record Course(
            InterviewStatus status,
            Instant begunAt,
            @Nullable Instant endedAt,
            String who,
            LocalizedText organisation,
            @Nullable LocalizedText handedTo) {}

    /** Under which conditions it was held. */
    public record Setting(
            LocalizedText ground,
            LocalizedText language,
            boolean interpreter,
            String place,
            LocalizedText phase,
            String privacy,
            List<LocalizedText> present,
            List<LocalizedText> intimidating) {}

    /**
     * An interview with everything that was said.
     *
     * @param indication what it indicated, null while it is not finished
     * @param mine whether the viewer may go on with it
     */
    public record InterviewPage(
            CaseFrame frame,
            UUID id,
            Course course,
            Setting setting,
            List<SectionRead> sections,
            @Nullable String recommendation,
            @Nullable UUID indication,
            boolean mine) {}

    @GetMapping("/interviews/{id}")
    ModelAndView show(Viewer viewer, @PathVariable UUID id) {
        Interview interview = desk.read(viewer, id);
        var frame = frames.frame(viewer, interview.caseId(), "screening");
        Filling filling = questionnaire.filling(interview);
        var sections = questionnaire.sections(viewer, interview, filling).stream()
                .map(line -> read(viewer, questionnaire.section(interview, line.number()), line, filling))
                .toList();
        return pages.show(
                "screening/interview",
                new InterviewPage(
                        frame,
                        id,
                        course(interview),
                        setting(viewer, interview),
                        sections,
                        interview.content().recommendation(),
                        desk.indicationOf(viewer, id)
                                .map(IndicationStore.Kept::id)
                                .orElse(null),
                        desk.mayWrite(viewer, interview)));
    }

    private SectionRead read(Viewer viewer, Section section, InterviewHead.SectionLine line, Filling filling) {
        Map<String, Question> questions =
                section.questions().stream().collect(Collectors.toMap(Question::name, question -> question));
        var answers = questionnaire.asked(viewer, section, filling).stream()
                .flatMap(key -> filling.answers().value(key).stream()
                        .map(value -> answered(
                                java.util.Objects.requireNonNull(questions.get(Questionnaire.nameOf(key))), value)))
                .toList();
        return new SectionRead(line.title(), answers, line.asked() - line.answered());
    }

    private Answered answered(Question question, String value) {
        return new Answered(Wording.text(question.label(), question.name()), wording.answer(question, value));
    }

    private Course course(Interview interview) {
        var course = interview.course();
        return new Course(
                course.status(),
                interview.beginning.at(),
                course.endedAt(),
                names.person(interview.beginning.interviewer()),
                names.organisation(interview.organisation()),
                course.handedTo() == null ? null : names.organisation(course.handedTo()));
    }

    private Setting setting(Viewer viewer, Interview interview) {
        var conditions = interview.conditions;
        return new Setting(
                ground(viewer, interview),
                WorldNames.language(conditions.language()),
                conditions.interpreter(),
                conditions.place(),
                wording.word("interview-phase", conditions.phase()),
                conditions.privacy(),
                people(conditions.present()),
                people(conditions.intimidating()));
    }

    private LocalizedText ground(Viewer viewer, Interview interview) {
        return consents.of(viewer, interview.caseId()).stream()
                .filter(consent -> consent.id().equals(interview.beginning.consent()))
                .findFirst()
                .map(consent -> wording.word("legal-ground", consent.ground()))
                .orElseGet(() -> LocalizedText.same("–"));
    }

    private List<LocalizedText> people(List<String> codes) {
        return codes.stream().map(code -> wording.word("person-present", code)).toList();
    }
}
