package masar.forms.internal;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import masar.forms.AnswerProblem;
import masar.forms.AnswerProblem.Kind;
import masar.forms.Answers;
import masar.forms.Filling;
import masar.forms.FormDefinition;
import masar.forms.FormElement;
import masar.forms.FormText;
import masar.forms.Group;
import masar.forms.Question;
import masar.forms.QuestionType;
import org.javarosa.core.model.instance.TreeElement;
import org.jspecify.annotations.Nullable;

/** One look at some answers through JavaRosa's eyes. Serves once. */
public final class Evaluation {

    private static final int MAX_PASSES = 4;

    private final FormDefinition form;
    private final ParsedForm parsed;
    private final ZonedDateTime at;
    private final Map<String, Kind> misspelt = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Set<String> relevant = new LinkedHashSet<>();
    private final Set<String> readOnly = new LinkedHashSet<>();
    private final Set<String> required = new LinkedHashSet<>();
    private final Map<String, List<String>> choices = new LinkedHashMap<>();
    private final Map<String, Kind> wrong = new LinkedHashMap<>();
    private final Set<String> missing = new LinkedHashSet<>();

    public Evaluation(FormDefinition form, ParsedForm parsed, ZonedDateTime at) {
        this.form = form;
        this.parsed = parsed;
        this.at = at;
    }

    /** A new interview, see {@link masar.forms.FormSession#begin}. */
    public Filling begin(String language) {
        var defaults = new LinkedHashMap<String, String>();
        TreeElement root = parsed.begin(at);
        collectDefaults(form.elements(), root, defaults);
        return of(new Answers(defaults, language));
    }

    private void collectDefaults(List<FormElement> elements, TreeElement parent, Map<String, String> defaults) {
        for (FormElement element : elements) {
            switch (element) {
                case Question question -> defaults.put(question.name(), begun(question, parent));
                case Group group -> {
                    if (!group.repeat()) {
                        collectDefaults(group.children(), parent.getFirstChild(group.name()), defaults);
                    }
                }
            }
        }
    }

    private String begun(Question question, TreeElement parent) {
        return switch (question.type()) {
            case START -> moment(at);
            case TODAY -> at.toLocalDate().toString();
            case END -> "";
            default -> ParsedForm.text(parent.getFirstChild(question.name()));
        };
    }

