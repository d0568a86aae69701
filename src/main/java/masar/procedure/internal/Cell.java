package masar.procedure.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a decision table as far as gaps can be found in it: a dash, values, comparisons and ranges, or {@code not}
 * of these. Values are texts, {@link BigDecimal}, {@link Boolean} or null.
 */
record Cell(boolean any, boolean negated, List<Piece> pieces) {

    private static final String NUMBER = "-?\\d+(?:\\.\\d+)?";
    private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)\\s*(" + NUMBER + ")");
    private static final Pattern RANGE =
            Pattern.compile("([\\[(\\]])\\s*(" + NUMBER + ")\\s*\\.\\.\\s*(" + NUMBER + ")\\s*([\\])\\[])");
    private static final Pattern NOT = Pattern.compile("not\\s*\\((.*)\\)");
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");

    /** A part of an entry; the entry is met when one of them is. */
    sealed interface Piece {

        boolean meets(@Nullable Object value);

        /** The value that must be there. */
        record Same(@Nullable Object wanted) implements Piece {
            @Override
            public boolean meets(@Nullable Object value) {
                return wanted instanceof BigDecimal number && value instanceof BigDecimal other
                        ? number.compareTo(other) == 0
                        : java.util.Objects.equals(wanted, value);
            }
        }

        /** Between two numbers; null where there is no end. */
        record Between(
                @Nullable BigDecimal least,
                boolean withLeast,
                @Nullable BigDecimal most,
                boolean withMost) implements Piece {
            @Override
            public boolean meets(@Nullable Object value) {
                return value instanceof BigDecimal number
                        && (least == null || number.compareTo(least) >= (withLeast ? 0 : 1))
                        && (most == null || number.compareTo(most) <= (withMost ? 0 : -1));
            }
        }
    }

    Cell {
        pieces = List.copyOf(pieces);
    }

    /** Empty when the entry is written in another way. */
    static Optional<Cell> of(String text) {
        if (text.isEmpty() || text.equals("-")) {
            return Optional.of(new Cell(true, false, List.of()));
        }
        Matcher not = NOT.matcher(text);
        boolean negated = not.matches();
        List<Piece> pieces = new ArrayList<>();
        for (String part : parts(negated ? not.group(1) : text)) {
            Optional<Piece> piece = piece(part.strip());
            if (piece.isEmpty()) {
                return Optional.empty();
            }
            pieces.add(piece.get());
        }
        return Optional.of(new Cell(false, negated, pieces));
    }

    private static List<String> parts(String text) {
        return List.of(text.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"));
    }

    private static Optional<Piece> piece(String part) {
        if (TEXT.matcher(part).matches()) {
            return Optional.of(new Piece.Same(part.substring(1, part.length() - 1)));
        }
        if (part.equals("true") || part.equals("false")) {
            return Optional.of(new Piece.Same(Boolean.valueOf(part)));
        }
        if (part.equals("null")) {
            return Optional.of(new Piece.Same(null));
        }
        if (part.matches(NUMBER)) {
            return Optional.of(new Piece.Same(new BigDecimal(part)));
        }
        Matcher comparison = COMPARISON.matcher(part);
        if (comparison.matches()) {
            return Optional.of(comparison(comparison.group(1), new BigDecimal(comparison.group(2))));
        }
        Matcher range = RANGE.matcher(part);
        return range.matches()
                ? Optional.of(new Piece.Between(
                        new BigDecimal(range.group(2)),
                        range.group(1).equals("["),
                        new BigDecimal(range.group(3)),
                        range.group(4).equals("]")))
                : Optional.empty();
    }

    private static Piece comparison(String sign, BigDecimal number) {
        boolean with = sign.endsWith("=");
        return sign.startsWith("<")
                ? new Piece.Between(null, false, number, with)
                : new Piece.Between(number, with, null, false);
    }

    boolean meets(@Nullable Object value) {
        return any || pieces.stream().anyMatch(piece -> piece.meets(value)) != negated;
    }

    boolean namesNull() {
        return pieces.stream().anyMatch(piece -> piece instanceof Piece.Same same && same.wanted() == null);
    }

    /** Texts that the entry names. */
    Set<String> texts() {
        Set<String> texts = new TreeSet<>();
        pieces.forEach(piece -> {
            if (piece instanceof Piece.Same same && same.wanted() instanceof String text) {
                texts.add(text);
            }
        });
        return texts;
    }

    /** Numbers at which the answer may change. */
    Set<BigDecimal> borders() {
        Set<BigDecimal> borders = new TreeSet<>();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Same same -> {
                    if (same.wanted() instanceof BigDecimal number) {
                        borders.add(number);
                    }
                }
                case Piece.Between between -> {
                    if (between.least() != null) {
                        borders.add(between.least());
                    }
                    if (between.most() != null) {
                        borders.add(between.most());
                    }
                }
            }
        }
        return borders;
    }
}
