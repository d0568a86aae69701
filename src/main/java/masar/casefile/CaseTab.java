package masar.casefile;

import java.util.Locale;
import java.util.function.BiPredicate;
import masar.shared.Viewer;

/**
 * A page that a module adds to each case.
 *
 * @param key message key of its name
 * @param path last part of its address, {@code /cases/{id}/path}; empty for the overview
 * @param order where it stands: from 0 the case as a whole, from 10 the person, from 30 identification, from 50 help, from
 *     80 what is kept about the file itself
 * @param shownTo who sees it on this case
 */
public record CaseTab(String key, String path, int order, BiPredicate<Viewer, CaseCard> shownTo) {

    /** Pages that belong together; the name is said by {@code casefile.tabs.CODE}. */
    public enum Group {
        CASE(0),
        PERSON(10),
        IDENTIFICATION(30),
        HELP(50),
        RECORD(80);

        private final int from;

        Group(int from) {
            this.from = from;
        }

        /** The word used in messages. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Group of(int order) {
            Group found = CASE;
            for (Group group : values()) {
                found = order >= group.from ? group : found;
            }
            return found;
        }
    }

    public Group group() {
        return Group.of(order);
    }
}
