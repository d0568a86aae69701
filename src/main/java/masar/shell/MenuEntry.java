package masar.shell;

import java.util.function.Predicate;
import masar.shared.Viewer;

/**
 * One line of the side navigation, declared as a bean by the module it leads to.
 *
 * @param key message key of the words
 * @param path where it leads
 * @param icon name of an icon of the sprite
 * @param order small numbers first
 * @param shownTo who sees it; the door behind it decides for itself
 */
public record MenuEntry(String key, String path, String icon, int order, Predicate<Viewer> shownTo) {}
