package masar.detention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import masar.access.Depth;
import masar.access.Grants;
import masar.casefile.Consents;
import masar.country.Countries;
import masar.detention.ProtectionRequest.Draft;
import masar.detention.ProtectionRequest.Reply;
import masar.people.Duties;
import masar.people.MasarTest;
import masar.people.MovableClock;
import masar.people.Persona;
import masar.people.Selam;
import masar.people.TestDatabase;
import masar.people.Visitor;
import masar.shared.Language;
import masar.shared.Refused;
import masar.shared.Viewer;
import masar.shell.Texts;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is asked of authorities for Selam, followed until they answer. */
@MasarTest
class ProtectionRequestTests {

    @Autowired
    Selam selam;

    @Autowired
    ProtectionRequests requests;

    @Autowired
    Consents consents;

    @Autowired
    Duties duties;

    @Autowired
    Grants grants;

    @Autowired
    Countries countries;

    @Autowired
    Texts texts;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    private Selam.Way way;

    @BeforeEach
    void samirHoldsSelamsCase() {
        way = selam.lives();
    }

    @Test
    void nothingIsSentWithoutAConsentOrGroundThatCoversTheAddressee() {
        UUID request = writes("release", "gsd-directorate", null);
        assertRefused("detention.refused.consent", () -> sends(request, today()));
        consents("sharing", "caritas-lebanon");
        assertRefused("detention.refused.consent", () -> sends(request, today()));
        consents("sharing", "gsd-directorate");
        sends(request, today());
        assertThat(find(request).state()).isEqualTo(RequestState.SENT);
        UUID elsewhere = writes("release", null, "the examining judge of Baabda");
        assertRefused("detention.refused.consent", () -> sends(elsewhere, today()));
        consents("protection-request", null);
        sends(elsewhere, today());
        assertThat(TestDatabase.count(
                        "select count(*) from detention.request_line where case_id = ? and state = 'sent'"
                                + " and consent is not null",
                        way.caseId().value()))
                .isEqualTo(2);
    }

    @Test
    void theAnswerIsDueByTheClockOfItsKindFromTheDayItWasSent() {
        consents("protection-request", null);
        var country = countries.current();
        for (String kind : List.of("release", "non-deportation", "non-punishment")) {
            UUID request = writes(kind, "gsd-directorate", null);
            LocalDate sent = today().minusDays(1);
            sends(request, sent);
            Instant start = sent.atStartOfDay(country.calendar().zone()).toInstant();
            assertThat(find(request).dueAt())
                    .isEqualTo(country.calendar().due(start, country.clock("request-reply-" + kind)));
            assertRefused("detention.refused.before.sent", () -> answers(request, sent.minusDays(1), "refused"));
            answers(request, today(), "granted");
        }
        UUID tomorrow = writes("release", "gsd-directorate", null);
        assertRefused("detention.refused.future", () -> sends(tomorrow, today().plusDays(1)));
    }

    @Test
    void silenceIsRemindedOfAndGoesUpUntilTheAnswerIsKept() {
        consents("protection-request", null);
        UUID request = writes("release", "gsd-directorate", "586(8)");
        sends(request, today());
        assertThat(Duties.whose(way.caseId())).contains("request-reply mosa-social-services case-manager");
        Instant due = Duties.of(way.caseId()).get("request-reply");
        duties.timeGoesBy(Duration.between(clock.instant(), due).minusHours(3));
        assertThat(Duties.told(way.caseId(), "request-reply")).containsExactly("reminder");
        duties.timeGoesBy(Duration.ofHours(4));
        duties.timeGoesBy(Duration.ofDays(5));
        assertThat(Duties.told(way.caseId(), "request-reply")).contains("officer", "supervisor");
        assertThat(visitor(Persona.SAMIR).get(way.page("/detention")).body())
                .contains(texts.say(Language.AR, "detention.request.silent"));
        answers(request, today(), "none");
        assertThat(Duties.of(way.caseId())).doesNotContainKey("request-reply");
        assertThat(visitor(Persona.SAMIR).get(way.page("/requests/" + request)).body())
                .contains(countries
                        .current()
                        .wordList("request-outcome")
                        .text("none")
                        .ar());
    }

    @Test
    void whoIsRefusedAsksAgainAndTheEarlierRequestIsNamed() {
        consents("protection-request", null);
        UUID first = writes("non-deportation", "gsd-directorate", "586(9)");
        assertRefused("detention.refused.not.yet.again", () -> again(first));
        sends(first, today());
        assertRefused("detention.refused.not.yet.again", () -> again(first));
        answers(first, today(), "refused");
        UUID second = again(first);
        assertThat(find(second).again()).contains(first);
        var samir = visitor(Persona.SAMIR);
        String asking = way.page("/requests?again=" + first);
        var posted = samir.get(asking)
                .form(way.page("/requests"))
                .with(
                        "kind",
                        "non-deportation",
                        "addressee",
                        "",
                        "authority",
                        "the prosecutor",
                        "reason",
                        "a third time")
                .post(samir);
        assertThat(samir.get(posted.leadsTo()).body()).contains("a third time", first.toString());
        assertRefused("shell.refused.not.found", () -> again(UUID.randomUUID()));
    }

