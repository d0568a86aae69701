package masar.country;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import masar.Application;
import masar.access.Depth;
import masar.casefile.Cases;
import masar.intake.Reports;
import masar.intake.Told;
import masar.intake.Triage;
import masar.launch.Launcher;
import masar.people.CountryOfOwn;
import masar.people.Persona;
import masar.procedure.Procedures;
import masar.shared.CaseId;
import masar.shared.Role;
import masar.shared.Subject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Under every country the same story begins: somebody calls, and the report is triaged into a case to be screened. */
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
    void aCallBecomesACaseThatIsToBeScreenedByTheCountrysClock(
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
