package masar.forms.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import masar.forms.ChoiceList;
import masar.forms.FormElement;
import masar.forms.FormLanguage;
import masar.forms.FormProblem.Kind;
import masar.forms.Group;
import masar.forms.Question;
import masar.forms.internal.SheetTable.Line;
import org.jspecify.annotations.Nullable;

/** Reads the survey sheet into a tree. Each open group is a frame on a stack; the survey itself is the lowest. */
final class SurveyReader {

    static final String ROOT = "/data";
    private static final int DEEPEST = 20;
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");
    private static final Set<String> RESERVED = Set.of("meta");

    /** A group under construction. */
    private record Frame(@Nullable Line begin, boolean repeat, String name, String path, List<FormElement> children) {}

    private final Problems problems;
    private final FormLanguage unnamed;
    private final QuestionReader questions;
    private final Deque<Frame> frames = new ArrayDeque<>();
    private final Map<String, Line> questionNames = new LinkedHashMap<>();
    private final Set<String> names = new java.util.HashSet<>();

    SurveyReader(Problems problems, FormLanguage unnamed, Map<String, ChoiceList> lists) {
        this.problems = problems;
        this.unnamed = unnamed;
        this.questions = new QuestionReader(problems, unnamed, lists);
    }

    List<FormElement> read(SheetTable survey) {
        frames.push(new Frame(null, false, "", ROOT, new ArrayList<>()));
        for (Line line : survey.lines()) {
            if (!line.text("disabled").matches("(?i)yes|true|1")) {
                read(line);
            }
        }
        while (frames.size() > 1) {
            Frame open = frames.pop();
            if (open.begin() != null) {
                problems.add(Kind.UNBALANCED_GROUP, open.begin(), "type", open.name());
            }
            top().children().addAll(open.children());
        }
        new ReferenceCheck(problems, names).check(survey);
        return top().children();
    }

    /** The lists of the form, with those that "or other" made. */
    Map<String, ChoiceList> lists() {
        return questions.lists();
    }

    private void read(Line line) {
        String type = line.text("type");
        if (type.isEmpty()) {
            if (!line.text("name").isEmpty()) {
                problems.add(Kind.MISSING_TYPE, line, "type", line.text("name"));
            }
            return;
        }
        TypeCell cell = TypeCell.of(type);
        switch (cell.kind()) {
            case UNKNOWN -> problems.add(Kind.UNKNOWN_TYPE, line, "type", type);
            case UNSUPPORTED -> {
                problems.add(Kind.UNSUPPORTED_TYPE, line, "type", type);
                names.add(line.text("name"));
            }
            case BEGIN_GROUP, BEGIN_REPEAT -> begin(line, cell.kind() == TypeCell.Kind.BEGIN_REPEAT);
            case END_GROUP, END_REPEAT -> end(line, cell.kind() == TypeCell.Kind.END_REPEAT);
            case QUESTION -> question(line, cell);
        }
    }

    private void begin(Line line, boolean repeat) {
        String name = name(line);
        if (frames.size() > DEEPEST) {
            problems.add(Kind.TOO_DEEP, line, "type", name);
        }
        frames.push(new Frame(line, repeat, name, top().path() + "/" + name, new ArrayList<>()));
    }

    private void end(Line line, boolean repeat) {
        Frame closed = frames.peek();
        if (closed == null || closed.begin() == null || closed.repeat() != repeat) {
            problems.add(Kind.UNBALANCED_GROUP, line, "type", line.text("type"));
            return;
        }
        frames.pop();
        Line begin = closed.begin();
        top().children()
                .add(new Group(
                        closed.name(),
                        closed.path(),
                        begin.texts("label", unnamed),
                        begin.expression("relevant"),
                        begin.text("appearance"),
                        repeat,
                        repeat ? begin.expression("repeat_count") : "",
                        closed.children(),
                        begin.others(QuestionReader.KNOWN),
                        begin.row()));
    }

    private void question(Line line, TypeCell cell) {
        String name = name(line);
        Line first = questionNames.putIfAbsent(name, line);
        if (first != null && !name.isEmpty()) {
            problems.add(Kind.DUPLICATE_NAME, line, "name", name);
        }
        Question question = questions.read(line, cell, name, top().path());
        top().children().add(question);
        if (cell.orOther()) {
            Question other = questions.otherOf(question);
            names.add(other.name());
            top().children().add(other);
        }
    }

    private String name(Line line) {
        String name = line.text("name");
        names.add(name);
        if (name.isEmpty()) {
            problems.add(Kind.MISSING_NAME, line, "name", "");
        } else if (!NAME.matcher(name).matches() || RESERVED.contains(name)) {
            problems.add(Kind.BAD_NAME, line, "name", name);
        } else if (top().children().stream().anyMatch(sibling -> sibling.name().equals(name))) {
            problems.add(Kind.DUPLICATE_NAME, line, "name", name);
        }
        return name;
    }

    private Frame top() {
        return frames.element();
    }
}
