package masar.procedure.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.runtime.ActivityInstance;
import org.operaton.bpm.engine.runtime.VariableInstance;
import org.operaton.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only place that speaks with the process engine. It works in the caller's transaction, which must look as the
 * steward of ways. The engine keeps which steps of a way are open and says what an outcome opens; it is told ids and
 * codes only, and not even whose way it is.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WayEngine {

    private static final String OUTCOME = "outcome";
    private static final String ITEM = "item";

    private final EngineRoom room;
    private final Deployments deployments;

    WayEngine(EngineRoom room, Deployments deployments) {
        this.room = room;
        this.deployments = deployments;
    }

    /** A step that is open, and the referral or other item it is about. */
    record Place(String step, Optional<UUID> item) {}

    /**
     * @param opened steps in the order of the engine; one that was open already is not opened twice
     * @param inTurn whether the step was open
     * @param ended whether the way has come to its end
     */
    record Moved(List<String> opened, boolean inTurn, boolean ended) {}

    private record Token(String task, String execution, Place place) {}

    /** Begins a way at these steps, at least one, and says under which id the engine keeps it. */
    String begin(String edition, List<Place> places) {
        var begun = runtime().createProcessInstanceById(deployments.definition(edition));
        places.forEach(place -> begun.startBeforeActivity(place.step()));
        String instance = begun.execute().getProcessInstanceId();
        var items = new HashMap<String, List<UUID>>();
        places.forEach(place -> place.item()
                .ifPresent(item -> items.computeIfAbsent(place.step(), step -> new java.util.ArrayList<>())
                        .add(item)));
        for (Token token : items.isEmpty() ? List.<Token>of() : tokens(instance)) {
            List<UUID> waiting = items.getOrDefault(token.place().step(), List.of());
            if (!waiting.isEmpty()) {
                remember(token.task(), waiting.removeFirst());
            }
        }
        return instance;
    }

    /** Opens a step beside those that are open. */
    void open(String instance, Place place) {
        List<Token> before = tokens(instance);
        runtime()
                .createProcessInstanceModification(instance)
                .startBeforeActivity(place.step())
                .execute();
        settle(instance, before, place.item());
    }

    /**
     * The step about this item was done with this outcome, whether or not it was open.
     *
     * @param next the item that what follows is about
     */
    Moved move(String instance, Place place, String outcome, Optional<UUID> next) {
        List<Token> before = tokens(instance);
        List<Token> done = done(before, place);
        if (done.isEmpty()) {
            runtime().setVariable(instance, OUTCOME, outcome);
            runtime()
                    .createProcessInstanceModification(instance)
                    .startAfterActivity(place.step())
                    .execute();
        } else {
            done.stream().skip(1).forEach(token -> cancel(instance, token));
            tasks().complete(done.getFirst().task(), Map.of(OUTCOME, outcome));
        }
        List<Token> after = settle(instance, before, next);
        var known = new HashSet<>(before.stream().map(Token::task).toList());
        List<String> opened = after.stream()
                .filter(token -> !known.contains(token.task()))
                .map(token -> token.place().step())
                .toList();
        return new Moved(opened, !done.isEmpty(), after.isEmpty());
    }

    /** What is open on the way. */
    List<Place> open(String instance) {
        return tokens(instance).stream().map(Token::place).toList();
    }

    /** Forgets a way that ended elsewhere; nothing happens when the engine has ended it already. */
    void forget(String instance) {
        runtime().deleteProcessInstanceIfExists(instance, "ended", true, true, true, true);
    }

    /** The token about the item, and the one about no item in particular. */
    private static List<Token> done(List<Token> open, Place place) {
        return Stream.concat(
                        open.stream().filter(token -> token.place().equals(place)),
                        open.stream()
                                .filter(token -> place.item().isPresent()
                                        && token.place().equals(new Place(place.step(), Optional.empty()))))
                .toList();
    }

    /** Gives what is new its item and takes back what was open already; returns what is open now. */
    private List<Token> settle(String instance, List<Token> before, Optional<UUID> item) {
        var known = new HashSet<>(before.stream().map(Token::task).toList());
        var settled = new java.util.ArrayList<Token>();
        var places = new HashSet<Place>();
        List<Token> after = tokens(instance);
        after.stream().filter(token -> known.contains(token.task())).forEach(token -> {
            places.add(token.place());
            settled.add(token);
        });
        for (Token token :
                after.stream().filter(each -> !known.contains(each.task())).toList()) {
            var place = new Place(token.place().step(), item);
            if (!places.add(place)) {
                cancel(instance, token);
            } else {
                item.ifPresent(about -> remember(token.task(), about));
                settled.add(new Token(token.task(), token.execution(), place));
            }
        }
        return settled;
    }

    private void remember(String task, UUID item) {
        tasks().setVariableLocal(task, ITEM, item.toString());
    }

    private void cancel(String instance, Token token) {
        for (ActivityInstance activity : runtime()
                .getActivityInstance(instance)
                .getActivityInstances(token.place().step())) {
            if (List.of(activity.getExecutionIds()).contains(token.execution())) {
                runtime()
                        .createProcessInstanceModification(instance)
                        .cancelActivityInstance(activity.getId())
                        .execute();
            }
        }
    }

    private List<Token> tokens(String instance) {
        List<Task> open = tasks().createTaskQuery().processInstanceId(instance).list();
        var items = new HashMap<String, UUID>();
        if (!open.isEmpty()) {
            runtime()
                    .createVariableInstanceQuery()
                    .taskIdIn(open.stream().map(Task::getId).toArray(String[]::new))
                    .variableName(ITEM)
                    .list()
                    .forEach(item -> items.put(item.getTaskId(), UUID.fromString(text(item))));
        }
        return open.stream()
                .map(task -> new Token(
                        task.getId(),
                        task.getExecutionId(),
                        new Place(task.getTaskDefinitionKey(), Optional.ofNullable(items.get(task.getId())))))
                .toList();
    }

    private static String text(VariableInstance variable) {
        return (String) variable.getValue();
    }

    private RuntimeService runtime() {
        return room.engine().getRuntimeService();
    }

    private TaskService tasks() {
        return room.engine().getTaskService();
    }
}
