package masar.worklist;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import masar.shared.LocalizedText;
import masar.shared.Subject;
import masar.shared.Viewer;
import org.jspecify.annotations.Nullable;

/** What waits in the whole country, in numbers: neither codes nor names, and nothing of what is written anywhere. */
public interface Backlog {

    /**
     * What is counted; an empty field counts everything.
     *
     * @param station key of a station
     * @param area key of a governorate; {@link Pile#NOWHERE} counts those without any
     */
    record Narrowing(Optional<String> station, Optional<UUID> organisation, Optional<String> area, boolean lateOnly) {}

    /**
     * Open steps that have something in common.
     *
     * @param part {@code station}, {@code organisation}, {@code area}, {@code step}, or {@code all}
     * @param key of the station, the area or the step, or the id of the organisation that must act
     * @param name of the step, as the edition says it
     * @param subjects reports and cases; each once, however many steps of it are open
     * @param acted steps of which somebody said that they act, and that time is not over
     * @param escalated steps of which somebody above was told
     * @param typical how long half of them have waited at most
     * @param longestLate how long the latest is overdue; null when none is
     */
    record Pile(
            String part,
            String key,
            LocalizedText name,
            long subjects,
            long steps,
            long late,
            long acted,
            long escalated,
            Duration typical,
            Duration longest,
            @Nullable Duration longestLate) {

        /** The key of what belongs to no area or no station. */
        public static final String NOWHERE = "";
    }

    /** The piles of each part, the largest first; nothing for anybody but a coordinator. */
    List<Pile> piles(Viewer viewer, Map<String, String> stationOfStep, Narrowing narrowing);

    /** Keeps the governorate of a case, for numbers only. */
    void locate(Subject subject, String governorate);
}
