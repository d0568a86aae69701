package masar.documents.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;
import masar.shared.Refused;

/**
 * A PNG taken apart by its chunks, without unpacking it.
 *
 * @param bare the picture alone: header, palette, transparency and points, no text, no colour profile
 */
record PngFile(byte[] bare, int width, int height) {

    private static final int BEGIN = 8;
    private static final Set<String> KEPT = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    static PngFile read(byte[] content) {
        var bare = new ByteArrayOutputStream();
        bare.write(content, 0, BEGIN);
        int width = 0;
        int height = 0;
        int at = BEGIN;
        for (String chunk = ""; !chunk.equals("IEND"); ) {
            int length = length(content, at);
            chunk = new String(content, at + 4, 4, StandardCharsets.ISO_8859_1);
            int end = at + 12 + length;
            refuseUnlessWhole(content, at, end);
            if (at == BEGIN) {
                refuseUnlessHeader(chunk, length);
                width = length(content, at + 8, 4);
                height = length(content, at + 12, 4);
                refuseTooLarge(width, height);
            }
            if (KEPT.contains(chunk)) {
                bare.write(content, at, end - at);
            } else {
                Signatures.refuseAnother(content, at + 8, end - 4);
                Refused.unless(Character.isLowerCase(chunk.charAt(0)), "documents.refused.broken");
            }
            at = end;
        }
        Refused.unless(at == content.length, "documents.refused.hides.another");
        return new PngFile(bare.toByteArray(), width, height);
    }

    private static int length(byte[] content, int at) {
        if (at + 12 > content.length) {
            throw JpegFile.broken();
        }
        return length(content, at, 4);
    }

    private static int length(byte[] content, int at, int bytes) {
        int length = ByteBuffer.wrap(content, at, bytes).getInt();
        if (length < 0) {
            throw JpegFile.broken();
        }
        return length;
    }

    private static void refuseUnlessWhole(byte[] content, int at, int end) {
        if (end > content.length || end < at) {
            throw JpegFile.broken();
        }
        var check = new CRC32();
        check.update(content, at + 4, end - at - 8);
        int written = ByteBuffer.wrap(content, end - 4, 4).getInt();
        Refused.unless((int) check.getValue() == written, "documents.refused.broken");
    }

    private static void refuseUnlessHeader(String chunk, int length) {
        Refused.unless(chunk.equals("IHDR") && length == 13, "documents.refused.broken");
    }

    private static void refuseTooLarge(int width, int height) {
        Refused.unless(width > 0 && height > 0, "documents.refused.broken");
        Refused.unless(
                (long) width * height <= Limits.PIXELS, "documents.refused.too.many.pixels", Limits.PIXELS / 1_000_000);
    }
}
