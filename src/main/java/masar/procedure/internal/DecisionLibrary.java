package masar.procedure.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import masar.country.PackFile;
import masar.country.PackFolder;
import masar.country.PackPart;
import masar.procedure.Decisions;
import masar.procedure.TableAnswer;
import masar.procedure.TableCard;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.dmn.engine.DmnDecision;
import org.operaton.bpm.dmn.engine.DmnDecisionTableResult;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.dmn.engine.DmnEngineConfiguration;
import org.operaton.bpm.dmn.engine.DmnEngineException;
import org.operaton.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.operaton.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.operaton.bpm.engine.variable.Variables;

/**
 * The decision tables of all editions, parsed once at start-up; asking them is safe from any thread. An edition that has
 * no table of its own of some name uses the one under {@code decisions/}.
 */
public final class DecisionLibrary implements PackPart, Decisions {

    private static final String FEEL = DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_DMN13;

    private final ThreadLocal<List<String>> matched = ThreadLocal.withInitial(List::of);
    private final DmnEngine engine = engine();
    private volatile Map<String, Parsed> tables = Map.of();

    private record Parsed(DecisionTable table, DmnDecision decision) {}

    @Override
    public void load(PackFolder folder) {
        Map<String, Parsed> found = new HashMap<>();
        for (String edition : folder.folders("procedure")) {
            for (PackFile file : folder.list("decisions", ".dmn")) {
                found.put(edition + "/" + file.stem(), parse(file));
            }
            for (PackFile file : folder.list("procedure/" + edition + "/decisions", ".dmn")) {
                found.put(edition + "/" + file.stem(), parse(file));
            }
        }
        tables = Map.copyOf(found);
    }

    @Override
    public TableAnswer decide(String edition, String table, Map<String, ? extends @Nullable Object> inputs) {
        Parsed parsed = tables.get(edition + "/" + table);
        if (parsed == null) {
            throw new IllegalArgumentException("edition " + edition + " has no decision table '" + table + "'");
        }
        Set<String> wanted = parsed.table().inputs();
        if (!wanted.equals(inputs.keySet())) {
            throw new IllegalArgumentException("table " + table + " wants " + wanted + ", got " + inputs.keySet());
        }
        try {
            DmnDecisionTableResult result = engine.evaluateDecisionTable(parsed.decision(), new HashMap<>(inputs));
            if (result.isEmpty() || result.getSingleResult().containsValue(null)) {
                throw new IllegalStateException("no rule of table " + table + " gives a whole answer");
            }
            return answer(parsed.table(), result.getSingleResult().getEntryMap());
        } finally {
            matched.remove();
        }
    }

    @Override
    public List<TableCard> tables(String edition) {
        String prefix = edition + "/";
        return tables.entrySet().stream()
                .filter(table -> table.getKey().startsWith(prefix))
                .sorted(Map.Entry.comparingByKey())
                .map(table -> table.getValue().table().card())
                .toList();
    }

    private TableAnswer answer(DecisionTable table, Map<String, Object> outputs) {
        List<TableAnswer.MatchedRule> rules = matched.get().stream()
                .map(id -> new TableAnswer.MatchedRule(id, table.rules().getOrDefault(id, "")))
                .toList();
        return new TableAnswer(outputs, rules);
    }

    private Parsed parse(PackFile file) {
        DecisionTable table = DecisionTable.read(file);
        try {
            return new Parsed(table, engine.parseDecision(table.key(), file.open()));
        } catch (DmnEngineException broken) {
            throw file.problem(0, "not a decision table the engine can read: " + broken.getMessage());
        }
    }

    private DmnEngine engine() {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setDefaultInputExpressionExpressionLanguage(FEEL);
        configuration.setDefaultInputEntryExpressionLanguage(FEEL);
        configuration.setDefaultOutputEntryExpressionLanguage(FEEL);
        configuration.setDefaultLiteralExpressionLanguage(FEEL);
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(this::remember));
        configuration
                .getTransformer()
                .getDataTypeTransformerRegistry()
                .addTransformer("number", Variables::untypedValue);
        return configuration.buildEngine();
    }

    private void remember(DmnDecisionTableEvaluationEvent event) {
        matched.set(event.getMatchingRules().stream().map(rule -> rule.getId()).toList());
    }
}
