package masar.documents.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import masar.shared.Refused;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * A text or a table of an office program (ECMA-376): an archive whose every part is looked at. No macros, nothing
 * embedded, nothing fetched from elsewhere when it is opened, no slips, no bombs.
 */
final class OfficeFile {

    private static final String TYPES = "[Content_Types].xml";

    /** Parts that run or hold something else. */
    private static final Pattern ACTING = Pattern.compile(
            ".*(vbaproject|vbadata|macrosheets?|activex|oleobject|/embeddings/|externallinks|customui|attachedtoolbars)"
                    + ".*");

    private static final Pattern PROGRAM = Pattern.compile(
            ".*\\.(exe|dll|js|vbs|ps1|bat|cmd|scr|jar|lnk|hta|html?|svg|zip|7z|rar|docm|xlsm|dotm|swf)");

    private final ZipFile archive;
    private long unpacked;

    private OfficeFile(ZipFile archive) {
        this.archive = archive;
    }

    /** Which of the two it is; refused for every other archive. */
    static FileType typeOf(byte[] content) {
        try (var channel = new SeekableInMemoryByteChannel(content);
                var archive = ZipFile.builder()
                        .setSeekableByteChannel(channel)
                        .setIgnoreLocalFileHeader(false)
                        .get()) {
            Refused.unless(archive.getFirstLocalFileHeaderOffset() == 0, "documents.refused.hides.another");
            refuseAfterEnd(content);
            return new OfficeFile(archive).look();
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException wrong) {
            throw JpegFile.broken();
        }
    }

    /** The end of an archive (PK 5 6) is its last 22 bytes when it carries no comment. */
    private static void refuseAfterEnd(byte[] content) {
        int end = content.length - 22;
        boolean plain = end > 0 && content[end] == 'P' && content[end + 1] == 'K' && content[end + 2] == 5;
        Refused.unless(plain, "documents.refused.hides.another");
    }

    private FileType look() throws IOException {
        List<ZipArchiveEntry> entries = Collections.list(archive.getEntries());
        Refused.unless(entries.size() <= Limits.ENTRIES, "documents.refused.bomb");
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry entry : entries) {
            refuseSlip(entry);
            Refused.unless(names.add(entry.getName()), "documents.refused.archive");
        }
        FileType type = type(names);
        for (ZipArchiveEntry entry : entries) {
            read(entry);
        }
        return type;
    }

    private static FileType type(Set<String> names) {
        boolean office = names.contains(TYPES);
        Refused.unless(office && !names.contains("ppt/presentation.xml"), "documents.refused.archive");
        boolean text = names.contains("word/document.xml");
        Refused.unless(text != names.contains("xl/workbook.xml"), "documents.refused.archive");
        return text ? FileType.DOCX : FileType.XLSX;
    }

    private static void refuseSlip(ZipArchiveEntry entry) {
        String name = entry.getName();
        boolean slips = name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || name.indexOf('\0') >= 0
                || name.isBlank()
                || List.of(name.split("/")).stream().anyMatch(part -> part.equals("..") || part.equals("."))
                || entry.isUnixSymlink();
        Refused.unless(!slips, "documents.refused.archive");
        Refused.unless(!entry.getGeneralPurposeBit().usesEncryption(), "documents.refused.encrypted");
        Refused.unless(
                entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED,
                "documents.refused.archive");
    }

    private void read(ZipArchiveEntry entry) throws IOException {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        Refused.unless(!ACTING.matcher("/" + name).matches(), "documents.refused.macros");
        Refused.unless(!PROGRAM.matcher(name).matches(), "documents.refused.holds.files");
        try (InputStream part = archive.getInputStream(entry)) {
            byte[] content = part.readNBytes((int) (Limits.UNPACKED - unpacked) + 1);
            unpacked += content.length;
            Refused.unless(unpacked <= Limits.UNPACKED, "documents.refused.bomb");
            if (name.endsWith(".xml") || name.endsWith(".rels")) {
                OfficePart.refuseUnlessStill(name, content);
            } else {
                Refused.unless(
                        Signatures.family(content) != FileType.DOCX && Signatures.family(content) != FileType.PDF,
                        "documents.refused.holds.files");
            }
        }
    }
}
