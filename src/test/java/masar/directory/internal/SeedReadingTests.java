package masar.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import masar.country.LebanonPack;
import masar.country.PackProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SeedReadingTests {

    @TempDir
    Path directory;

    @Test
    void theLebanesePackIsWholeAndItsIdsAreTheSameAtEachStart() {
        var read = new SeedReading(LebanonPack.pack()).read(LebanonPack.folder());
        assertThat(read.organisations()).hasSizeGreaterThan(8);
        assertThat(read.services()).hasSizeGreaterThan(10);
        var labour = read.organisations().stream()
                .filter(seed -> seed.organisation().key().equals("ministry-of-labour"))
                .findFirst()
                .orElseThrow();
        assertThat(labour.organisation().id())
                .isEqualTo(
                        UUID.nameUUIDFromBytes("lb/organisation/ministry-of-labour".getBytes(StandardCharsets.UTF_8)));
        assertThat(labour.organisation().competentFor()).containsExactly("hotline", "labour-inspection", "screening");
        assertThat(labour.organisation().verifiedFor()).containsExactly("hotline", "labour-inspection");
        assertThat(labour.phones()).singleElement().satisfies(phone -> {
            assertThat(phone.number()).isEqualTo("1740");
            assertThat(phone.verified()).isTrue();
            assertThat(phone.source()).isNotBlank();
        });
        assertThat(read.services())
                .allSatisfy(seed -> assertThat(read.organisations())
                        .anyMatch(offering -> offering.organisation()
                                .id()
                                .equals(seed.service().organisation())));
    }

    static Stream<Arguments> breakages() {
        String organisations = "organisations.yaml";
        String services = "services.yaml";
        return Stream.of(
                arguments(organisations, "    kind: police", "    kind: army", "expected a kind of organisation"),
                arguments(organisations, "role: coordination,", "role: magic,", "not in the word list directory-role"),
                arguments(organisations, "key: gsd-directorate", "key: gsd-detention", "stands here twice"),
                arguments(
                        organisations,
                        "role: investigation, verified: true",
                        "role: screening, verified: true",
                        "twice"),
                arguments(organisations, "{role: coordination, verified: false}", "{role: coordination}", "'verified'"),
                arguments(organisations, ", source: general knowledge (facts 6.3)", "", "field 'source' is missing"),
                arguments(organisations, "number: \"1714\"", "number: \"call us\"", "expected a number"),
                arguments(organisations, "    mandate-verified: true", "    mandate-verifed: true", "unknown field"),
                arguments(services, "organisation: iom-lebanon", "organisation: nobody", "no organisation 'nobody'"),
                arguments(services, "category: cash", "category: gold", "not in the word list service-category"),
                arguments(services, "key: caritas-medical", "key: caritas-shelter", "stands here twice"),
                arguments(services, "places: [country]", "places: [a street]", "no place 'a street'"));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("breakages")
    void aBrokenLineIsRefusedWithFileLineAndReason(String file, String before, String after, String reason) {
        var broken = LebanonPack.with(directory, file, before, after);
        assertThatThrownBy(() -> new SeedReading(LebanonPack.pack()).read(broken))
                .isInstanceOfSatisfying(PackProblem.class, problem -> {
                    assertThat(problem.file()).isEqualTo("lb/" + file);
                    assertThat(problem.reason()).contains(reason);
                    assertThat(problem.line())
                            .as(problem.getMessage())
                            .isBetween(LebanonPack.lineOf(file, before) - 1, LebanonPack.lineOf(file, before) + 1);
                });
    }
}
