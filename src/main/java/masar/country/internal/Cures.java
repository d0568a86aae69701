package masar.country.internal;

import java.util.List;
import java.util.regex.Pattern;
import masar.country.PackProblem;

/** What to do about a problem of a pack, in words for a lawyer who edits it. */
final class Cures {

    private static final List<Cure> KNOWN = List.of(
            cure(
                    "says verified, but",
                    "Write false after verified, or name in source the law, page or paper that was read."),
            cure(
                    "column '(.+)' is empty",
                    "Fill in column $1 of this line. When it is not known, write what you believe, set verified to false and"
                            + " say in source that it is to be verified."),
            cure(
                    "expected \\d+ columns",
                    "Every line needs as many values as the first one. Put a text with a comma between double quotes."),
            cure("column '(.+)' is missing", "Write the name of column $1 into the first line of the file."),
            cure("expected true or false", "Write true when somebody read a source that says so, and false otherwise."),
            cure("expected (.+), found", "Write $1 here."),
            cure(
                    "field '(.+)' is missing",
                    "Add $1 to this entry. A text always stands in Arabic (ar), French (fr) and English (en)."),
            cure("unknown field '(.+)'", "Correct the spelling of $1, or take it out: there is no such field."),
            cure("stands (here|in the header) twice", "Keep one of the two, or give one of them another name."),
            cure(
                    "not valid YAML|tag|aliases",
                    "Compare with the same file of another country: the blanks at the beginning of the line, the colon, the"
                            + " brackets and the quotation marks."),
            cure("not valid CSV", "Look for a double quote that is opened and not closed."),
            cure("not valid XML", "Open the file in a BPMN or DMN modeller, and save it again."),
            cure("not UTF-8", "Save the file as plain text in UTF-8 (in a spreadsheet: CSV UTF-8)."),
            cure("the file is missing", "Create this file; 'masar country new' shows what it must hold."),
            cure("no edition of the procedures", "Create a folder below procedure/ that holds an edition.yaml."),
            cure("there is no (\\S+) '(.*?)'", "Correct the spelling of $2, or add $2 where each $1 is listed."),
            cure("is not in the word list (.+)", "Use a code of wordlists/$1.csv, or add this code there."),
            cure(
                    "cannot be reached",
                    "Draw an arrow to this step from a step before it, or take it out of the diagram."),
            cure("no way leads from it to an end", "Draw arrows that lead from this step to an end."),
            cure("'([^']+)', which is not in the diagram", "Draw the arrow to a step that exists, or draw $1."),
            cure("'([^']+)' stands in no lane", "Move $1 into the lane of the role that does it."),
            cure(
                    "is not allowed|may run a program|holds an expression|must be \\$\\{outcome",
                    "Take it out in the diagram's modeller: a pack holds data, and an arrow asks for one outcome only."),
            cure("gap: no rule answers (.+)", "Add a rule to the table that answers $1, or widen one."),
            cure("overlap: rules", "Narrow one of the two rules, so that one of them answers."),
            cure("never answers", "Take this rule out of the table, or correct its entries."),
            cure("no clock for urgency '(.+)'", "Name a clock for urgency $1 too."),
            cure(
                    "class '(.+)' has no rule",
                    "Add a rule for class $1; when no period is known, propose one unverified."),
            cure("must be the (folder|file)'s name, (.+)", "Write $2 here, or rename the $1."),
            cure("is not a governorate", "Write the key of a governorate of this file into column parent."),
            cure("must be at least (\\d+)", "Write a whole number that is $1 or more."),
            cure("there is no pack", "Name the folder of one country, such as countries/jo; it holds country.yaml."));

    private static final String OTHERWISE =
            "Correct this place and check again. countries/README.md says what each file holds.";

    private record Cure(Pattern reason, String words) {}

    private Cures() {}

    static String of(PackProblem problem) {
        for (Cure known : KNOWN) {
            var found = known.reason().matcher(problem.reason());
            if (found.find()) {
                var words = known.words();
                for (int group = found.groupCount(); group > 0; group--) {
                    words = words.replace("$" + group, String.valueOf(found.group(group)));
                }
                return words;
            }
        }
        return OTHERWISE;
    }

    private static Cure cure(String reason, String words) {
        return new Cure(Pattern.compile(reason), words);
    }
}
