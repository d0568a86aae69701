package masar.screening.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import masar.access.Depth;
import masar.access.Grants;
import masar.access.internal.InventedAccounts;
import masar.casefile.AgeStatus;
import masar.casefile.Cases;
import masar.casefile.Consents;
import masar.casefile.Person;
import masar.directory.Directory;
import masar.people.MasarTest;
import masar.people.Persona;
import masar.procedure.Procedures;
import masar.screening.AgeAtExploitation;
import masar.screening.IndicatorAnswer;
import masar.screening.InterviewStatus;
import masar.screening.SuspectedForm;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/** An interview in a detention centre, from the ground it rests on to the hand-over. */
@MasarTest
class ScreeningJourneyTests {

    private static final Conditions CONDITIONS =
            new Conditions("am", true, "room 2", "DURING", List.of("interpreter"), "no");

    @Autowired
    InventedAccounts accounts;

    @Autowired
    Cases cases;

    @Autowired
    Procedures procedures;

    @Autowired
    Consents consents;

    @Autowired
    Directory directory;

    @Autowired
    BeginDesk beginning;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    AnswerDesk answers;

    @Autowired
    FinishDesk finishing;

    @Autowired
    ReadingDesk reading;

    @Autowired
    UrgentNeedDesk needs;

    private Viewer fadi;
    private Viewer layla;
    private Viewer samir;
    private CaseId selam;

    @BeforeEach
    void selamsCaseWaitsForAnInterview() {
        fadi = accounts.viewer(Persona.FADI);
        layla = accounts.viewer(Persona.LAYLA);
        samir = accounts.viewer(Persona.SAMIR);
        selam = as(
                samir,
                () -> transaction.execute(status -> {
                    var card = cases.open(samir, samir.organisation(), Person.unknown());
                    procedures.beginAt(
                            "screening",
                            card.id().subject(),
                            card.code(),
                            "/cases/" + card.id().value(),
                            fadi.organisation(),
                            samir);
                    cases.share(
                            card.id(),
                            Grants.officeKey(fadi.organisation(), Role.FRONT_LINE_OFFICER),
                            Depth.SUMMARY,
                            "intake.triage");
                    return card.id();
                }));
    }

    @Test
    void withoutConsentOrAReasonThereIsNoInterviewAndUrgentNeedsDoNotWait() {
        refused(
                () -> beginning.begin(fadi, selam, CONDITIONS, ground("vital-interest", "", AgeStatus.ADULT)),
                "casefile.refused.reason.needed");
        as(fadi, () -> {
            needs.raise(fadi, selam, List.of("medical"), "insulin");
            return null;
        });
        assertThat(as(samir, () -> needs.of(samir, selam)))
                .singleElement()
                .satisfies(need -> assertThat(need.isOpen()).isTrue());
        assertThat(as(
                        samir,
                        () -> procedures
                                .way(samir, selam.subject())
                                .orElseThrow()
                                .isOpen("urgent-need")))
                .isTrue();
    }

    @Test
    void nobodyIsInterviewedBeforeTheyAreSafeAndWhatTheyNeedGoesOutAtOnce() {
        as(fadi, () -> {
            beginning.waits(fadi, selam, List.of("safety", "shelter"));
            return null;
        });
        assertThat(as(samir, () -> needs.of(samir, selam)))
                .extracting(UrgentNeed::need)
                .containsExactlyInAnyOrder("safety", "shelter");
        for (String now : List.of("danger", "care-first", "")) {
            refused(
                    () -> beginning.begin(
                            fadi, selam, CONDITIONS, new BeginDesk.Ground("consent", "", AgeStatus.ADULT, now)),
                    "screening.refused.safety.first");
        }
        assertThat(begun()).isNotNull();
    }

    @Test
    void theOwnConsentOfSomeoneWhoseAgeNobodyKnowsIsNotEnough() {
        refused(
                () -> beginning.begin(fadi, selam, CONDITIONS, ground("consent", "", AgeStatus.UNKNOWN)),
                "screening.refused.child.ground");
    }

