package masar.screening.internal;

import java.util.Map;
import java.util.TreeMap;
import masar.screening.Indication;
import masar.screening.IndicatorAnswer;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Answers to indicators and readings as JSON, for columns of type jsonb. */
final class ScreeningJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> CODES = new TypeReference<>() {};

    private ScreeningJson() {}

    static String write(Map<String, IndicatorAnswer> answers) {
        var codes = new TreeMap<String, String>();
        answers.forEach((code, answer) -> codes.put(code, answer.code()));
        return JSON.writeValueAsString(codes);
    }

    static Map<String, IndicatorAnswer> readAnswers(String json) {
        var answers = new TreeMap<String, IndicatorAnswer>();
        JSON.readValue(json, CODES).forEach((code, answer) -> answers.put(code, IndicatorAnswer.of(answer)));
        return Map.copyOf(answers);
    }

    static String write(Indication indication) {
        return JSON.writeValueAsString(indication);
    }

    static Indication readIndication(String json) {
        return JSON.readValue(json, Indication.class);
    }
}
