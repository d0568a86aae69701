package masar.country;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import masar.country.internal.CsvReading;
import masar.country.internal.XmlReading;
import masar.country.internal.YamlReading;

/** One file of a pack, and the ways to read it that remember where each word stood. */
public final class PackFile {

    private final String label;
    private final String path;
    private final byte[] bytes;

    PackFile(String label, String path, byte[] bytes) {
        this.label = label;
        this.path = path;
        this.bytes = bytes.clone();
    }

    /** Path inside the countries folder, as problems name it: {@code lb/clocks.yaml}. */
    public String label() {
        return label;
    }

    /** Path inside the pack: {@code clocks.yaml}. */
    public String path() {
        return path;
    }

    /** The name without folder and ending: {@code gender} for {@code wordlists/gender.csv}. */
    public String stem() {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    /** The whole file as text. Throws {@link PackProblem} when it is not UTF-8. */
    public String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw problem(0, "the file is not UTF-8 text");
        }
    }

    /** The file read as YAML: its root entry. Refuses tags, duplicate keys and several documents. */
    public PackEntry yaml() {
        return YamlReading.read(this);
    }

    /** The file read as CSV with a header line that names at least these columns. */
    public List<PackRow> table(String... columns) {
        return CsvReading.read(this, List.of(columns));
    }

    /** The file read as XML: its elements in order. Refuses document types and entities. */
    public List<PackElement> elements() {
        return XmlReading.read(this);
    }

    /** A problem at a line of this file; 0 for the file as a whole. */
    public PackProblem problem(int line, String reason) {
        return new PackProblem(label, line, reason);
    }
}
