package masar.screening.internal;

import java.util.List;
import java.util.stream.IntStream;
import masar.casefile.Cases;
import masar.forms.Filling;
import masar.procedure.Procedures;
import masar.screening.Indications;
import masar.screening.Indicator;
import masar.screening.IndicatorCatalogue;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes what stands beside the pages of an interview under way. */
@Component
class InterviewHeads {

    private final Cases cases;
    private final Procedures procedures;
    private final Indications indications;
    private final Questionnaire questionnaire;
    private final Wording wording;

    InterviewHeads(
            Cases cases, Procedures procedures, Indications indications, Questionnaire questionnaire, Wording wording) {
        this.cases = cases;
        this.procedures = procedures;
        this.indications = indications;
        this.questionnaire = questionnaire;
        this.wording = wording;
    }

    @Transactional(readOnly = true)
    InterviewHead head(Viewer viewer, Interview interview, Filling filling, String current) {
        return new InterviewHead(
                interview.id(),
                interview.caseId().value(),
                cases.card(viewer, interview.caseId()).code(),
                interview.course().version(),
                questionnaire.sections(viewer, interview, filling),
                dimensions(interview),
                interview.conditions.intimidating().stream()
                        .map(code -> wording.word("person-present", code))
                        .toList(),
                current);
    }

    /** The catalogue of the edition under which the case began. */
    @Transactional(readOnly = true)
    IndicatorCatalogue catalogue(Interview interview) {
        return indications.catalogue(edition(interview));
    }

    /** Key of the list chosen by the age at exploitation and the suspected form, as far as known. */
    @Transactional(readOnly = true)
    String list(Interview interview) {
        var content = interview.content();
        return indications.list(edition(interview), content.age(), content.form());
    }

    private String edition(Interview interview) {
        return procedures.editionOf(interview.caseId().subject()).id();
    }

    private List<InterviewHead.DimensionLine> dimensions(Interview interview) {
        var catalogue = catalogue(interview);
        List<Indicator> listed = catalogue.in(list(interview));
        var answered = interview.content().indicators().keySet();
        return IntStream.range(0, catalogue.dimensions().size())
                .mapToObj(at -> {
                    var dimension = catalogue.dimensions().get(at);
                    var own = listed.stream()
                            .filter(indicator -> indicator.dimension().equals(dimension.key()))
                            .map(Indicator::code)
                            .toList();
                    long looked = own.stream().filter(answered::contains).count();
                    return new InterviewHead.DimensionLine(at + 1, dimension.name(), own.size(), (int) looked);
                })
                .toList();
    }
}
