package masar.documents.internal;

/** How a camera was held, from the one field of Exif (tag 274) that matters to a viewing copy. Never refuses. */
final class ExifOrientation {

    private static final int TAG = 0x0112;
    private static final int HEADER = 6;

    private ExifOrientation() {}

    /** 1 to 8 from the segment between these places; 1 when it says nothing that can be understood. */
    static int of(byte[] content, int from, int to) {
        try {
            int tiff = from + HEADER;
            if (to - tiff < 14 || content[from] != 'E' || content[from + 1] != 'x') {
                return 1;
            }
            boolean little = content[tiff] == 'I';
            long directory = tiff + number(content, tiff + 4, 4, little);
            if (directory < tiff || directory + 2 > to) {
                return 1;
            }
            int entries = (int) number(content, (int) directory, 2, little);
            for (int entry = 0; entry < entries; entry++) {
                int where = (int) directory + 2 + entry * 12;
                if (where + 12 > to) {
                    return 1;
                }
                if (number(content, where, 2, little) == TAG) {
                    int value = (int) number(content, where + 8, 2, little);
                    return value >= 1 && value <= 8 ? value : 1;
                }
            }
            return 1;
        } catch (ArrayIndexOutOfBoundsException nonsense) {
            return 1;
        }
    }

    private static long number(byte[] content, int where, int bytes, boolean little) {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            int place = little ? where + bytes - 1 - i : where + i;
            number = number << 8 | (content[place] & 0xFF);
        }
        return number;
    }
}
