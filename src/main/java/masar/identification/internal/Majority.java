package masar.identification.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import masar.identification.Panels.Opinion;
import masar.identification.VictimStatus;

/** What more than half of the opinions say. It proposes; a person decides. */
final class Majority {

    private Majority() {}

    static Optional<VictimStatus> of(List<Opinion> opinions) {
        var counts = new EnumMap<VictimStatus, Integer>(VictimStatus.class);
        opinions.forEach(each -> counts.merge(each.status(), 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(count -> count.getValue() * 2 > opinions.size())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
