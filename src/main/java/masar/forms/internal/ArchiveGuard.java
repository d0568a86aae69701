package masar.forms.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import masar.forms.Spreadsheet;
import masar.forms.SpreadsheetUnreadable;
import masar.forms.SpreadsheetUnreadable.Reason;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/**
 * Looks through the archive before a reader opens it. Sizes are counted while unpacking, since what a zip declares
 * about itself may be a lie; places of cells are checked, since readers reserve memory up to the last one.
 */
final class ArchiveGuard {

    private static final int SHORTEST_ZIP = 22;
    private static final int MAX_PARTS = 2_000;
    private static final int MAX_MERGED = 100;
    private static final Pattern PLACE = Pattern.compile("[A-Z]{1,3}[0-9]{1,7}");
    private static final Pattern RANGE = Pattern.compile("[A-Z0-9:$]{1,24}");

    private final List<String> mergedRanges = new ArrayList<>();
    private boolean workbook;
    private long unpacked;
    private int parts;

    private ArchiveGuard() {}

    /** Refuses a dangerous file; otherwise the references of its merged cells. */
    static List<String> inspect(byte[] file) {
        if (file.length == 0) {
            throw new SpreadsheetUnreadable(Reason.EMPTY);
        }
        if (file.length > Spreadsheet.MAX_FILE_BYTES) {
            throw new SpreadsheetUnreadable(Reason.TOO_LARGE);
        }
        if (file.length < SHORTEST_ZIP) {
            throw new SpreadsheetUnreadable(Reason.NOT_XLSX);
        }
        if (ReadableWorkbook.isOLE2Header(file)) {
            throw new SpreadsheetUnreadable(Reason.OLD_OR_LOCKED);
        }
        if (!ReadableWorkbook.isOOXMLZipHeader(file)) {
            throw new SpreadsheetUnreadable(Reason.NOT_XLSX);
        }
        var guard = new ArchiveGuard();
        guard.walk(file);
        return guard.mergedRanges;
    }

    private void walk(byte[] file) {
        try (ZipFile archive = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry part : Collections.list(archive.getEntries())) {
                if (++parts > MAX_PARTS) {
                    throw new SpreadsheetUnreadable(Reason.TOO_LARGE);
                }
                try (InputStream content = new Counted(archive.getInputStream(part))) {
                    look(part.getName().toLowerCase(Locale.ROOT), content);
                }
            }
        } catch (SpreadsheetUnreadable refused) {
            throw refused;
        } catch (IOException | XMLStreamException | RuntimeException broken) {
            throw new SpreadsheetUnreadable(Reason.DAMAGED);
        }
        if (!workbook) {
            throw new SpreadsheetUnreadable(Reason.NOT_XLSX);
        }
    }

    private void look(String name, InputStream content) throws IOException, XMLStreamException {
        workbook |= name.endsWith("workbook.xml");
        if (!name.endsWith(".xml") && !name.endsWith(".rels")) {
            content.transferTo(OutputStream.nullOutputStream());
            return;
        }
        XMLStreamReader xml = factory().createXMLStreamReader(content);
        boolean sheet = name.contains("worksheets/");
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new SpreadsheetUnreadable(Reason.UNSAFE);
            }
            if (sheet && event == XMLStreamConstants.START_ELEMENT) {
                look(xml);
            }
        }
    }

    private void look(XMLStreamReader element) {
        switch (element.getLocalName()) {
            case "c" -> {
                String place = element.getAttributeValue(null, "r");
                if (place != null && !PLACE.matcher(place).matches()) {
                    throw new SpreadsheetUnreadable(Reason.UNSAFE);
                }
            }
            case "mergeCell" -> {
                String range = element.getAttributeValue(null, "ref");
                if (range != null && RANGE.matcher(range).matches() && mergedRanges.size() < MAX_MERGED) {
                    mergedRanges.add(range);
                }
            }
            default -> {}
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** A part that adds to what was unpacked so far. */
    private final class Counted extends FilterInputStream {

        private Counted(InputStream part) {
            super(part);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int more) {
            unpacked += more;
            if (unpacked > Spreadsheet.MAX_UNPACKED_BYTES) {
                throw new SpreadsheetUnreadable(Reason.TOO_LARGE);
            }
        }
    }
}
