package masar.forms.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import masar.forms.Spreadsheet;
import masar.forms.SpreadsheetUnreadable;
import masar.forms.SpreadsheetUnreadable.Reason;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/**
 * Looks through the archive before a reader opens it. Sizes are counted while unpacking, since what a zip declares
 * about itself may be a lie.
 */
final class ArchiveGuard {

    private static final int MAX_PARTS = 2_000;
    private static final int BLOCK = 64 * 1024;
    private static final Pattern MERGED = Pattern.compile("<(?:\\w+:)?mergeCell [^>]*?ref=\"([A-Z0-9:$]{1,24})\"");

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
                try (InputStream content = archive.getInputStream(part)) {
                    look(part.getName().toLowerCase(Locale.ROOT), content);
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new SpreadsheetUnreadable(Reason.DAMAGED);
        }
        if (!workbook) {
            throw new SpreadsheetUnreadable(Reason.NOT_XLSX);
        }
    }

    private void look(String name, InputStream content) throws IOException {
        workbook |= name.endsWith("workbook.xml");
        boolean xml = name.endsWith(".xml") || name.endsWith(".rels");
        boolean sheet = name.contains("worksheets/");
        String tail = "";
        for (byte[] block = content.readNBytes(BLOCK); block.length > 0; block = content.readNBytes(BLOCK)) {
            unpacked += block.length;
            if (unpacked > Spreadsheet.MAX_UNPACKED_BYTES) {
                throw new SpreadsheetUnreadable(Reason.TOO_LARGE);
            }
            if (xml) {
                String text = tail + new String(block, StandardCharsets.ISO_8859_1);
                refuseDocumentType(text);
                if (sheet) {
                    MERGED.matcher(text).results().forEach(range -> note(range.group(1)));
                }
                tail = text.substring(Math.max(0, text.length() - 64));
            }
        }
    }

    private void note(String range) {
        if (!mergedRanges.contains(range) && mergedRanges.size() < 100) {
            mergedRanges.add(range);
        }
    }

    private static void refuseDocumentType(String text) {
        if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY") || text.contains("<\0!\0D")) {
            throw new SpreadsheetUnreadable(Reason.UNSAFE);
        }
    }
}