    @Test
    void itIsAskedAgainWhenTheAnswerIsLate() {
        consents("protection-request", null);
        UUID first = writes("release", "gsd-directorate", null);
        sends(first, today());
        clock.advance(Duration.ofDays(30));
        assertThat(find(again(first)).again()).contains(first);
    }

    @Test
    void aRequestIsAnsweredOnceAndInItsTurn() {
        consents("protection-request", null);
        UUID request = writes("release", "gsd-directorate", null);
        assertRefused("detention.refused.out.of.order", () -> answers(request, today(), "granted"));
        sends(request, today());
        assertRefused("detention.refused.out.of.order", () -> sends(request, today()));
        answers(request, today(), "granted");
        assertRefused("detention.refused.out.of.order", () -> answers(request, today(), "refused"));
        UUID other = writes("release", "gsd-directorate", null);
        selam.as(Persona.SAMIR, samir -> {
            requests.withdraw(samir, way.caseId(), other);
            return true;
        });
        assertRefused("detention.refused.out.of.order", () -> sends(other, today()));
        assertRefused("detention.refused.addressee.needed", () -> writes("release", null, null, null));
    }

    @Test
    void theLetterStandsInArabicAndInTheReadersLanguageAndSaysWhatNobodyHasChecked() {
        UUID request = writes("non-punishment", "gsd-directorate", "586(8)");
        var samir = visitor(Persona.SAMIR);
        String letter = way.page("/requests/" + request + "/letter");
        String code = TestDatabase.text("select code from casefile.case_record where id = '"
                + way.caseId().value() + "'");
        String arabic = texts.say(Language.AR, "detention.letter.ask.non-punishment");
        String french = texts.say(Language.FR, "detention.letter.ask.non-punishment");
        assertThat(samir.get(letter).body())
                .contains(arabic, Selam.NAME, "586(8)", texts.say(Language.AR, "detention.letter.verify"))
                .doesNotContain(french, code);
        samir.get("/language/fr");
        assertThat(unescaped(samir.get(letter).body())).contains(arabic, french, "lang=\"fr\" dir=\"ltr\"");
        assertThat(TestDatabase.count(
                        "select count(*) from audit.entry where act = 'detention.letter' and subject = ?",
                        way.caseId().value()))
                .isEqualTo(2);
    }

    @Test
    void whoeverDetainsOrPolicesReadsNoRequestWhateverTheyWereGranted() {
        UUID request = writes("release", "gsd-directorate", null);
        for (Persona persona : List.of(Persona.FADI, Persona.JAD)) {
            UUID account = selam.as(persona, Viewer::account);
            selam.as(Persona.SAMIR, samir -> {
                grants.give(way.caseId().subject(), Grants.accountKey(account), Depth.FULL, "by-name");
                return true;
            });
            assertRefused(
                    "shell.refused.not.found",
                    () -> selam.as(persona, viewer -> requests.find(viewer, way.caseId(), request)));
        }
        for (Persona stranger : List.of(Persona.ZIAD, Persona.NOUR, Persona.RANA, Persona.OMAR)) {
            assertThat(visitor(stranger)
                            .get(way.page("/requests/" + request + "/letter"))
                            .status())
                    .as(stranger.key())
                    .isEqualTo(404);
        }
    }

    private static String unescaped(String body) {
        return body.replace("&#39;", "'");
    }

    private UUID writes(String kind, @Nullable String organisation, @Nullable String words) {
        boolean article = words != null && words.startsWith("586");
        return writes(kind, organisation, article ? null : words, article ? words : null);
    }

    private UUID writes(
            String kind, @Nullable String organisation, @Nullable String authority, @Nullable String article) {
        var draft = new Draft(
                kind,
                organisation == null ? null : selam.organisation(organisation),
                authority,
                article,
                "she was made to work there");
        return selam.as(Persona.SAMIR, samir -> requests.write(samir, way.caseId(), draft, Optional.empty()));
    }

    private UUID again(UUID first) {
        var draft = new Draft("release", selam.organisation("gsd-directorate"), null, null, "again");
        return selam.as(Persona.SAMIR, samir -> requests.write(samir, way.caseId(), draft, Optional.of(first)));
    }

    private void sends(UUID request, LocalDate on) {
        selam.as(Persona.SAMIR, samir -> {
            requests.send(samir, way.caseId(), request, on);
            return true;
        });
    }

    private void answers(UUID request, LocalDate on, String outcome) {
        selam.as(Persona.SAMIR, samir -> {
            requests.reply(samir, way.caseId(), request, new Reply(on, outcome, "in their words"));
            return true;
        });
    }

    private void consents(String purpose, @Nullable String organisation) {
        var recipient = Optional.ofNullable(organisation).map(selam::organisation);
        selam.as(
                Persona.SAMIR,
                samir -> consents.record(samir, way.caseId(), "consent", purpose, recipient, "am", null));
    }

    private ProtectionRequest find(UUID request) {
        return selam.as(Persona.SAMIR, samir -> requests.find(samir, way.caseId(), request));
    }

    private LocalDate today() {
        return clock.instant().atZone(countries.current().calendar().zone()).toLocalDate();
    }

    private Visitor visitor(Persona persona) {
        return Visitor.signedIn(port, persona);
    }

    private static void assertRefused(String key, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }
}
