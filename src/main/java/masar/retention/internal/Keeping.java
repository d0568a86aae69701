package masar.retention.internal;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import masar.access.Steward;
import masar.retention.EndedRecord;
import masar.retention.Kept;
import masar.shared.Subject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks every module what it keeps, with eyes that see ids, codes and dates of everything. */
@Component
class Keeping {

    static final String VIEWER = "retention";

    private final ObjectProvider<Kept> kept;
    private final Steward steward;

    Keeping(ObjectProvider<Kept> kept, Steward steward) {
        this.kept = kept;
        this.steward = steward;
    }

    /** The parts of a record, each once, and then the record itself. */
    List<Subject> wholeWithParts(Subject whole) {
        var all = new LinkedHashSet<Subject>();
        look(() -> kept.orderedStream().map(each -> each.parts(whole)).toList()).forEach(all::addAll);
        all.add(whole);
        return List.copyOf(all);
    }

    /** The case that the subject is a part of, or the subject itself. */
    Subject whole(Subject part) {
        return look(() -> kept.orderedStream()
                        .flatMap(each -> each.whole(part).stream())
                        .findFirst())
                .orElse(part);
    }

    List<String> obstacles(Subject whole) {
        return look(() -> kept.orderedStream()
                .flatMap(each -> each.obstacles(whole).stream())
                .distinct()
                .toList());
    }

    Optional<EndedRecord> ended(Subject subject) {
        return look(() -> kept.orderedStream()
                .flatMap(each -> each.ended(subject).stream())
                .findFirst());
    }

    List<EndedRecord> endedBefore(Instant moment, int atMost) {
        return look(() -> kept.orderedStream()
                .flatMap(each -> each.endedBefore(moment, atMost).stream())
                .toList());
    }

    List<Subject> dropDrafts(Instant begunBefore) {
        return look(() -> kept.orderedStream()
                .flatMap(each -> each.dropDrafts(begunBefore).stream())
                .toList());
    }

    /** Writes what somebody wishes who may not propose by themselves. */
    <T> T wish(Supplier<T> work) {
        return steward.as("wish", work);
    }

    <T> T look(Supplier<T> work) {
        return steward.as(VIEWER, work);
    }
}
