package masar.identification.internal;

import java.util.List;
import java.util.Optional;
import masar.access.Depth;
import masar.casefile.Cases;
import masar.country.Countries;
import masar.identification.Identifications;
import masar.identification.VictimStatus;
import masar.identification.internal.IdentificationRules.Use;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional
class IdentificationDesk implements Identifications {

    private final DecisionBook book;
    private final ReflectionBook reflections;
    private final DecisionMaking making;
    private final IdentificationRules rules;
    private final Competence competence;
    private final Cases cases;
    private final Countries countries;

    IdentificationDesk(
            DecisionBook book,
            ReflectionBook reflections,
            DecisionMaking making,
            IdentificationRules rules,
            Competence competence,
            Cases cases,
            Countries countries) {
        this.book = book;
        this.reflections = reflections;
        this.making = making;
        this.rules = rules;
        this.competence = competence;
        this.cases = cases;
        this.countries = countries;
    }

    @Override
    public void decide(Viewer viewer, CaseId id, VictimStatus status, String reasons) {
        Refused.unless(rules.panel().use() != Use.REQUIRED, "identification.refused.panel.required");
        making.decide(viewer, id, status, reasons, null);
    }

    boolean decidesAlone(Viewer viewer) {
        return rules.panel().use() != Use.REQUIRED && competence.mayDecide(viewer);
    }

    @Override
    @Transactional(readOnly = true)
    public VictimStatus status(Viewer viewer, CaseId id) {
        cases.card(viewer, id, Depth.SUMMARY);
        return book.status(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Decision> decisions(Viewer viewer, CaseId id) {
        cases.card(viewer, id, Depth.SUMMARY);
        return book.decisions(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ReflectionPeriod> reflection(Viewer viewer, CaseId id) {
        cases.card(viewer, id, Depth.SUMMARY);
        return reflections.last(id);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean suspended(Viewer viewer, CaseId id, String code) {
        cases.card(viewer, id);
        return countries.current().wordList("reflection-suspends").has(code)
                && reflections
                        .lastForGuards(id)
                        .filter(period -> period.runs(competence.now()))
                        .isPresent();
    }
}
