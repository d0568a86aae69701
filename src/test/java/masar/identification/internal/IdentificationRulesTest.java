package masar.identification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import masar.country.PackProblem;
import masar.identification.Panels.Opinion;
import masar.identification.VictimStatus;
import masar.identification.internal.IdentificationRules.Use;
import masar.people.CountryOnPaper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a country says around decisions; a broken line stops the start and says which and why. */
class IdentificationRulesTest {

    private static final Path RULES = Path.of("countries/shared/identification.yaml");

    private static IdentificationRules read(String country, String text) {
        var rules = new IdentificationRules(new CountryOnPaper(country));
        rules.load(CountryOnPaper.folder("identification.yaml", text));
        return rules;
    }

    @ParameterizedTest
    @ValueSource(strings = {"lb", "jo", "iq", "eg", "sa"})
    void everyCountryReadsThemAndNothingOfThemIsVerified(String country) throws Exception {
        var rules = read(country, Files.readString(RULES));
        assertThat(rules.reflection().provenance().verified()).isFalse();
        assertThat(rules.panel().provenance().verified()).isFalse();
        assertThat(rules.review().provenance().verified()).isFalse();
        assertThat(rules.review().after(0)).isPresent();
        assertThat(rules.review().after(2)).as("no instance after the appeal").isEmpty();
        var suspends = new CountryOnPaper(country).current().wordList("reflection-suspends");
        assertThat(suspends.words()).noneMatch(word -> word.provenance().verified());
    }

    @Test
    void aCountryMayWantPanelsOrHaveNone() throws Exception {
        String whole = Files.readString(RULES);
        assertThat(read("lb", whole.replace("use: optional", "use: required"))
                        .panel()
                        .use())
                .isEqualTo(Use.REQUIRED);
        assertThat(read("lb", whole.replace("use: optional", "use: off"))
                        .panel()
                        .use())
                .isEqualTo(Use.OFF);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            use: optional                 | use: sometimes                    | off, optional or required
            owner: reflection-warning-owner | owner: escalation               | must be in calendar-days
            owner: reflection-warning-owner | owner: decline-code             | is not shorter than
            detained-or-deported: removal | detained-or-deported: holidays    | has no 'holidays'
            detained-or-deported: removal | moved: removal                    | has no 'moved'
            most-members: 7               | most-members: 2                   | must be at least 3
            [interviewer, manager]        | [cousin]                          | expected interviewer
            decide: review-decision       | decide: one-day                   | there is no clock 'one-day'
            [not-a-victim,                | [not-a-person,                    | has no 'not-a-person'
            extensions: 2                 | extension-count: 2                | unknown field
            """)
    void aWrongLineIsRefusedWithItsReason(String right, String wrong, String reason) throws Exception {
        String broken = Files.readString(RULES).replace(right, wrong);
        assertThatThrownBy(() -> read("lb", broken)).isInstanceOfSatisfying(PackProblem.class, problem -> {
            assertThat(problem.file()).isEqualTo("lb/identification.yaml");
            assertThat(problem.line()).isPositive();
            assertThat(problem.reason()).contains(reason);
        });
    }

    @Test
    void aMajorityIsMoreThanHalfAndNothingElseIsProposed() {
        assertThat(Majority.of(opinions(VictimStatus.PRESUMED, VictimStatus.PRESUMED, VictimStatus.NOT_PRESUMED)))
                .contains(VictimStatus.PRESUMED);
        assertThat(Majority.of(opinions(VictimStatus.PRESUMED, VictimStatus.NOT_PRESUMED)))
                .isEmpty();
        assertThat(Majority.of(opinions())).isEmpty();
    }

    private static List<Opinion> opinions(VictimStatus... each) {
        return Stream.of(each)
                .map(status -> new Opinion(UUID.randomUUID(), 1, status, "", Instant.EPOCH))
                .toList();
    }
}
