package masar.screening.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import masar.country.PackFolder;
import masar.country.PackPart;
import masar.procedure.Decisions;
import masar.procedure.Edition;
import masar.procedure.Editions;
import masar.procedure.TableAnswer;
import masar.procedure.TableAnswer.MatchedRule;
import masar.screening.AgeAtExploitation;
import masar.screening.ForcedLabourSign;
import masar.screening.Indication;
import masar.screening.Indication.DimensionReading;
import masar.screening.Indications;
import masar.screening.Indicator;
import masar.screening.IndicatorAnswer;
import masar.screening.IndicatorCatalogue;
import masar.screening.IndicatorDimension;
import masar.screening.Strength;
import masar.screening.SuspectedForm;

/** Counts what is present and asks the edition's tables; holds no rule of its own. */
public final class Weighing implements Indications, PackPart {

    private final CatalogueLibrary catalogues;
    private final Editions editions;
    private final Decisions decisions;

    public Weighing(CatalogueLibrary catalogues, Editions editions, Decisions decisions) {
        this.catalogues = catalogues;
        this.editions = editions;
        this.decisions = decisions;
    }

    /** Has no files of its own. */
    @Override
    public void load(PackFolder folder) {}

    /** Every edition must be able to weigh an empty interview, whatever the age and the form. */
    @Override
    public void check(PackFolder folder) {
        for (Edition edition : editions.all()) {
            try {
                for (AgeAtExploitation age : AgeAtExploitation.values()) {
                    for (SuspectedForm form : SuspectedForm.values()) {
                        catalogue(edition.id()).list(list(edition.id(), age, form));
                    }
                }
                weigh(edition.id(), AgeAtExploitation.UNKNOWN, SuspectedForm.UNKNOWN, Map.of());
            } catch (IllegalArgumentException | IllegalStateException unfit) {
                throw folder.file("procedure/" + edition.id() + "/edition.yaml")
                        .problem(0, "its tables and its indicators do not fit together: " + unfit.getMessage());
            }
        }
    }

    @Override
    public IndicatorCatalogue catalogue(String edition) {
        return catalogues.catalogue(editions.edition(edition).instrument("indicators"));
    }

    @Override
    public String list(String edition, AgeAtExploitation age, SuspectedForm form) {
        return chooseList(edition, age, form).text("list");
    }

    @Override
    public Indication weigh(
            String edition, AgeAtExploitation age, SuspectedForm form, Map<String, IndicatorAnswer> answers) {
        IndicatorCatalogue catalogue = catalogue(edition);
        refuseUnknownCodes(catalogue, answers.keySet());
        TableAnswer chosen = chooseList(edition, age, form);
        String list = chosen.text("list");
        TableAnswer child = decisions.decide(edition, "child", Map.of("ageStatus", age.code()));
        List<DimensionReading> dimensions = catalogue.dimensions().stream()
                .map(dimension -> read(edition, present(catalogue, list, dimension, answers), dimension, list))
                .toList();
        TableAnswer conclusion = conclude(edition, child.flag("child"), catalogue, dimensions);
        List<MatchedRule> rules = new ArrayList<>(chosen.rules());
        rules.addAll(child.rules());
        rules.addAll(conclusion.rules());
        return new Indication(
                conclusion.text("conclusion"),
                conclusion.text("reason"),
                new Indication.Version(catalogue.id(), catalogue.version()),
                list,
                child.flag("child"),
                catalogue.list(list).provisional(),
                dimensions,
                rules,
                counts(catalogue, list, answers),
                outside(catalogue, list, answers));
    }

    @Override
    public List<ForcedLabourSign> forcedLabourSigns(Collection<String> present) {
        return catalogues.signs().stream().filter(sign -> sign.shownBy(present)).toList();
    }

    private TableAnswer chooseList(String edition, AgeAtExploitation age, SuspectedForm form) {
        return decisions.decide(edition, "list", Map.of("ageAtExploitation", age.code(), "suspectedForm", form.code()));
    }

    private DimensionReading read(String edition, List<Indicator> present, IndicatorDimension dimension, String list) {
        int strong = count(present, list, Strength.STRONG);
        int medium = count(present, list, Strength.MEDIUM);
        int weak = count(present, list, Strength.WEAK);
        TableAnswer answer =
                decisions.decide(edition, "dimension", Map.of("strong", strong, "medium", medium, "weak", weak));
        List<String> codes = present.stream().map(Indicator::code).toList();
        return new DimensionReading(
                dimension.key(), answer.flag("positive"), strong, medium, weak, codes, answer.rules());
    }

    private TableAnswer conclude(
            String edition, boolean child, IndicatorCatalogue catalogue, List<DimensionReading> dimensions) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("child", child);
        for (int at = 0; at < dimensions.size(); at++) {
            inputs.put(
                    catalogue.dimensions().get(at).input(), dimensions.get(at).positive());
        }
        return decisions.decide(edition, "conclusion", inputs);
    }

    private static List<Indicator> present(
            IndicatorCatalogue catalogue,
            String list,
            IndicatorDimension dimension,
            Map<String, IndicatorAnswer> answers) {
        return catalogue.in(list).stream()
                .filter(indicator -> indicator.dimension().equals(dimension.key()))
                .filter(indicator -> answers.get(indicator.code()) == IndicatorAnswer.PRESENT)
                .toList();
    }

    private static int count(List<Indicator> present, String list, Strength strength) {
        return (int) present.stream()
                .filter(indicator -> indicator.strengthIn(list) == strength)
                .count();
    }

    private static Map<IndicatorAnswer, Integer> counts(
            IndicatorCatalogue catalogue, String list, Map<String, IndicatorAnswer> answers) {
        Map<IndicatorAnswer, Integer> counts = new EnumMap<>(IndicatorAnswer.class);
        for (IndicatorAnswer answer : IndicatorAnswer.values()) {
            counts.put(answer, 0);
        }
        catalogue
                .in(list)
                .forEach(indicator -> counts.merge(
                        answers.getOrDefault(indicator.code(), IndicatorAnswer.NOT_ASKED), 1, Integer::sum));
        return Map.copyOf(counts);
    }

    private static List<String> outside(
            IndicatorCatalogue catalogue, String list, Map<String, IndicatorAnswer> answers) {
        return catalogue.indicators().values().stream()
                .filter(indicator -> indicator.strengthIn(list) == Strength.NONE)
                .map(Indicator::code)
                .filter(code -> answers.get(code) == IndicatorAnswer.PRESENT)
                .toList();
    }

    private static void refuseUnknownCodes(IndicatorCatalogue catalogue, Collection<String> codes) {
        for (String code : codes) {
            if (!catalogue.indicators().containsKey(code)) {
                throw new IllegalArgumentException("catalogue " + catalogue.id() + " has no indicator '" + code + "'");
            }
        }
    }
}
