package masar.forms.internal;

import java.util.LinkedHashMap;
import masar.forms.Answers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers as JSON, for a column of type jsonb or a file. */
public final class AnswersJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AnswersJson() {}

    /** See {@link Answers#toJson}. */
    public static String write(Answers answers) {
        var node = JSON.createObjectNode();
        node.put("language", answers.language());
        var values = node.putObject("values");
        answers.values().forEach(values::put);
        return JSON.writeValueAsString(node);
    }

    /** See {@link Answers#fromJson}. The message of the exception tells nothing of the content. */
    public static Answers read(String json) {
        JsonNode node = parse(json);
        if (!node.path("language").isString() || !node.path("values").isObject()) {
            throw new IllegalArgumentException("not answers");
        }
        var values = new LinkedHashMap<String, String>();
        node.path("values").properties().forEach(entry -> {
            if (!entry.getValue().isString()) {
                throw new IllegalArgumentException("not answers");
            }
            values.put(entry.getKey(), entry.getValue().stringValue());
        });
        return new Answers(values, node.path("language").stringValue());
    }

    @SuppressWarnings("UnusedException") // the cause would quote personal data
    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JacksonException broken) {
            throw new IllegalArgumentException("not answers");
        }
    }
}
