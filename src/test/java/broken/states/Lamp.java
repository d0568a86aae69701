package broken.states;

import java.util.Map;
import java.util.Set;

/** A thing with two states, to be drawn. */
public class Lamp {

    enum State {
        OFF,
        SWITCHED_ON
    }

    static final Map<State, Set<State>> TRANSITIONS =
            Map.of(State.OFF, Set.of(State.SWITCHED_ON), State.SWITCHED_ON, Set.of(State.OFF));
}
