package masar.forms.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import masar.forms.FormLanguage;
import masar.forms.FormProblem.Kind;
import masar.forms.FormText;
import masar.forms.Spreadsheet;
import masar.forms.Spreadsheet.Cell;
import masar.forms.Spreadsheet.Row;
import masar.forms.Spreadsheet.Sheet;
import org.jspecify.annotations.Nullable;

/** A sheet as a table with heads in its first row, read as generously as pyxform reads it. */
final class SheetTable {

    /** A head: what it means, in which language, and how it is published. */
    record Head(String meaning, String language, int column, String published) {}

    private static final Set<String> TRANSLATED = Set.of(
            "label",
            "hint",
            "guidance_hint",
            "constraint_message",
            "required_message",
            "image",
            "audio",
            "video",
            "big-image");

    private final String name;
    private final List<Head> heads = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, FormLanguage> languages = new LinkedHashMap<>();

    private SheetTable(String name) {
        this.name = name;
    }

    static SheetTable of(Sheet sheet, Map<String, String> aliases, Problems problems) {
        var table = new SheetTable(sheet.name());
        if (sheet.rows().isEmpty()) {
            return table;
        }
        Row first = sheet.rows().getFirst();
        table.readHeads(first, aliases, problems);
        for (Row row : sheet.rows().subList(1, sheet.rows().size())) {
            var line = new Line(table, row);
            if (!line.isBlank()) {
                table.lines.add(line);
            }
        }
        return table;
    }

    private void readHeads(Row row, Map<String, String> aliases, Problems problems) {
        var seen = new HashSet<String>();
        row.cells().values().stream()
                .sorted(java.util.Comparator.comparingInt(Cell::column))
                .forEach(cell -> {
                    Head head = head(cell, aliases);
                    heads.add(head);
                    if (!seen.add(head.meaning() + "::" + head.language())) {
                        problems.add(Kind.DUPLICATE_COLUMN, name, cell.row(), cell.columnLetters(), head.published());
                    }
                    if (TRANSLATED.contains(head.meaning())) {
                        languages.putIfAbsent(head.language(), FormLanguage.named(head.language()));
                    }
                });
    }

    private static Head head(Cell cell, Map<String, String> aliases) {
        String published = trimmed(cell.text());
        String delimiter = published.contains("::") ? "::" : ":";
        String[] parts = published.split("\\s*" + delimiter + "\\s*");
        int first = parts.length > 1 && parts[0].equalsIgnoreCase("media") ? 1 : 0;
        String plain = parts.length == 0 ? published : parts[first].toLowerCase(Locale.ROOT);
        String meaning = aliases.getOrDefault(plain, aliases.getOrDefault(plain.replace(' ', '_'), plain));
        boolean translated = TRANSLATED.contains(meaning);
        if (translated && parts.length <= first + 2) {
            String language = parts.length == first + 2 ? parts[first + 1] : "";
            return new Head(meaning, language, cell.column(), published);
        }
        String whole = aliases.getOrDefault(published.toLowerCase(Locale.ROOT), "");
        boolean known = parts.length == 1 && aliases.containsValue(meaning);
        return new Head(!whole.isEmpty() ? whole : known ? meaning : published, "", cell.column(), published);
    }

    /** Without blanks round it, the unbreakable ones of word processors included. */
    private static String trimmed(String text) {
        return text.replaceAll("^[\\s\\u00A0]+|[\\s\\u00A0]+$", "");
    }

    List<Line> lines() {
        return lines;
    }

    /** The languages the heads name, in order; the key {@code ""} stands for heads without language. */
    Map<String, FormLanguage> languages() {
        return languages;
    }

    List<Head> heads(String meaning) {
        return heads.stream().filter(head -> head.meaning().equals(meaning)).toList();
    }

    List<Head> allHeads() {
        return heads;
    }

    boolean has(String meaning) {
        return !heads(meaning).isEmpty();
    }

    String name() {
        return name;
    }

    /** One row below the heads. */
    static final class Line {

        private final SheetTable table;
        private final Row row;

        private Line(SheetTable table, Row row) {
            this.table = table;
            this.row = row;
        }

        String sheet() {
            return table.name;
        }

        int row() {
            return row.number();
        }

        /** The content of the column without blanks around it, or empty. */
        String text(String meaning) {
            for (Head head : table.heads(meaning)) {
                String text = trimmed(at(head));
                if (!text.isEmpty()) {
                    return text;
                }
            }
            return "";
        }

        /** The content exactly as published. */
        String published(String meaning) {
            List<Head> found = table.heads(meaning);
            return found.isEmpty() ? "" : at(found.getFirst());
        }

        /** An expression, with curly quotes made straight. */
        String expression(String meaning) {
            return Expressions.straight(text(meaning));
        }

        /** The text in each language; a column without language counts as the given one. */
        FormText texts(String meaning, @Nullable FormLanguage unnamed) {
            var texts = new LinkedHashMap<String, String>();
            for (Head head : table.heads(meaning)) {
                String text = trimmed(at(head));
                boolean named = !head.language().isEmpty();
                String code =
                        named ? FormLanguage.named(head.language()).code() : unnamed == null ? "" : unnamed.code();
                if (!text.isEmpty()) {
                    texts.putIfAbsent(code, text);
                }
            }
            return new FormText(texts);
        }

        /** Cells of columns whose meaning is none of those known. */
        Map<String, String> others(Set<String> known) {
            var others = new LinkedHashMap<String, String>();
            for (Head head : table.heads) {
                String text = trimmed(at(head));
                if (!known.contains(head.meaning()) && !text.isEmpty()) {
                    others.put(head.published(), text);
                }
            }
            return others;
        }

        /** The letters of the column, or empty when the sheet has none of that meaning. */
        String columnLetters(String meaning) {
            List<Head> found = table.heads(meaning);
            return found.isEmpty() ? "" : Spreadsheet.letters(found.getFirst().column());
        }

        List<Head> heads(String meaning) {
            return table.heads(meaning);
        }

        boolean isBlankAt(Head head) {
            return at(head).isBlank();
        }

        private String at(Head head) {
            return row.cell(head.column()).map(Cell::text).orElse("");
        }

        private boolean isBlank() {
            return row.cells().values().stream().allMatch(cell -> cell.text().isBlank());
        }
    }
}
