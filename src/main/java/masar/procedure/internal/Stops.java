package masar.procedure.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import masar.procedure.Edition;
import masar.procedure.Station;
import masar.procedure.Way.State;
import masar.procedure.Way.Stop;
import masar.worklist.Task;

/** The line of stations: where something is open the case stands; where only passages lie it has passed. */
final class Stops {

    private Stops() {}

    static List<Stop> of(Edition edition, List<String> stepsPassed, List<Task> open) {
        Set<String> here = stations(edition, open.stream().map(Task::step).toList());
        Set<String> passed = stations(edition, stepsPassed);
        return edition.stations().stream()
                .map(station -> new Stop(station, state(station, here, passed)))
                .toList();
    }

    private static State state(Station station, Set<String> here, Set<String> passed) {
        if (here.contains(station.key())) {
            return State.HERE;
        }
        return passed.contains(station.key()) ? State.PASSED : State.AHEAD;
    }

    /** Tasks beside the way, such as an urgent need, belong to no station. */
    private static Set<String> stations(Edition edition, List<String> steps) {
        return steps.stream()
                .filter(edition.steps()::containsKey)
                .map(key -> edition.step(key).station())
                .collect(Collectors.toUnmodifiableSet());
    }
}
