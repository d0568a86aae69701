package masar.country;

import java.util.Map;

/**
 * One element of an XML file of the pack. The list of elements keeps the order in which they begin.
 *
 * @param namespace URI, empty when there is none
 * @param attributes by local name; those of a namespace of their own as {@code {uri}name}
 * @param text the element's own text, stripped, without that of its children
 * @param line counted from 1
 * @param parent place in the list of the element it stands in; -1 for the root
 */
public record PackElement(
        String namespace, String name, Map<String, String> attributes, String text, int line, int parent) {

    /** The attribute's value, or an empty text. */
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }
}
