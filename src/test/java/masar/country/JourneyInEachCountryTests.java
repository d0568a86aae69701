package masar.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import masar.Application;
import masar.access.Depth;
import masar.casefile.Cases;
import masar.casefile.Consents;
import masar.directory.Directory;
import masar.directory.HelpService;
import masar.identification.Identifications;
import masar.identification.VictimStatus;
import masar.intake.Reports;
import masar.intake.Told;
import masar.intake.Triage;
import masar.launch.Launcher;
import masar.people.CountryOfOwn;
import masar.people.Persona;
import masar.procedure.Passed;
import masar.procedure.Procedures;
import masar.procedure.Way;
import masar.referral.Referrals;
import masar.shared.CaseId;
import masar.shared.Role;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Under every country the same story: somebody calls, a woman is heard, presumed a victim, helped with her consent,
 * confirmed, and her case is closed. The pack says whose turn it is, by when, and under which edition.
 */
class JourneyInEachCountryTests {

    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "lb, ministry-of-labour, isf-anti-trafficking, mosa-social-services, lb-2025-1",
        "jo, ministry-of-labour, psd-ctu, mosd, jo-2021-1",
        "iq, moi-anti-trafficking, momd, molsa, iq-2023-1",
        "eg, nccm, moi, moss, eg-2021-1",
        "sa, mhrsd, moi-public-security, mhrsd, sa-2020-1"
    })
    void aCallBecomesACaseThatIsHeardHelpedAndClosedByTheCountrysClocks(
            String country, String hotline, String screening, String owner, String edition) {
        walk(country, null, hotline, screening, owner, edition);
    }

    @Test
    void aCountryMadeAMinuteAgoRunsTheSameJourney() {
        Path countries = directory.resolve("countries");
        var out = new PrintStream(new ByteArrayOutputStream());
        assertThat(new Launcher(Application.class)
                        .run(new String[] {"country", "new", "kw", countries.toString()}, out, out))
                .isZero();
        walk("kw", countries, "social-services", "police", "social-services", "kw-1");
    }

    private void walk(
            String country, @Nullable Path countries, String hotline, String screening, String owner, String edition) {
        try (var masar = new CountryOfOwn(directory.resolve("data"), country, countries)) {
            Persona operator = masar.invent("operator", hotline, Role.HOTLINE_OPERATOR);
            Persona officer = masar.invent("officer", screening, Role.FRONT_LINE_OFFICER);
            var pack = masar.bean(Countries.class).current();
            assertThat(pack.code()).isEqualTo(country);
            String place = pack.places(Place.Level.GOVERNORATE).getFirst().key();

            UUID report = masar.as(operator, viewer -> masar.bean(Reports.class).receive(viewer, told(place)));
            var triage = new Triage(
                    "screen",
                    "normal",
                    "علامات تستدعي مقابلة.",
                    masar.organisation(screening),
                    masar.organisation(owner));
            CaseId id = masar.as(operator, viewer -> masar.bean(Reports.class).triage(viewer, report, triage))
                    .orElseThrow();

            var way = masar.as(officer, viewer -> {
                masar.bean(Cases.class).card(viewer, id, Depth.SUMMARY);
                return masar.bean(Procedures.class)
                        .way(viewer, new Subject("case", id.value()))
                        .orElseThrow();
            });
            assertThat(way.edition().id()).isEqualTo(edition);
            assertThat(way.open()).singleElement().satisfies(task -> {
                assertThat(task.step()).isEqualTo("screening");
                assertThat(task.organisation()).isEqualTo(masar.organisation(screening));
                assertThat(task.dueAt()).isEqualTo(pack.calendar().due(task.openedAt(), pack.clock("screening")));
                LocalDate due = task.dueAt().atZone(pack.calendar().zone()).toLocalDate();
                assertThat(pack.calendar().isWorkingDay(due)).isTrue();
            });
            new Story(masar, id, officer, owner).goesOnToItsEnd();
        }
    }

    /** From the interview to closure, by those whom the pack names for it. */
    private record Story(CountryOfOwn masar, CaseId id, Persona officer, String owner) {

        void goesOnToItsEnd() {
            var directory = masar.bean(Directory.class);
            var decides = directory.competentFor("identification").getFirst();
            Persona decider = masar.invent("decider", decides.key(), Role.IDENTIFICATION_OFFICER);
            Persona manager = masar.invent("manager", owner, Role.CASE_MANAGER);
            Persona supervisor = masar.invent("supervisor", owner, Role.SUPERVISOR);
            HelpService service = directory.services().getFirst();
            Persona provider = masar.invent(
                    "provider",
                    directory.organisation(service.organisation()).orElseThrow().key(),
                    Role.SERVICE_PROVIDER);

            String[] signs = {"D5.01", "D5.03", "D4.01", "D4.02"};
            act(officer, viewer -> masar.interviews().hold(viewer, id, "سلام", decides.id(), signs));
            decided(decider, VictimStatus.PRESUMED);
            act(manager, viewer -> masar.caseWork().take(viewer, id));
            UUID referral = masar.as(manager, viewer -> referred(viewer, service));
            act(provider, viewer -> masar.bean(Referrals.class).accept(viewer, referral, "أهلاً بها"));
            act(provider, viewer -> masar.bean(Referrals.class).complete(viewer, referral, "تمّ"));
            decided(decider, VictimStatus.CONFIRMED);
            act(manager, viewer -> masar.caseWork().requestClosure(viewer, id, "integrated", "وجدت سكناً وعملاً"));
            act(supervisor, viewer -> masar.caseWork().approveClosure(viewer, id, ""));

            var subject = id.subject();
            List<Passed> passed = masar.as(manager, viewer -> procedures().passed(viewer, subject));
            assertThat(passed)
                    .extracting(each -> each.step() + " " + each.outcome())
                    .containsExactly(
                            "triage screen",
                            "screening done",
                            "presumption-decision presumed",
                            "assistance-plan referred",
                            "answer-referral accepted",
                            "deliver-service completed",
                            "confirmation-decision confirmed",
                            "request-closure requested",
                            "approve-closure approved");
            Way way = masar.as(manager, viewer -> procedures().way(viewer, subject))
                    .orElseThrow();
            assertThat(way.endedAt()).isPresent();
            assertThat(way.open()).isEmpty();
        }

        private void decided(Persona decider, VictimStatus status) {
            act(decider, viewer -> masar.bean(Identifications.class).decide(viewer, id, status, "بحسب المقابلة"));
            Way way = masar.as(decider, viewer -> procedures().way(viewer, id.subject()))
                    .orElseThrow();
            var calendar = masar.bean(Countries.class).current().calendar();
            var steps = way.open().stream()
                    .filter(task -> way.edition().steps().containsKey(task.step()))
                    .toList();
            assertThat(steps).isNotEmpty().allSatisfy(task -> {
                var step = way.edition().step(task.step());
                var clock = masar.bean(Countries.class).current().clock(step.clock(way.urgency()));
                assertThat(task.role()).isEqualTo(step.role());
                assertThat(task.dueAt()).isEqualTo(calendar.due(task.openedAt(), clock));
            });
        }

        private UUID referred(Viewer manager, HelpService service) {
            var organisation = Optional.of(service.organisation());
            masar.bean(Consents.class).record(manager, id, "consent", "sharing", organisation, "am", null);
            UUID referral = masar.bean(Referrals.class).draft(manager, id, service.id(), "مكان آمن", Set.of("name"));
            masar.bean(Referrals.class).send(manager, referral);
            return referral;
        }

        private Procedures procedures() {
            return masar.bean(Procedures.class);
        }

        private void act(Persona persona, Consumer<Viewer> act) {
            masar.as(persona, viewer -> {
                act.accept(viewer);
                return id;
            });
        }
    }

    private static Told told(String place) {
        return new Told(
                "hotline",
                "witness",
                null,
                false,
                place,
                "امرأة تعمل في منزل ولا يُسمح لها بالخروج، وجواز سفرها عند صاحبة العمل.",
                null,
                "adult",
                Set.of("documents-held"),
                "no",
                "none",
                false,
                null);
    }
}