    /** A moment as XForms writes it. */
    public static String moment(ZonedDateTime at) {
        return at.truncatedTo(ChronoUnit.MILLIS).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /** See {@link masar.forms.FormSession#fill}. */
    public Filling of(Answers answers) {
        values.putAll(answers.values());
        var sound = new Answers(sound(answers), answers.language());
        var entries = new Entries(form, sound);
        for (int pass = 1; pass <= MAX_PASSES; pass++) {
            TreeElement root = parsed.load(new InstanceWriter(form, sound, "", entries).write(), at);
            if (pass == MAX_PASSES || !raiseCounts(form.elements(), root, "", entries)) {
                look(form.elements(), root, "");
                break;
            }
        }
        return filling(answers.language());
    }

    /** The answers that can be given to JavaRosa; notes what is wrong with the others. */
    private Map<String, String> sound(Answers answers) {
        var entries = new Entries(form, answers);
        var sound = new LinkedHashMap<String, String>();
        answers.values().forEach((key, value) -> {
            Optional<Question> question = form.question(Entries.name(key));
            Optional<Kind> problem = question.isEmpty() || !entries.isKnown(key)
                    ? Optional.of(Kind.UNKNOWN_QUESTION)
                    : AnswerTypes.problem(question.get(), value);
            problem.ifPresentOrElse(kind -> misspelt.put(key, kind), () -> sound.put(key, value));
        });
        return sound;
    }

    private boolean raiseCounts(List<FormElement> elements, TreeElement parent, String suffix, Entries entries) {
        boolean raised = false;
        for (FormElement element : elements) {
            if (element instanceof Group group) {
                if (!group.repeatCount().isEmpty()) {
                    raised |= entries.raise(group, suffix, wanted(group, parent));
                }
                for (Entry entry : entries(group, parent, suffix)) {
                    raised |= raiseCounts(group.children(), entry.node(), entry.suffix(), entries);
                }
            }
        }
        return raised;
    }

    private int wanted(Group repeat, TreeElement parent) {
        boolean own = XFormWriter.needsCountNode(repeat);
        TreeElement node = own
                ? parent.getFirstChild(repeat.name() + "_count")
                : find(Expressions.references(repeat.repeatCount()).iterator().next(), parent);
        String count = node == null ? "" : ParsedForm.text(node);
        return count.matches("\\d{1,9}") ? Integer.parseInt(count) : 0;
    }

    /** The node of a question outside of repeats, or beside the given place. */
    private static @Nullable TreeElement find(String name, TreeElement near) {
        for (TreeElement place = near; place != null; place = (TreeElement) place.getParent()) {
            TreeElement found = place.getFirstChild(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private record Entry(TreeElement node, String suffix) {}

    private static List<Entry> entries(Group group, TreeElement parent, String suffix) {
        var entries = new ArrayList<Entry>();
        for (TreeElement node : parent.getChildrenWithName(group.name())) {
            if (node.getMult() >= 0) {
                entries.add(new Entry(node, group.repeat() ? suffix + "[" + (node.getMult() + 1) + "]" : suffix));
            }
        }
        return entries;
    }

    private void look(List<FormElement> elements, TreeElement parent, String suffix) {
        for (FormElement element : elements) {
            switch (element) {
                case Question question ->
                    look(question, parent.getFirstChild(question.name()), question.name() + suffix);
                case Group group ->
                    entries(group, parent, suffix)
                            .forEach(entry -> look(group.children(), entry.node(), entry.suffix()));
            }
        }
    }

    private void look(Question question, TreeElement node, String key) {
        if (!question.calculation().isEmpty()) {
            calculated(key, ParsedForm.text(node));
        }
        if (!node.isRelevant()) {
            return;
        }
        relevant.add(key);
        if (!node.isEnabled() || question.type() == QuestionType.NOTE) {
            readOnly.add(key);
        }
        Optional<List<String>> left =
                question.choiceFilter().isEmpty() ? Optional.empty() : parsed.filteredChoices(node);
        left.ifPresent(codes -> choices.put(key, codes));
        if (node.isRequired() && question.type().isAnswered()) {
            required.add(key);
        }
        judge(node, key, left);
    }

    private void judge(TreeElement node, String key, Optional<List<String>> left) {
        String value = values.getOrDefault(key, "");
        if (misspelt.containsKey(key)) {
            wrong.put(key, misspelt.getOrDefault(key, Kind.TYPE));
        } else if (value.isEmpty()) {
            if (required.contains(key)) {
                missing.add(key);
            }
        } else if (left.isPresent() && !left.get().containsAll(AnswerTypes.codes(value))) {
            wrong.put(key, Kind.UNKNOWN_CHOICE);
        } else if (!parsed.satisfiesConstraint(node)) {
            wrong.put(key, Kind.CONSTRAINT);
        }
    }

    private void calculated(String key, String value) {
        if (value.isBlank()) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
    }

    private Filling filling(String language) {
        misspelt.forEach((key, kind) -> {
            if (kind == Kind.UNKNOWN_QUESTION) {
                wrong.put(key, kind);
            }
        });
        var problems = wrong.entrySet().stream()
                .map(entry -> problem(entry.getKey(), entry.getValue(), language))
                .toList();
        var gaps = missing.stream()
                .map(key -> problem(key, Kind.REQUIRED, language))
                .toList();
        return new Filling(new Answers(values, language), relevant, readOnly, required, choices, problems, gaps);
    }

    private AnswerProblem problem(String key, Kind kind, String language) {
        Optional<Question> question = form.question(Entries.name(key));
        FormText message = question.map(asked -> switch (kind) {
                    case CONSTRAINT -> asked.constraintMessage();
                    case REQUIRED -> asked.requiredMessage();
                    default -> FormText.NONE;
                })
                .orElse(FormText.NONE);
        return new AnswerProblem(key, kind, filled(message.in(language)));
    }

    private String filled(String text) {
        return Expressions.REFERENCE
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }
}
