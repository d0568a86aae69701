package masar.audit.internal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Whether the times of entries fit the heads before and after them. */
final class EntryTimes {

    private static final String FIELD = ",\"at\":\"";
    private static final int DAY = 10;
    private static final long MICROS_OF_A_DAY = 86_400_000_000L;

    private final List<Head> heads;
    private final long tolerance = HeadChain.TOLERANCE.toNanos() / 1000;
    private int next;
    private long notBefore = Long.MIN_VALUE;
    private long notAfter;
    private final byte[] day = new byte[DAY];
    private long dayMicros;

    EntryTimes(List<Head> heads) {
        this.heads = heads;
        this.notAfter =
                heads.isEmpty() ? Long.MAX_VALUE : micros(heads.getFirst().at()) + tolerance;
    }

    /** Positions must rise from call to call. */
    boolean isOutOfOrder(TrailLines lines, long position) {
        while (next < heads.size() && heads.get(next).size() <= position) {
            notBefore = micros(heads.get(next).at()) - tolerance;
            next++;
            notAfter = next < heads.size() ? micros(heads.get(next).at()) + tolerance : Long.MAX_VALUE;
        }
        long at = at(lines);
        return at < notBefore || at > notAfter;
    }

    private long at(TrailLines lines) {
        byte[] line = lines.buffer();
        int from = lines.from() + EntryScan.ENTRY.length;
        while (line[from] >= '0' && line[from] <= '9') {
            from++;
        }
        from += FIELD.length();
        if (from + 27 > lines.from() + lines.length()) {
            throw lines.broken("has no time");
        }
        int clock = from + DAY + 1;
        long seconds = digits(line, clock, 2) * 3600 + digits(line, clock + 3, 2) * 60 + digits(line, clock + 6, 2);
        return day(lines, from) + seconds * 1_000_000 + digits(line, clock + 9, 6);
    }

    private long day(TrailLines lines, int from) {
        byte[] line = lines.buffer();
        if (!java.util.Arrays.equals(line, from, from + DAY, day, 0, DAY)) {
            System.arraycopy(line, from, day, 0, DAY);
            try {
                dayMicros = LocalDate.parse(new String(day, StandardCharsets.US_ASCII))
                                .toEpochDay()
                        * MICROS_OF_A_DAY;
            } catch (DateTimeException noDay) {
                throw lines.broken("has no time");
            }
        }
        return dayMicros;
    }

    private static long digits(byte[] line, int from, int count) {
        long number = 0;
        for (int i = from; i < from + count; i++) {
            number = number * 10 + line[i] - '0';
        }
        return number;
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
