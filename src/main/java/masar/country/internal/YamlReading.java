package masar.country.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import masar.country.PackEntry;
import masar.country.PackFile;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML as a tree of entries that know their line. Only plain values: no tags, no aliases, no second document. */
public final class YamlReading {

    private static final Set<Tag> PLAIN =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.SEQ, Tag.MAP);

    private YamlReading() {}

    public static PackEntry read(PackFile file) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setAllowRecursiveKeys(false);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new java.io.StringReader(file.text()));
            if (root == null) {
                throw file.problem(0, "the file is empty");
            }
            return entry(file, root);
        } catch (MarkedYAMLException broken) {
            throw file.problem(line(broken.getProblemMark()), "not valid YAML: " + broken.getProblem());
        } catch (YAMLException broken) {
            throw file.problem(0, "not valid YAML: " + broken.getMessage());
        }
    }

    private static PackEntry entry(PackFile file, Node node) {
        int line = line(node.getStartMark());
        if (!PLAIN.contains(node.getTag())) {
            throw file.problem(line, "tags such as " + node.getTag() + " are not allowed");
        }
        return switch (node) {
            case ScalarNode scalar ->
                PackEntry.text(file, line, scalar.getValue().strip());
            case SequenceNode sequence -> PackEntry.list(file, line, entries(file, sequence));
            case MappingNode mapping -> PackEntry.map(file, line, fields(file, mapping));
            default -> throw file.problem(line, "aliases are not allowed");
        };
    }

    private static List<PackEntry> entries(PackFile file, SequenceNode sequence) {
        List<PackEntry> entries = new ArrayList<>();
        sequence.getValue().forEach(node -> entries.add(entry(file, node)));
        return entries;
    }

    private static Map<String, PackEntry> fields(PackFile file, MappingNode mapping) {
        Map<String, PackEntry> fields = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            int line = line(tuple.getKeyNode().getStartMark());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw file.problem(line, "a name must be a plain word");
            }
            if (fields.put(key.getValue(), entry(file, tuple.getValueNode())) != null) {
                throw file.problem(line, "'" + key.getValue() + "' stands here twice");
            }
        }
        return java.util.Collections.unmodifiableMap(fields);
    }

    private static int line(@Nullable Mark mark) {
        return mark == null ? 0 : mark.getLine() + 1;
    }
}
