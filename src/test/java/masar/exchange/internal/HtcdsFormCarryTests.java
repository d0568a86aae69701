package masar.exchange.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import masar.forms.Answers;
import masar.forms.FormSession;
import org.junit.jupiter.api.Test;

class HtcdsFormCarryTests {

    private final HtcdsForm form = new HtcdsForm();

    @Test
    void everyQuestionOfTheFormHasAFieldOfTheSpreadsheet() {
        var asked = form.definition().questions().stream()
                .filter(question -> question.type().isAnswered())
                .map(question -> question.name())
                .toList();

        assertThat(asked).allSatisfy(name -> assertThat(HtcdsField.ofHead(name)).isPresent());
        assertThat(EnumSet.allOf(HtcdsField.class).stream()
                        .filter(field -> !field.formName().isEmpty()))
                .hasSameSizeAs(asked);
    }

    @Test
    void casesAreValidAnswersToThePublishedFormAndComeBackButForWhatItDoesNotAsk() {
        var session = new FormSession(
                form.definition(), InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")), ZoneOffset.UTC);
        for (HtcdsRecord invented : new InventedCases(11).some(50)) {
            HtcdsForm.Carried carried = form.toForm(invented, "en");

            assertThat(session.fill(carried.answers()).problems()).isEmpty();
            HtcdsRecord back = form.fromForm(carried.answers());
            Map<HtcdsField, List<String>> expected = new EnumMap<>(HtcdsField.class);
            expected.putAll(invented.values());
            expected.keySet().removeAll(carried.leftOut());
            Map<HtcdsField, List<String>> returned = new EnumMap<>(HtcdsField.class);
            returned.putAll(back.values());
            returned.keySet().removeAll(carried.leftOut());
            assertThat(returned).isEqualTo(expected);
        }
    }

    @Test
    void aSecondCitizenshipCannotBeCarriedAndIsToldRatherThanDropped() {
        var two = new HtcdsRecord(0, Map.of(HtcdsField.CITIZENSHIP, List.of("LB", "SY")));

        HtcdsForm.Carried carried = form.toForm(two, "en");

        assertThat(carried.answers()).isEqualTo(Answers.none("en"));
        assertThat(carried.leftOut()).containsExactly(HtcdsField.CITIZENSHIP);
    }
}
