package masar.people;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import masar.access.internal.InventedAccounts;
import masar.casefile.Consents;
import masar.casefile.internal.InventedCaseWork;
import masar.detention.ProtectionRequest.Draft;
import masar.detention.ProtectionRequests;
import masar.directory.Directory;
import masar.documents.Documents;
import masar.documents.InventedFiles;
import masar.documents.NewDocument;
import masar.intake.Reports;
import masar.intake.Told;
import masar.intake.Triage;
import masar.referral.Referrals;
import masar.screening.internal.InventedInterviews;
import masar.sealing.SealClass;
import masar.shared.CaseId;
import masar.shared.CurrentViewer;
import masar.shared.Viewer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Selam's way, lived through the acts that people do: Rima hears of her, Fadi interviews her in detention and hands over
 * to Layla, Samir takes her case, and with her consent asks two organisations for help, keeps a picture of her passport and
 * writes a request for her release.
 */
@Component
@ConditionalOnProperty("masar.demonstration")
public class Selam {

    /** What Rima wrote down; words that only readers of the report may meet. */
    public static final String TOLD = "she ran from the house where she was locked in";

    /** The name that Selam said in the interview. */
    public static final String NAME = "Selamawit";

    private static final Draft RELEASE =
            new Draft("release", null, "the examining judge", null, "she is held because she ran away");

    /** Where her way has left its traces. */
    public record Way(
            UUID report,
            CaseId caseId,
            UUID interview,
            UUID indication,
            UUID toCaritas,
            UUID toKafa,
            UUID document,
            UUID request) {

        public String page(String rest) {
            return "/cases/" + caseId.value() + rest;
        }
    }

    private final InventedAccounts accounts;
    private final Directory directory;
    private final Reports reports;
    private final InventedInterviews interviews;
    private final InventedCaseWork caseWork;
    private final Consents consents;
    private final Referrals referrals;
    private final Documents documents;
    private final ProtectionRequests requests;

    Selam(
            InventedAccounts accounts,
            Directory directory,
            Reports reports,
            InventedInterviews interviews,
            InventedCaseWork caseWork,
            Consents consents,
            Referrals referrals,
            Documents documents,
            ProtectionRequests requests) {
        this.accounts = accounts;
        this.directory = directory;
        this.reports = reports;
        this.interviews = interviews;
        this.caseWork = caseWork;
        this.consents = consents;
        this.referrals = referrals;
        this.documents = documents;
        this.requests = requests;
    }

    /** Lives it once more, from the call to the referrals. */
    public Way lives() {
        return lives(NAME, Persona.LAYLA, Persona.SAMIR);
    }

    /** Lives it with another given name, another office that decides and another case manager. */
    public Way lives(String givenName, Persona decides, Persona manager) {
        UUID report = as(Persona.RIMA, rima -> reports.receive(rima, told()));
        CaseId id = as(Persona.RIMA, rima -> reports.triage(rima, report, triage(manager)))
                .orElseThrow();
        UUID interview = as(Persona.FADI, fadi -> interviews.begin(fadi, id));
        UUID indication = as(
                Persona.FADI,
                fadi -> interviews.finish(fadi, interview, givenName, organisation(decides.organisation())));
        as(manager, viewer -> caseWork.take(viewer, id));
        UUID toCaritas = as(manager, viewer -> referred(viewer, id, givenName, "caritas-lebanon", "caritas-legal-aid"));
        UUID toKafa = as(manager, viewer -> referred(viewer, id, givenName, "kafa", "kafa-shelter"));
        var passport = new NewDocument(
                "travel-document",
                "passport of " + givenName,
                SealClass.ORDINARY,
                "passport.png",
                InventedFiles.png(40, 30));
        UUID document = as(manager, viewer -> documents.add(viewer, id, passport));
        UUID request = as(manager, viewer -> requests.write(viewer, id, RELEASE, Optional.empty()));
        return new Way(report, id, interview, indication, toCaritas, toKafa, document, request);
    }

    /** Somebody else whose interview Fadi has begun and not finished. */
    public UUID isBeingInterviewed() {
        UUID report = as(Persona.RIMA, rima -> reports.receive(rima, told()));
        CaseId id = as(Persona.RIMA, rima -> reports.triage(rima, report, triage(Persona.SAMIR)))
                .orElseThrow();
        return as(Persona.FADI, fadi -> interviews.begin(fadi, id));
    }

    /** Does something as this person. */
    public <T> T as(Persona persona, Function<Viewer, T> act) {
        Viewer viewer = accounts.viewer(persona);
        return CurrentViewer.as(viewer, () -> act.apply(viewer));
    }

    private UUID referred(Viewer samir, CaseId id, String givenName, String organisation, String service) {
        consents.record(samir, id, "consent", "sharing", Optional.of(organisation(organisation)), "am", null);
        UUID wanted = directory.services().stream()
                .filter(each -> each.key().equals(service))
                .findFirst()
                .orElseThrow()
                .id();
        UUID referral = referrals.draft(samir, id, wanted, "help for " + givenName, Set.of("name"));
        referrals.send(samir, referral);
        return referral;
    }

    private static Told told() {
        return new Told(
                "hotline",
                "witness",
                null,
                false,
                null,
                TOLD,
                null,
                "adult",
                Set.of("detention-or-removal"),
                "no",
                "none",
                true,
                null);
    }

    private Triage triage(Persona manager) {
        return new Triage(
                "screen",
                "high",
                "enough for an interview",
                organisation(Persona.FADI.organisation()),
                organisation(manager.organisation()));
    }

    /** The open task about this referral or other item of a case. */
    public UUID taskOf(UUID item) {
        return UUID.fromString(TestDatabase.text(
                "select id::text from worklist.task where item = '%s' and done_at is null".formatted(item)));
    }

    /** The id of the organisation with this key of the country pack. */
    public UUID organisation(String key) {
        return directory.organisation(key).orElseThrow().id();
    }
}
