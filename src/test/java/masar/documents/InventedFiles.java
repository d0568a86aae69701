package masar.documents;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Files made up by tests: pictures, papers and office documents about nobody. */
public final class InventedFiles {

    /** What a camera writes of itself. */
    public static final String CAMERA = "InventedPhone 7";

    private InventedFiles() {}

    /** Does something to a PDF before it is written. */
    public interface Change {
        void to(PDDocument document) throws IOException;
    }

    public static byte[] png(int width, int height) {
        return written("png", picture(width, height));
    }

    public static byte[] jpeg(int width, int height) {
        return written("jpeg", picture(width, height));
    }

    /** A lying picture as a phone takes it: Exif says that it was held upright, where, by which device, and these words. */
    public static byte[] photo(String words) {
        byte[] jpeg = jpeg(640, 480);
        byte[] exif = exif(words);
        var bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.write(0xFF);
        bytes.write(0xE1);
        bytes.write((exif.length + 2) >> 8);
        bytes.write((exif.length + 2) & 0xFF);
        bytes.writeBytes(exif);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    /** Orientation 6, a device, words and a place in the first directory of Exif and its directory of places. */
    private static byte[] exif(String words) {
        byte[] camera = (CAMERA + "\0").getBytes(StandardCharsets.UTF_8);
        byte[] said = (words + "\0").getBytes(StandardCharsets.UTF_8);
        int directory = 8;
        int afterDirectory = directory + 2 + 4 * 12 + 4;
        int places = afterDirectory + camera.length + said.length;
        int afterPlaces = places + 2 + 2 * 12 + 4;
        var tiff = ByteBuffer.allocate(afterPlaces + 24).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(directory);
        tiff.putShort((short) 4);
        entry(tiff, 0x010E, 2, said.length, afterDirectory + camera.length);
        entry(tiff, 0x0110, 2, camera.length, afterDirectory);
        entry(tiff, 0x0112, 3, 1, 6);
        entry(tiff, 0x8825, 4, 1, places);
        tiff.putInt(0).put(camera).put(said);
        tiff.putShort((short) 2);
        entry(tiff, 0x0001, 2, 2, 'N');
        entry(tiff, 0x0002, 5, 3, afterPlaces);
        tiff.putInt(0);
        for (int each : new int[] {33, 1, 53, 1, 4712, 100}) {
            tiff.putInt(each);
        }
        byte[] all = new byte[6 + tiff.capacity()];
        System.arraycopy("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), 0, all, 0, 6);
        System.arraycopy(tiff.array(), 0, all, 6, tiff.capacity());
        return all;
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** A paper of one page; its words stand in it as they are. */
    public static byte[] pdf(String words) {
        return pdf(words, List.of());
    }

    /** As {@link #pdf(String)}, with these objects besides, numbered from 5; the catalogue may name them. */
    public static byte[] pdf(String words, List<String> more, String... inCatalogue) {
        String text = "BT /F1 12 Tf 72 720 Td (" + words + ") Tj ET";
        var objects = new ArrayList<>(List.of(
                "<< /Type /Catalog /Pages 2 0 R " + String.join(" ", inCatalogue) + " >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1"
                        + " << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
                "<< /Length " + text.getBytes(StandardCharsets.UTF_8).length + " >>\nstream\n" + text + "\nendstream"));
        objects.addAll(more);
        var pdf = new ByteArrayOutputStream();
        pdf.writeBytes(latin("%PDF-1.7\n"));
        var places = new ArrayList<Integer>();
        for (int i = 0; i < objects.size(); i++) {
            places.add(pdf.size());
            pdf.writeBytes((i + 1 + " 0 obj\n" + objects.get(i) + "\nendobj\n").getBytes(StandardCharsets.UTF_8));
        }
        int table = pdf.size();
        pdf.writeBytes(latin("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n"));
        places.forEach(place -> pdf.writeBytes(latin("%010d 00000 n \n".formatted(place))));
        pdf.writeBytes(latin(
                "trailer\n<< /Size " + (objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n"));
        return pdf.toByteArray();
    }

    /** A PDF whose objects lie packed in streams, where a search in the bytes finds nothing. */
    public static byte[] packedPdf(Change change) {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            change.to(document);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A PDF whose table of objects is a stream, with an object 4 of this type of entry, at this place. */
    public static byte[] pdfWithTableStream(int type, int place) {
        var objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>");
        var pdf = new ByteArrayOutputStream();
        var table = ByteBuffer.allocate(6 * 4);
        table.putInt(255);
        pdf.writeBytes(latin("%PDF-1.7\n"));
        for (int i = 0; i < objects.size(); i++) {
            table.putInt(1 << 24 | pdf.size() << 8);
            pdf.writeBytes(latin(i + 1 + " 0 obj\n" + objects.get(i) + "\nendobj\n"));
        }
        int at = pdf.size();
        table.putInt(type << 24 | place << 8).putInt(1 << 24 | at << 8);
        pdf.writeBytes(latin("5 0 obj\n<< /Type /XRef /Size 6 /W [1 2 1] /Root 1 0 R /Length 24 >>\nstream\n"));
        pdf.writeBytes(table.array());
        pdf.writeBytes(latin("\nendstream\nendobj\nstartxref\n" + at + "\n%%EOF\n"));
        return pdf.toByteArray();
    }

    /** The parts of the smallest text document. */
    public static Map<String, byte[]> docxParts() {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put(
                "[Content_Types].xml",
                latin(
                        "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"));
        parts.put("_rels/.rels", relationships("officeDocument", "word/document.xml", false));
        parts.put(
                "word/document.xml",
                latin(
                        "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                                + "<w:body><w:p><w:r><w:t>hello</w:t></w:r></w:p></w:body></w:document>"));
        return parts;
    }

    public static byte[] relationships(String type, String target, boolean outside) {
        return latin(
                "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                        + type + "\" Target=\"" + target + "\"" + (outside ? " TargetMode=\"External\"" : "")
                        + "/></Relationships>");
    }

    public static byte[] docx() {
        return zip(docxParts());
    }

    public static byte[] zip(Map<String, byte[]> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    public static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] joined(byte[]... pieces) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            bytes.writeBytes(piece);
        }
        return bytes.toByteArray();
    }

    private static BufferedImage picture(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        for (int y = 0; y < height; y += 8) {
            for (int x = 0; x < width; x += 8) {
                pen.setColor(new Color(
                        180 + (x * 60 / Math.max(1, width)), 120 + (y * 90 / Math.max(1, height)), (x * y) % 90 + 90));
                pen.fillRect(x, y, 8, 8);
            }
        }
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, Math.max(1, width / 4), Math.max(1, height / 4));
        pen.dispose();
        return picture;
    }

    private static byte[] written(String format, BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
