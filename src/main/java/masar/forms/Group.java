package masar.forms;

import java.util.List;
import java.util.Map;

/**
 * Questions that belong together; a repeat when they may be answered several times.
 *
 * @param repeatCount how often, an expression; empty when the person decides, or when this is no repeat
 */
public record Group(
        String name,
        String path,
        FormText label,
        String relevant,
        String appearance,
        boolean repeat,
        String repeatCount,
        List<FormElement> children,
        Map<String, String> columns,
        int row)
        implements FormElement {
    public Group {
        children = List.copyOf(children);
        columns = Map.copyOf(columns);
    }
}
