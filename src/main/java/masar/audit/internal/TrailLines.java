package masar.audit.internal;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import masar.audit.TrailUnreadable;

/** Lines of a file as bytes in a buffer, without a copy of each. */
public final class TrailLines implements AutoCloseable {

    private static final int LONGEST = 16 << 20;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EIGHT_ONES = 0x0101010101010101L;
    private static final long EIGHT_ENDS = EIGHT_ONES * '\n';

    private final InputStream in;
    private byte[] buffer = new byte[1 << 18];
    private int from;
    private int end;
    private int filled;
    private long number;

    public TrailLines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; false at the end of the file. A last line without its end is not whole. */
    boolean next() throws IOException {
        from = number == 0 ? 0 : end + 1;
        number++;
        int looked = from;
        while (true) {
            end = endOfLine(looked);
            if (end < filled) {
                return true;
            }
            int kept = filled - from;
            looked = kept;
            if (!fill(kept)) {
                if (kept > 0) {
                    throw broken("is cut off");
                }
                return false;
            }
        }
    }

    /** Where the line ends, or how far the buffer is filled; eight bytes at a time. */
    private int endOfLine(int looked) {
        int i = looked;
        for (; i + Long.BYTES <= filled; i += Long.BYTES) {
            long word = (long) EIGHT.get(buffer, i) ^ EIGHT_ENDS;
            long ends = (word - EIGHT_ONES) & ~word & EIGHT_ONES << 7;
            if (ends != 0) {
                return i + (Long.numberOfTrailingZeros(ends) >>> 3);
            }
        }
        while (i < filled && buffer[i] != '\n') {
            i++;
        }
        return i;
    }

    private boolean fill(int kept) throws IOException {
        if (kept == buffer.length) {
            if (kept >= LONGEST) {
                throw broken("is too long");
            }
            buffer = Arrays.copyOf(buffer, kept * 2);
        } else {
            System.arraycopy(buffer, from, buffer, 0, kept);
        }
        from = 0;
        filled = kept;
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(read, 0);
        return read > 0;
    }

    byte[] buffer() {
        return buffer;
    }

    int from() {
        return from;
    }

    int length() {
        return end - from;
    }

    boolean startsWith(byte[] word) {
        return length() >= word.length && Arrays.equals(buffer, from, from + word.length, word, 0, word.length);
    }

    String text() {
        return new String(buffer, from, length(), StandardCharsets.UTF_8);
    }

    TrailUnreadable broken(String how) {
        return new TrailUnreadable("line " + number + " " + how + ": this is not a whole export of an audit trail");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
