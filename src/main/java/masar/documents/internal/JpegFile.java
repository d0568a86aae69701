package masar.documents.internal;

import java.io.ByteArrayOutputStream;
import masar.shared.Refused;

/**
 * A JPEG taken apart by its segments (ITU-T T.81, annex B), without unpacking it.
 *
 * @param bare the picture alone: tables, frame and scans, no metadata
 * @param orientation as in Exif, 1 to 8; 1 when nothing is said
 */
record JpegFile(byte[] bare, int width, int height, int orientation) {

    /** Cameras write 1 to 12; hundreds of scans only keep a reader busy. */
    private static final int SCANS = 100;

    private static final int START_OF_SCAN = 0xDA;
    private static final int END = 0xD9;
    private static final int EXIF = 0xE1;
    private static final int ADOBE = 0xEE;

    static JpegFile read(byte[] content) {
        try {
            return new Walk(content).read();
        } catch (ArrayIndexOutOfBoundsException cutOff) {
            throw broken();
        }
    }

    static Refused broken() {
        return Refused.because("documents.refused.broken");
    }

    /** Goes through the segments once. */
    private static final class Walk {

        private final byte[] content;
        private final ByteArrayOutputStream bare = new ByteArrayOutputStream();
        private int at = 2;
        private int width;
        private int height;
        private int orientation = 1;
        private int scans;

        Walk(byte[] content) {
            this.content = content;
            bare.write(0xFF);
            bare.write(0xD8);
        }

        JpegFile read() {
            for (int marker = marker(); marker != END; marker = marker()) {
                segment(marker);
            }
            bare.write(0xFF);
            bare.write(END);
            Signatures.refuseAnother(content, at, content.length);
            Signatures.refuseArchiveAtEnd(content);
            if (width == 0 || height == 0 || scans == 0) {
                throw broken();
            }
            return new JpegFile(bare.toByteArray(), width, height, orientation);
        }

        private int marker() {
            if (byteAt(at) != 0xFF) {
                throw broken();
            }
            while (byteAt(at) == 0xFF) {
                at++;
            }
            return byteAt(at++);
        }

        private void segment(int marker) {
            int begin = at;
            int end = at + length(begin);
            if (end > content.length || end < begin + 2) {
                throw broken();
            }
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                size(begin);
            }
            if (marker == EXIF && orientation == 1) {
                orientation = ExifOrientation.of(content, begin + 2, end);
            }
            if (marker >= 0xE0 && marker != ADOBE) {
                Signatures.refuseAnother(content, begin, end);
            } else {
                keep(marker, begin, end);
            }
            at = end;
            if (marker == START_OF_SCAN) {
                scan();
            }
        }

        private void size(int begin) {
            if (width != 0) {
                throw broken();
            }
            height = length(begin + 3);
            width = length(begin + 5);
            Refused.unless(
                    (long) width * height <= Limits.PIXELS,
                    "documents.refused.too.many.pixels",
                    Limits.PIXELS / 1_000_000);
        }

        /** Points of the picture, up to the next marker that is neither filling nor a restart. */
        private void scan() {
            if (++scans > SCANS) {
                throw broken();
            }
            int begin = at;
            while (byteAt(at) != 0xFF || byteAt(at + 1) == 0 || (byteAt(at + 1) >= 0xD0 && byteAt(at + 1) <= 0xD7)) {
                at++;
            }
            bare.write(content, begin, at - begin);
        }

        private void keep(int marker, int begin, int end) {
            bare.write(0xFF);
            bare.write(marker);
            bare.write(content, begin, end - begin);
        }

        private int length(int where) {
            return byteAt(where) << 8 | byteAt(where + 1);
        }

        private int byteAt(int where) {
            return content[where] & 0xFF;
        }
    }
}
