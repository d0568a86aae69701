package masar.casefile;

import java.util.function.BiPredicate;
import masar.shared.Viewer;

/**
 * A page that a module adds to each case.
 *
 * @param key message key of its name
 * @param path last part of its address, {@code /cases/{id}/path}; empty for the overview
 * @param shownTo who sees it on this case
 */
public record CaseTab(String key, String path, int order, BiPredicate<Viewer, CaseCard> shownTo) {}
