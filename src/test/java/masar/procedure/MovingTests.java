package masar.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import masar.country.LebanonPack;
import masar.intake.Reports;
import masar.intake.Told;
import masar.intake.Triage;
import masar.people.CountryOfOwn;
import masar.people.Persona;
import masar.procedure.internal.MovingDesk;
import masar.shared.CaseId;
import masar.shared.Refused;
import masar.shared.Role;
import masar.shared.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Running cases keep their edition; chosen ones are moved where every open step has its like, and back. */
class MovingTests {

    @TempDir
    Path directory;

    @Test
    void aCaseIsTriedMovedWalkedOnAndMovedBackAndOneWithoutALikeStays() throws IOException {
        Path countries = directory.resolve("countries");
        LebanonPack.copy(countries);
        edition(countries, "lb-2090-1", "2090-01-01");
        edition(countries, "lb-2091-1", "2091-01-01");
        String own = "lb/procedure/lb-2091-1/way.bpmn";
        Files.copy(countries.resolve("shared/procedure/way.bpmn"), countries.resolve(own));
        LebanonPack.replace(countries, own, "lane id=\"front-line-officer\"", "lane id=\"justice-officer\"");
        LebanonPack.replace(
                countries, "lb/procedure/lb-2091-1/edition.yaml", "role: front-line-officer", "role: justice-officer");
        try (var masar = new CountryOfOwn(directory.resolve("data"), "lb", countries)) {
            Persona operator = masar.invent("operator", "ministry-of-labour", Role.HOTLINE_OPERATOR);
            Persona officer = masar.invent("officer", "isf-anti-trafficking", Role.FRONT_LINE_OFFICER);
            Persona coordinator = masar.invent("coordinator", "mosa-procedures", Role.COORDINATOR);
            var moving = masar.bean(MovingDesk.class);
            Subject subject = begun(masar, operator).subject();
            assertThat(edition(masar, officer, subject)).isEqualTo("lb-2025-1");

            masar.as(coordinator, viewer -> {
                assertThat(moving.tryOut(viewer, "lb-2025-1", "lb-2091-1"))
                        .singleElement()
                        .satisfies(tried -> assertThat(tried.lost()).isNotEmpty());
                assertThatThrownBy(() -> moving.move(viewer, "lb-2025-1", "lb-2091-1", Set.of(subject.id())))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("without.like");
                assertThat(moving.tryOut(viewer, "lb-2025-1", "lb-2090-1"))
                        .singleElement()
                        .satisfies(tried -> assertThat(tried.lost()).isEmpty());
                moving.move(viewer, "lb-2025-1", "lb-2090-1", Set.of(subject.id()));
                return true;
            });
            assertThat(edition(masar, officer, subject)).isEqualTo("lb-2090-1");
            assertThatThrownBy(() -> masar.as(officer, viewer -> {
                        moving.move(viewer, "lb-2090-1", "lb-2025-1", Set.of(subject.id()));
                        return true;
                    }))
                    .isInstanceOf(Refused.class);

            UUID moved = masar.as(
                    coordinator, viewer -> moving.newest(viewer, 10).getFirst().id());
            masar.as(coordinator, viewer -> {
                moving.undo(viewer, moved);
                assertThatThrownBy(() -> moving.undo(viewer, moved))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("undone.already");
                return true;
            });
            assertThat(edition(masar, officer, subject)).isEqualTo("lb-2025-1");
            var open = masar.as(
                    officer,
                    viewer -> masar.bean(Procedures.class)
                            .way(viewer, subject)
                            .orElseThrow()
                            .open());
            assertThat(open)
                    .singleElement()
                    .satisfies(task -> assertThat(task.step()).isEqualTo("screening"));
        }
    }

    private static void edition(Path countries, String id, String validFrom) {
        LebanonPack.copyFolder(countries, "lb/procedure/lb-2025-1", "lb/procedure/" + id);
        String file = "lb/procedure/" + id + "/edition.yaml";
        LebanonPack.replace(countries, file, "id: lb-2025-1", "id: " + id);
        LebanonPack.replace(countries, file, "2025-10-29", validFrom);
    }

    private static String edition(CountryOfOwn masar, Persona who, Subject subject) {
        return masar.as(
                who,
                viewer -> masar.bean(Procedures.class)
                        .way(viewer, subject)
                        .orElseThrow()
                        .edition()
                        .id());
    }

    private static CaseId begun(CountryOfOwn masar, Persona operator) {
        var told = new Told(
                "hotline",
                "witness",
                null,
                false,
                null,
                "امرأة لا يُسمح لها بالخروج.",
                null,
                "adult",
                Set.of("documents-held"),
                "no",
                "none",
                false,
                null);
        UUID report = masar.as(operator, viewer -> masar.bean(Reports.class).receive(viewer, told));
        var triage = new Triage(
                "screen",
                "normal",
                "علامات تستدعي مقابلة.",
                masar.organisation("isf-anti-trafficking"),
                masar.organisation("mosa-social-services"));
        return masar.as(operator, viewer -> masar.bean(Reports.class).triage(viewer, report, triage))
                .orElseThrow();
    }
}
