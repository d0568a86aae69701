package masar.forms.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The heads XLSForm knows and the other spellings that pyxform and its elders accept for them. */
final class Heads {

    static final Map<String, String> SURVEY = spellings(Map.ofEntries(
            Map.entry("type", List.of("command")),
            Map.entry("name", List.of("tag", "value")),
            Map.entry("label", List.of("caption")),
            Map.entry("hint", List.of()),
            Map.entry("guidance_hint", List.of("guidance hint")),
            Map.entry("required", List.of("bind::required")),
            Map.entry("required_message", List.of("required message", "requiredmsg", "bind::jr:requiredmsg")),
            Map.entry("relevant", List.of("relevance", "bind::relevant")),
            Map.entry("constraint", List.of("bind::constraint")),
            Map.entry("constraint_message", List.of("constraint message", "constraint-msg", "bind::jr:constraintmsg")),
            Map.entry("calculation", List.of("calculate", "bind::calculate")),
            Map.entry("appearance", List.of("control::appearance")),
            Map.entry("default", List.of()),
            Map.entry("read_only", List.of("read only", "readonly", "bind::readonly")),
            Map.entry("choice_filter", List.of("choice filter")),
            Map.entry("repeat_count", List.of("repeat count", "count", "jr:count")),
            Map.entry("parameters", List.of()),
            Map.entry("disabled", List.of()),
            Map.entry("image", List.of()),
            Map.entry("audio", List.of()),
            Map.entry("video", List.of())));

    static final Map<String, String> CHOICES = spellings(Map.of(
            "list_name", List.of("list name", "list-name"),
            "name", List.of("value"),
            "label", List.of("caption"),
            "image", List.of(),
            "audio", List.of(),
            "video", List.of()));

    static final Map<String, String> SETTINGS = spellings(Map.of(
            "form_id", List.of("id_string", "form id", "set form id"),
            "form_title", List.of("title", "form title", "set form title"),
            "version", List.of("form_version"),
            "default_language", List.of("default language", "set default language"),
            "allow_choice_duplicates", List.of("allow choice duplicates")));

    private Heads() {}

    private static Map<String, String> spellings(Map<String, List<String>> meanings) {
        var spellings = new HashMap<String, String>();
        meanings.forEach((meaning, others) -> {
            spellings.put(meaning, meaning);
            others.forEach(other -> spellings.put(other, meaning));
        });
        return Map.copyOf(spellings);
    }
}