    @Test
    void whoDetainsReadsNothingAfterTheHandOverAndWhoDecidesReadsAll() {
        UUID interview = begun();
        as(fadi, () -> {
            answers.answer(fadi, interview, 1, Map.of("given_name", "Selam", "gender", "Woman", "age_then", "24"));
            answers.indicators(
                    fadi,
                    interview,
                    2,
                    AgeAtExploitation.ADULT,
                    SuspectedForm.LABOUR,
                    Map.of(
                            "D5.01", IndicatorAnswer.PRESENT,
                            "D5.03", IndicatorAnswer.PRESENT,
                            "D4.01", IndicatorAnswer.PRESENT,
                            "D4.02", IndicatorAnswer.PRESENT));
            return finishing.finish(fadi, interview, 3, layla.organisation(), "move her soon");
        });

        assertThatThrownBy(() -> as(fadi, () -> reading.read(fadi, interview))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> as(fadi, () -> cases.person(fadi, selam))).isInstanceOf(Refused.class);
        assertThat(as(fadi, () -> reading.interviews(fadi, selam)))
                .singleElement()
                .satisfies(card -> {
                    assertThat(card.status()).isEqualTo(InterviewStatus.FINISHED);
                    assertThat(card.readable()).isFalse();
                });
        assertThatThrownBy(() -> as(samir, () -> reading.read(samir, interview)))
                .isInstanceOf(Refused.class);
        assertThat(as(layla, () -> reading.indications(layla, selam)))
                .singleElement()
                .satisfies(card -> assertThat(card.conclusion()).isEqualTo("trafficking-indicated"));
        assertThat(as(layla, () -> reading.htcdsAnswers(layla, selam)))
                .containsEntry("prs_FirstName", "Selam")
                .containsEntry("vic_AgeWhenTrafficked", "24")
                .doesNotContainKey("prs_Gender");
        assertThat(as(layla, () -> cases.person(layla, selam).names())).hasSize(1);
        assertThat(as(
                        layla,
                        () -> procedures
                                .way(layla, selam.subject())
                                .orElseThrow()
                                .isOpen("presumption-decision")))
                .isTrue();
    }

    @Test
    void whenSelamWithdrawsHerConsentTheInterviewStops() {
        UUID interview = begun();
        as(fadi, () -> {
            UUID consent = consents.of(fadi, selam).getFirst().id();
            consents.withdraw(fadi, selam, consent);
            return null;
        });
        assertThat(as(fadi, () -> reading.interviews(fadi, selam)))
                .singleElement()
                .satisfies(card -> assertThat(card.status()).isEqualTo(InterviewStatus.STOPPED));
        assertThatThrownBy(() -> as(fadi, () -> answers.take(fadi, interview))).isInstanceOf(Refused.class);
    }

    @Test
    void twoEditorsNoticeEachOther() {
        UUID interview = begun();
        as(fadi, () -> answers.answer(fadi, interview, 1, Map.of("safe_contact", "cousin")));
        assertThatThrownBy(() ->
                        as(fadi, () -> answers.answer(fadi, interview, 1, Map.of("safe_contact", "somebody else"))))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    void anUrgentNeedSaidInTheInterviewGoesOutAtOnceAndOnlyTheOwnerMarksItMet() {
        UUID interview = begun();
        as(fadi, () -> answers.answer(fadi, interview, 1, Map.of("urgent_needs", "medical shelter")));
        var raised = as(samir, () -> needs.of(samir, selam));
        assertThat(raised).extracting(UrgentNeed::need).containsExactlyInAnyOrder("medical", "shelter");
        refused(
                () -> {
                    needs.met(fadi, selam, raised.getFirst().id());
                    return null;
                },
                "screening.refused.owner.meets");
        as(samir, () -> {
            raised.forEach(need -> needs.met(samir, selam, need.id()));
            return null;
        });
        assertThat(as(
                        samir,
                        () -> procedures
                                .way(samir, selam.subject())
                                .orElseThrow()
                                .isOpen("urgent-need")))
                .isFalse();
    }

    @Test
    void theStrangerFromTheNextOrganisationKnowsNothing() {
        UUID interview = begun();
        Viewer jad = accounts.viewer(Persona.JAD);
        assertThatThrownBy(() -> as(jad, () -> reading.interviews(jad, selam))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> as(jad, () -> answers.take(jad, interview))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> as(jad, () -> {
                    needs.raise(jad, selam, List.of("medical"), "");
                    return null;
                }))
                .isInstanceOf(Refused.class);
    }

    private UUID begun() {
        return as(fadi, () -> beginning.begin(fadi, selam, CONDITIONS, ground("consent", "", AgeStatus.ADULT)));
    }

    private static BeginDesk.Ground ground(String code, String reason, AgeStatus age) {
        return new BeginDesk.Ground(code, reason, age, "safe");
    }

    private void refused(Supplier<Object> act, String key) {
        assertThatThrownBy(() -> as(fadi, act))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refusal -> assertThat(Optional.of(refusal.key())).contains(key));
    }

    private static <T> T as(Viewer viewer, Supplier<T> act) {
        return CurrentViewer.as(viewer, act);
    }
}
