package masar.procedure.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import masar.procedure.Edition;
import masar.procedure.Performer;
import masar.procedure.Station;
import masar.procedure.Step;
import masar.procedure.TableCard;
import masar.shared.Language;
import masar.shared.LocalizedText;

/** What a later edition does otherwise than an earlier one, step by step and rule by rule. */
public final class EditionDiff {

    private static final LocalizedText NOTHING = LocalizedText.same("–");

    private final Edition before;
    private final Edition after;

    private final Function<String, LocalizedText> clockNames;

    private EditionDiff(Edition before, Edition after, Function<String, LocalizedText> clockNames) {
        this.before = before;
        this.after = after;
        this.clockNames = clockNames;
    }

    /** One thing said otherwise; {@code field} is the last part of a message key. */
    public record Detail(String field, LocalizedText before, LocalizedText after) {}

    /**
     * A step, outcome or rule that differs.
     *
     * @param what {@code step}, {@code outcome} or {@code rule}
     * @param kind {@code added}, {@code removed} or {@code changed}
     */
    public record Change(String what, String kind, String key, LocalizedText name, List<Detail> details) {}

    /** @param clockNames what a clock is called, by its key */
    static List<Change> between(
            Edition before,
            Edition after,
            List<TableCard> tablesBefore,
            List<TableCard> tablesAfter,
            Function<String, LocalizedText> clockNames) {
        var diff = new EditionDiff(before, after, clockNames);
        var changes = new ArrayList<Change>();
        changes.addAll(compare("step", before.steps(), after.steps(), Step::name, diff::details));
        changes.addAll(compare(
                "outcome",
                before.outcomes(),
                after.outcomes(),
                Function.identity(),
                (one, other) -> differing(new Detail("name", one, other))));
        changes.addAll(compare(
                "rule",
                rules(tablesBefore),
                rules(tablesAfter),
                rule -> LocalizedText.same(rule.description()),
                (one, other) -> differing(
                        new Detail("description", same(one.description()), same(other.description())),
                        new Detail("asks", same(one.asks()), same(other.asks())),
                        new Detail("answers", same(one.answers()), same(other.answers())))));
        return changes;
    }

    private static Map<String, TableCard.Rule> rules(List<TableCard> tables) {
        Map<String, TableCard.Rule> rules = new LinkedHashMap<>();
        tables.forEach(table -> table.rules().forEach(rule -> rules.put(table.key() + " " + rule.id(), rule)));
        return rules;
    }

    private static <T> List<Change> compare(
            String what,
            Map<String, T> before,
            Map<String, T> after,
            Function<T, LocalizedText> name,
            BiFunction<T, T, List<Detail>> details) {
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        var changes = new ArrayList<Change>();
        for (String key : keys) {
            T one = before.get(key);
            T other = after.get(key);
            if (one == null && other != null) {
                changes.add(new Change(what, "added", key, name.apply(other), List.of()));
            } else if (one != null && other == null) {
                changes.add(new Change(what, "removed", key, name.apply(one), List.of()));
            } else if (one != null && other != null) {
                var differing = details.apply(one, other);
                if (!differing.isEmpty()) {
                    changes.add(new Change(what, "changed", key, name.apply(other), differing));
                }
            }
        }
        return changes;
    }

    private List<Detail> details(Step one, Step other) {
        return differing(
                new Detail("name", one.name(), other.name()),
                new Detail("station", station(before, one), station(after, other)),
                new Detail("role", same(one.role().code()), same(other.role().code())),
                new Detail("performer", same(performer(one)), same(performer(other))),
                new Detail("clock", clocks(one), clocks(other)),
                new Detail("any-time", same(one.anyTime()), same(other.anyTime())),
                new Detail(
                        "basis", same(one.basis().source()), same(other.basis().source())),
                new Detail(
                        "verified",
                        same(one.basis().verified()),
                        same(other.basis().verified())),
                new Detail("then", then(before, one), then(one.then().equals(other.then()) ? before : after, other)));
    }

    private static LocalizedText station(Edition edition, Step step) {
        Station station = edition.stationOf(step);
        return station.name();
    }

    private static String performer(Step step) {
        return switch (step.performer()) {
            case Performer.Same same -> "same";
            case Performer.Chosen chosen -> "chosen";
            case Performer.Owner owner -> "owner";
            case Performer.Named named -> named.organisation();
        };
    }

    private LocalizedText clocks(Step step) {
        return new LocalizedText(clocks(step, Language.AR), clocks(step, Language.FR), clocks(step, Language.EN));
    }

    private String clocks(Step step, Language language) {
        return step.clocks().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(clock -> (clock.getKey().equals(Step.ANY) ? "" : clock.getKey() + ": ")
                        + clockNames.apply(clock.getValue()).in(language))
                .collect(Collectors.joining(" · "));
    }

    private static LocalizedText then(Edition edition, Step step) {
        return new LocalizedText(
                then(edition, step, Language.AR), then(edition, step, Language.FR), then(edition, step, Language.EN));
    }

    private static String then(Edition edition, Step step, Language language) {
        return step.then().entrySet().stream()
                .map(next -> edition.outcomes()
                                .getOrDefault(next.getKey(), LocalizedText.same(next.getKey()))
                                .in(language)
                        + ": "
                        + (next.getValue().isEmpty()
                                ? "–"
                                : next.getValue().stream()
                                        .map(key -> edition.step(key).name().in(language))
                                        .collect(Collectors.joining(" + "))))
                .collect(Collectors.joining(" · "));
    }

    private static LocalizedText same(Object value) {
        String text = value instanceof List<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining(" | "))
                : value.toString();
        return text.isBlank() ? NOTHING : LocalizedText.same(text);
    }

    private static List<Detail> differing(Detail... details) {
        return List.of(details).stream()
                .filter(detail -> !detail.before().equals(detail.after()))
                .toList();
    }
}
