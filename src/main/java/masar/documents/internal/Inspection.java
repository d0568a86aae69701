package masar.documents.internal;

import java.util.Locale;
import masar.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks into a file before it is kept: what it is by its content, that it is nothing else besides, and that it holds
 * nothing that acts by itself. Refuses with cause and cure; takes no transaction.
 */
@Component
class Inspection {

    private final ViewingCopies viewingCopies;

    Inspection(ViewingCopies viewingCopies) {
        this.viewingCopies = viewingCopies;
    }

    /**
     * What was found.
     *
     * @param viewingCopy the picture again, made from its points alone; null for other files
     */
    record Inspected(FileType type, byte @Nullable [] viewingCopy) {}

    Inspected inspect(String fileName, byte[] content) {
        Refused.unless(content.length > 0, "documents.refused.empty");
        Refused.unless(content.length <= Limits.FILE, "documents.refused.too.large", Limits.FILE / 1_000_000);
        Signatures.refuseTestVirus(content);
        FileType family = Signatures.family(content);
        if (family == null) {
            throw Signatures.unknown(content);
        }
        Inspected found = look(family, content);
        Refused.unless(
                found.type().fits(fileName),
                "documents.refused.wrong.ending",
                found.type().code().toUpperCase(Locale.ROOT),
                found.type().ending());
        return found;
    }

    private Inspected look(FileType family, byte[] content) {
        return switch (family) {
            case PDF -> {
                PdfCheck.refuseUnlessPlain(content);
                yield new Inspected(FileType.PDF, null);
            }
            case JPEG -> new Inspected(FileType.JPEG, viewingCopies.ofJpeg(JpegFile.read(content)));
            case PNG -> new Inspected(FileType.PNG, viewingCopies.ofPng(PngFile.read(content)));
            case DOCX, XLSX -> new Inspected(OfficeFile.typeOf(content), null);
        };
    }
}
