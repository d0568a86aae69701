package masar.exchange.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import masar.forms.Workbooks;

/** The published spreadsheet of HTCDS 2.0, as if somebody had typed into it. */
final class FilledTemplate {

    static final byte[] TEMPLATE = Workbooks.resource("/htcds/HTCDS_Excel_Spreadsheet_v2.0.xlsx");

    private FilledTemplate() {}

    /** The template with cells typed into some of its rows, as a spreadsheet program would store them. */
    static byte[] with(Map<Integer, Map<String, String>> rows) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(TEMPLATE), StandardCharsets.UTF_8)) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.put(part.getName(), zip.readAllBytes());
            }
        }
        parts.computeIfPresent("xl/worksheets/sheet1.xml", (name, content) -> {
            String[] sheet = {new String(content, StandardCharsets.UTF_8)};
            rows.forEach((row, cells) -> {
                var xml = new StringBuilder("<row r=\"" + row + "\">");
                cells.entrySet().stream()
                        .sorted(java.util.Comparator.comparing((Map.Entry<String, String> cell) ->
                                        cell.getKey().length())
                                .thenComparing(Map.Entry::getKey))
                        .forEach(cell -> xml.append("<c r=\"" + cell.getKey() + row + "\"")
                                .append(
                                        cell.getValue().matches("\\d+")
                                                ? "><v>" + cell.getValue() + "</v></c>"
                                                : " t=\"inlineStr\"><is><t>" + cell.getValue() + "</t></is></c>"));
                sheet[0] = sheet[0].replaceFirst(
                        "<row r=\"" + row + "\"[^>]*>.*?</row>", Matcher.quoteReplacement(xml + "</row>"));
            });
            return sheet[0].getBytes(StandardCharsets.UTF_8);
        });
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
