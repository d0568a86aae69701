package masar.documents.internal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import masar.shared.Refused;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Lets only PDF through that lies still: no script, no program to start, no form that sends, no file within the file, no
 * password. Every object is looked at, also those in packed streams, by the names a reader would act on.
 */
final class PdfCheck {

    /** Keys under which a reader finds something to run or to send. */
    private static final Set<String> ACTING = Set.of("JavaScript", "JS", "AA", "XFA", "RichMediaContent", "Launch");

    /** Actions (key S) that do more than turn to a page of this file or name an address to click on. */
    private static final Set<String> ACTIONS = Set.of(
            "JavaScript",
            "Launch",
            "SubmitForm",
            "ImportData",
            "ResetForm",
            "GoToR",
            "GoToE",
            "Rendition",
            "Sound",
            "Movie",
            "RichMediaExecute",
            "GoTo3DView",
            "SetOCGState");

    private static final Set<String> HOLDING = Set.of("EmbeddedFiles", "EmbeddedFile", "EF", "RF", "Collection");

    private static final Set<String> KINDS =
            Set.of("Filespec", "F", "EmbeddedFile", "RichMedia", "FileAttachment", "Screen", "Movie", "Sound", "3D");

    private static final int OBJECTS = 200_000;

    private PdfCheck() {}

    static void refuseUnlessPlain(byte[] content) {
        Signatures.refuseArchiveAtEnd(content);
        refuseMarkupAround(content);
        PdfPackedObjects.refuseBombs(content);
        refuseRawNames(content);
        try (var document = Loader.loadPDF(content)) {
            Refused.unless(!document.isEncrypted(), "documents.refused.encrypted");
            Refused.unless(document.getNumberOfPages() > 0, "documents.refused.broken");
            look(document.getDocument());
        } catch (InvalidPasswordException closed) {
            throw Refused.because("documents.refused.encrypted");
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException | StackOverflowError wrong) {
            throw JpegFile.broken();
        }
    }

    /** A page for browsers may stand before the first object, or after the last. */
    private static void refuseMarkupAround(byte[] content) {
        boolean before = Signatures.holdsMarkup(content, 0, Math.min(content.length, 1024));
        int end = lastIndexOf(content, Signatures.bytes("%%EOF"));
        Refused.unless(end >= 0, "documents.refused.broken");
        boolean after = Signatures.holdsMarkup(content, end, content.length);
        boolean much = content.length - end > 1024;
        Refused.unless(!before && !after && !much, "documents.refused.hides.another");
    }

    /** Older revisions of the file are in no table of objects any more, and some readers find them all the same. */
    private static void refuseRawNames(byte[] content) {
        for (String name : Set.of("/JavaScript", "/Launch", "/RichMedia", "/SubmitForm", "/ImportData")) {
            Refused.unless(has(content, name), "documents.refused.acts");
        }
        Refused.unless(has(content, "/EmbeddedFile"), "documents.refused.holds.files");
    }

    private static boolean has(byte[] content, String name) {
        return Signatures.indexOf(content, Signatures.bytes(name), 0, content.length) < 0;
    }

    private static void look(COSDocument document) {
        var seen = Collections.newSetFromMap(new IdentityHashMap<COSBase, Boolean>());
        Deque<COSBase> waiting = new ArrayDeque<>();
        waiting.add(document.getTrailer());
        document.getXrefTable().keySet().forEach(key -> waiting.add(readable(document.getObjectFromPool(key))));
        while (!waiting.isEmpty()) {
            COSBase each = waiting.poll();
            if (seen.add(each)) {
                Refused.unless(seen.size() <= OBJECTS, "documents.refused.bomb");
                follow(each, waiting);
            }
        }
    }

    /** What this reader cannot make out, another one might. */
    private static COSObject readable(COSObject object) {
        Refused.unless(object.getObject() != null, "documents.refused.broken");
        return object;
    }

    private static void follow(COSBase each, Deque<COSBase> waiting) {
        switch (each) {
            case COSObject reference -> add(reference.getObject(), waiting);
            case COSArray array -> array.forEach(item -> add(item, waiting));
            case COSDictionary dictionary -> {
                refuseActing(dictionary);
                dictionary.getValues().forEach(value -> add(value, waiting));
            }
            default -> {}
        }
    }

    private static void add(@org.jspecify.annotations.Nullable COSBase item, Deque<COSBase> waiting) {
        if (item != null) {
            waiting.add(item);
        }
    }

    private static void refuseActing(COSDictionary dictionary) {
        for (COSName key : dictionary.keySet()) {
            Refused.unless(!ACTING.contains(key.getName()), "documents.refused.acts");
            Refused.unless(!HOLDING.contains(key.getName()), "documents.refused.holds.files");
        }
        String action = dictionary.getNameAsString(COSName.S);
        Refused.unless(action == null || !ACTIONS.contains(action), "documents.refused.acts");
        boolean opens = dictionary.getDictionaryObject(COSName.OPEN_ACTION) instanceof COSDictionary atOnce
                && !"GoTo".equals(atOnce.getNameAsString(COSName.S));
        Refused.unless(!opens, "documents.refused.acts");
        for (COSName key : Set.of(COSName.TYPE, COSName.SUBTYPE)) {
            String kind = dictionary.getNameAsString(key);
            Refused.unless(kind == null || !KINDS.contains(kind), "documents.refused.holds.files");
        }
    }

    private static int lastIndexOf(byte[] content, byte[] wanted) {
        for (int from = content.length - wanted.length; from >= 0; from--) {
            if (Signatures.indexOf(content, wanted, from, from + wanted.length) == from) {
                return from;
            }
        }
        return -1;
    }
}
