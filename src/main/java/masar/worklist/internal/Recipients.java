package masar.worklist.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import masar.access.Accounts;
import masar.access.Supervision;
import masar.access.Supervision.Office;
import masar.shared.Role;
import masar.worklist.internal.RingBook.Waiting;
import org.springframework.stereotype.Component;

/** Who stands at each level above a step. What it found it keeps for one round, in which many steps ask for the same. */
@Component
class Recipients {

    private static final UUID NOBODY = new UUID(0, 0);

    /** Only these are told upwards: an alarm about somebody of the staff could reach the one it is about. */
    private static final Set<String> TOLD_UPWARDS = Set.of("report", "case");

    private final Accounts accounts;
    private final Supervision supervision;
    private final FocalPointBook focalPoints;

    Recipients(Accounts accounts, Supervision supervision, FocalPointBook focalPoints) {
        this.accounts = accounts;
        this.supervision = supervision;
        this.focalPoints = focalPoints;
    }

    Round round() {
        return new Round();
    }

    /** One round of telling. */
    final class Round {

        private final Map<Office, Boolean> staffed = new HashMap<>();
        private final Map<String, Office> supervisors = new HashMap<>();
        private final Map<UUID, List<UUID>> spokespeople = new HashMap<>();

        /** Those of this level who could be told; nobody where the level has no people. */
        List<Recipient> of(Level level, Waiting step) {
            if (level.compareTo(Level.OFFICER) > 0
                    && !TOLD_UPWARDS.contains(step.subject().kind())) {
                return List.of();
            }
            return switch (level) {
                case REMINDER -> performer(step);
                case OFFICER -> performer(step);
                case SUPERVISOR -> {
                    var office = supervisors(step);
                    yield office.role() == Role.SUPERVISOR ? staffed(office) : List.of();
                }
                case FOCAL_POINT ->
                    spokespeople.computeIfAbsent(step.organisation(), focalPoints::of).stream()
                            .map(Recipient::person)
                            .toList();
                case COORDINATOR ->
                    supervision.coordination().map(Recipient::office).stream().toList();
            };
        }

        private List<Recipient> performer(Waiting step) {
            return step.account() != null
                    ? List.of(Recipient.person(step.account()))
                    : staffed(new Office(step.organisation(), step.role()));
        }

        private Office supervisors(Waiting step) {
            UUID except = Optional.ofNullable(step.account()).orElse(NOBODY);
            return supervisors.computeIfAbsent(
                    step.organisation() + " " + except, key -> supervision.over(step.organisation(), except));
        }

        private List<Recipient> staffed(Office office) {
            boolean anybody = staffed.computeIfAbsent(
                    office,
                    each -> !accounts.colleagues(each.organisation(), each.role())
                            .isEmpty());
            return anybody ? List.of(Recipient.office(office)) : List.of();
        }
    }
}
