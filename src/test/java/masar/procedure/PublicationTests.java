package masar.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import masar.country.LebanonPack;
import masar.people.CountryOfOwn;
import masar.people.Persona;
import masar.procedure.internal.InventedPublication;
import masar.shared.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new edition becomes current by two people; a wrong one is refused with file and reason while the other runs on. */
class PublicationTests {

    private static final String NEXT = "lb/procedure/lb-2090-1";

    @TempDir
    Path directory;

    @Test
    void aNewEditionIsCheckedProposedByOneAndPublishedByAnother() {
        Path countries = directory.resolve("countries");
        LebanonPack.copy(countries);
        try (var masar = new CountryOfOwn(directory.resolve("data"), "lb", countries)) {
            Persona one = masar.invent("one", "mosa-procedures", Role.COORDINATOR);
            Persona other = masar.invent("other", "mosa-procedures", Role.COORDINATOR);
            var publication = masar.bean(InventedPublication.class);
            var editions = masar.bean(Editions.class);
            assertThat(editions.all()).extracting(Edition::id).containsExactly("lb-2025-1");
            assertThat(refusal(masar, one, publication, "propose")).isEqualTo("procedure.refused.nothing.new");

            LebanonPack.copyFolder(countries, "lb/procedure/lb-2025-1", NEXT);
            LebanonPack.replace(countries, NEXT + "/edition.yaml", "id: lb-2025-1", "id: lb-2090-1");
            LebanonPack.replace(countries, NEXT + "/edition.yaml", "2025-10-29", "2090-01-01");
            LebanonPack.replace(countries, NEXT + "/edition.yaml", "clock: confirmation", "clock: whenever");
            assertThat(publication.faults())
                    .singleElement()
                    .asString()
                    .startsWith(NEXT + "/edition.yaml, line ")
                    .endsWith("there is no clock 'whenever' in clocks.yaml");
            assertThat(editions.current(LocalDate.of(2091, 1, 1)).id()).isEqualTo("lb-2025-1");

            LebanonPack.replace(countries, NEXT + "/edition.yaml", "clock: whenever", "clock: confirmation");
            assertThat(publication.faults()).isEmpty();
            assertThat(refusal(masar, one, publication, "propose")).isEmpty();
            assertThat(editions.all()).extracting(Edition::id).containsExactly("lb-2025-1");
            assertThat(refusal(masar, one, publication, "lb-2090-1")).isEqualTo("procedure.refused.two.people");
            assertThat(refusal(masar, other, publication, "lb-2091-1")).isEqualTo("shell.refused.not.found");

            LebanonPack.replace(countries, NEXT + "/edition.yaml", "role: supervisor", "role: case-manager");
            assertThat(publication.faults()).singleElement().asString().contains("stands in lane 'supervisor'");
            assertThat(refusal(masar, other, publication, "lb-2090-1"))
                    .as("changed since it was proposed")
                    .isEqualTo("procedure.refused.edition.changed");
            LebanonPack.replace(
                    countries,
                    NEXT + "/edition.yaml",
                    "role: case-manager\n    organisation: same\n    clock: closure-approval",
                    "role: supervisor\n    organisation: same\n    clock: closure-approval");

            assertThat(refusal(masar, other, publication, "lb-2090-1")).isEmpty();
            assertThat(editions.current(LocalDate.of(2091, 1, 1)).id()).isEqualTo("lb-2090-1");
            assertThat(editions.current(LocalDate.of(2026, 12, 1)).id()).isEqualTo("lb-2025-1");
        }
        try (var again = new CountryOfOwn(directory.resolve("data"), "lb", countries)) {
            assertThat(again.bean(Editions.class).all())
                    .as("after a start")
                    .extracting(Edition::id)
                    .containsExactly("lb-2025-1", "lb-2090-1");
        }
    }

    @Test
    void anEditionThatNobodyPublishedIsNotCurrentAfterAStart() {
        Path countries = directory.resolve("countries");
        LebanonPack.copy(countries);
        try (var masar = new CountryOfOwn(directory.resolve("data"), "lb", countries)) {
            assertThat(masar.bean(Editions.class).all()).hasSize(1);
        }
        LebanonPack.copyFolder(countries, "lb/procedure/lb-2025-1", NEXT);
        LebanonPack.replace(countries, NEXT + "/edition.yaml", "id: lb-2025-1", "id: lb-2090-1");
        LebanonPack.replace(countries, NEXT + "/edition.yaml", "2025-10-29", "2026-01-01");
        try (var masar = new CountryOfOwn(directory.resolve("data"), "lb", countries)) {
            assertThat(masar.bean(Editions.class).all()).extracting(Edition::id).containsExactly("lb-2025-1");
            Persona one = masar.invent("one", "mosa-procedures", Role.COORDINATOR);
            Persona other = masar.invent("other", "mosa-procedures", Role.COORDINATOR);
            Persona manager = masar.invent("manager", "mosa-procedures", Role.CASE_MANAGER);
            var publication = masar.bean(InventedPublication.class);
            assertThat(refusal(masar, manager, publication, "propose")).isEqualTo("shell.refused.not.found");
            assertThat(refusal(masar, one, publication, "propose")).isEmpty();
            assertThat(refusal(masar, other, publication, "lb-2090-1"))
                    .as("its first day is past")
                    .isEqualTo("procedure.refused.edition.too.late");
        }
    }

    @Test
    void twoEditionsAreComparedStepByStepAndRuleByRule() {
        Path countries = directory.resolve("countries");
        LebanonPack.copy(countries);
        LebanonPack.copyFolder(countries, "lb/procedure/lb-2025-1", NEXT);
        LebanonPack.replace(countries, NEXT + "/edition.yaml", "id: lb-2025-1", "id: lb-2090-1");
        LebanonPack.replace(countries, NEXT + "/edition.yaml", "clock: legal-options", "clock: follow-up");
        LebanonPack.replace(countries, NEXT + "/edition.yaml", "en: Declined", "en: Refused");
        var changes = InventedPublication.changes(LebanonPack.in(countries), "lb-2025-1", "lb-2090-1");
        assertThat(changes)
                .containsExactlyInAnyOrder(
                        "changed step legal-options: clock legal-options -> follow-up",
                        "changed outcome declined: name Declined -> Refused");
        assertThat(Set.copyOf(InventedPublication.changes(LebanonPack.in(countries), "lb-2025-1", "lb-2025-1")))
                .isEmpty();
    }

    private static String refusal(CountryOfOwn masar, Persona who, InventedPublication publication, String what) {
        var refusal = new AtomicReference<>("");
        masar.as(who, viewer -> {
            refusal.set(publication.refusal(viewer, what));
            return true;
        });
        return refusal.get();
    }
}
