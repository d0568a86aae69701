package masar.retention;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import masar.shared.Subject;

/**
 * What a module keeps about people, as far as the end of it is concerned; declared as a bean. Asked with the eyes of the
 * system viewer {@code retention}, inside of a transaction; ids, codes and dates only. What is to be deleted with the
 * keys of a subject a module deletes when it hears {@code sealing.SubjectErased}, so that a replay after a restore
 * deletes it again.
 */
public interface Kept {

    /** What this module keeps inside of a case under subjects of its own: they are erased with it. */
    default Collection<Subject> parts(Subject whole) {
        return List.of();
    }

    /** The case that this subject is a part of. */
    default Optional<Subject> whole(Subject part) {
        return Optional.empty();
    }

    /** Why the record must not be erased now, such as a running service: keys of messages. */
    default List<String> obstacles(Subject whole) {
        return List.of();
    }

    /** Records that were over before then, the longest ended first. */
    default List<EndedRecord> endedBefore(Instant moment, int atMost) {
        return List.of();
    }

    /** The record, when this module keeps it and it is over. */
    default Optional<EndedRecord> ended(Subject subject) {
        return Optional.empty();
    }

    /** The class of a closed case, when this module knows better than "closed case". */
    default Optional<String> classOfCase(Subject whole) {
        return Optional.empty();
    }

    /** Deletes drafts that were begun before then and never used; returns what they were about. */
    default List<Subject> dropDrafts(Instant begunBefore) {
        return List.of();
    }
}
