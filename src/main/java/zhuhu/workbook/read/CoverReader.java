package zhuhu.workbook.read;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhuhu.base.Plain;
import zhuhu.base.Texts;
import zhuhu.workbook.sheet.SheetRow;
import zhuhu.workbook.sheet.Sheets;

/// Reads from the cover, as far as it is still there, what `_package` would say: a cell with a
/// known name is followed by its value, and one line names package, pack and round for programs and
/// people alike.
final class CoverReader {

    private final Texts texts;
    private final Pattern ids;
    private final SequencedMap<String, String> said = new LinkedHashMap<>();

    private CoverReader(Texts texts) {
        this.texts = texts;
        this.ids = Pattern.compile(quoted(texts.of("export.remark.package", "0", "1", "2", "3")));
    }

    static SequencedMap<String, String> read(BookParts parts, Texts texts) throws IOException {
        var cover = new CoverReader(texts);
        if (parts.cover().isPresent()) {
            parts.sheets().read(parts.cover().get(), Sheets.Look.PLAIN, cover::row);
        }
        for (BookParts.RecordTable table : parts.tables()) {
            cover.corner(parts, table);
        }
        return cover.said;
    }

    /// The line as it was written, with any text in each of its places.
    private static String quoted(String line) {
        return Pattern.quote(line)
                .replaceAll("[0-3]", Matcher.quoteReplacement("\\E\\s*(.*?)\\s*\\Q"));
    }

    private boolean row(SheetRow row) {
        for (int i = 0; i < row.size(); i++) {
            String text = Plain.text(row.cell(i).text());
            if (text.equals(texts.of("export.training"))) {
                said.put("training", "1");
            }
            name(text, "export.cover.unit", "unit", row, i);
            name(text, "export.cover.author", "author", row, i);
            name(text, "export.cover.at", "at", row, i);
            Matcher found = ids.matcher(text);
            if (found.matches()) {
                said.put("package", found.group(1));
                said.put("pack", found.group(2));
                said.put("round", found.group(3));
                said.put("format", found.group(4));
            }
        }
        return true;
    }

    private void name(String text, String key, String line, SheetRow row, int column) {
        if (!text.equals(texts.of(key))) {
            return;
        }
        for (int i = column + 1; i < row.size(); i++) {
            if (!row.cell(i).isBlank()) {
                String value = row.cell(i).text();
                said.putIfAbsent(line, line.equals("at") ? value.replace(' ', 'T') : value);
                return;
            }
        }
    }

    /// Reason: a training workbook says so in the corner of each sheet, and must not pass for real
    /// work because its cover was thrown away.
    private void corner(BookParts parts, BookParts.RecordTable table) throws IOException {
        String mark = texts.of("export.training.short", "");
        parts.sheets()
                .read(
                        table.sheet(),
                        Sheets.Look.PLAIN,
                        row -> {
                            for (int i = 0; i < row.size(); i++) {
                                if (row.cell(i).text().startsWith(mark)) {
                                    said.put("training", "1");
                                }
                            }
                            return row.number() < 4;
                        });
    }
}
