package masar.forms.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import masar.forms.Answers;
import masar.forms.FormDefinition;
import masar.forms.FormElement;
import masar.forms.Group;
import masar.forms.Question;

/** How many entries each repeat has, judged by the keys of the answers, and at least as many as were asked for. */
final class Entries {

    private static final Pattern KEY = Pattern.compile("([^\\[\\]]+)((?:\\[[1-9][0-9]{0,2}])*)");
    private static final Pattern NUMBER = Pattern.compile("\\[(\\d+)]");

    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Integer> depths = new HashMap<>();

    Entries(FormDefinition form, Answers answers) {
        depths(form.elements(), 0);
        answers.values().keySet().stream().filter(this::isKnown).forEach(key -> count(form.elements(), "", key));
    }

    /** Whether the key names a question of the form and an entry for each repeat round it. */
    boolean isKnown(String key) {
        Matcher match = KEY.matcher(key);
        return match.matches()
                && depths.getOrDefault(match.group(1), -1)
                        == NUMBER.matcher(match.group(2)).results().count();
    }

    /** The name of the question in a key. */
    static String name(String key) {
        int bracket = key.indexOf('[');
        return bracket < 0 ? key : key.substring(0, bracket);
    }

    /** The number of entries of a repeat, inside the entries told by the suffix. */
    int of(Group repeat, String suffix) {
        int free = repeat.repeatCount().isEmpty() ? 1 : 0;
        return Math.max(free, counts.getOrDefault(repeat.path() + suffix, 0));
    }

    /** Asks for at least so many entries; whether that is more than before. At most 999. */
    boolean raise(Group repeat, String suffix, int atLeast) {
        boolean more = Math.min(atLeast, 999) > of(repeat, suffix);
        if (more) {
            counts.put(repeat.path() + suffix, Math.min(atLeast, 999));
        }
        return more;
    }

    private void depths(Iterable<FormElement> elements, int depth) {
        for (FormElement element : elements) {
            switch (element) {
                case Question question -> depths.put(question.name(), depth);
                case Group group -> depths(group.children(), depth + (group.repeat() ? 1 : 0));
            }
        }
    }

    private boolean count(Iterable<FormElement> elements, String suffix, String key) {
        for (FormElement element : elements) {
            boolean inside = switch (element) {
                case Question question -> key.equals(question.name() + suffix);
                case Group group ->
                    group.repeat() ? countRepeat(group, suffix, key) : count(group.children(), suffix, key);
            };
            if (inside) {
                return true;
            }
        }
        return false;
    }

    private boolean countRepeat(Group repeat, String suffix, String key) {
        String numbers = key.substring(name(key).length());
        if (!numbers.startsWith(suffix) || numbers.length() == suffix.length()) {
            return false;
        }
        Matcher next = NUMBER.matcher(numbers.substring(suffix.length()));
        if (!next.lookingAt() || !count(repeat.children(), suffix + next.group(), key)) {
            return false;
        }
        counts.merge(repeat.path() + suffix, Integer.valueOf(next.group(1)), Math::max);
        return true;
    }
}
