package zhuhu.workbook.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import zhuhu.base.Plain;
import zhuhu.base.Sha256;
import zhuhu.workbook.sheet.SheetRow;
import zhuhu.workbook.sheet.Sheets;

/// A name for a workbook that lost its own: a hash over its record rows, whatever their order.
/// Source: `docs/workbook-format.md`, reading.
final class VisibleHash {

    private VisibleHash() {}

    static String of(BookParts parts) throws IOException {
        List<String> rows = new ArrayList<>();
        for (BookParts.RecordTable table : parts.tables()) {
            parts.sheets()
                    .read(
                            table.sheet(),
                            Sheets.Look.PLAIN,
                            row -> {
                                rows.add(hash(table, row));
                                return true;
                            });
        }
        rows.sort(String::compareTo);
        return Sha256.half(String.join("\n", rows));
    }

    private static String hash(BookParts.RecordTable table, SheetRow row) {
        var text = new StringBuilder(table.kind().code());
        for (int i = 0; i < row.size(); i++) {
            String cell = Plain.text(row.cell(i).text().replace("\r", ""));
            if (!cell.isEmpty()) {
                text.append('\t').append(cell);
            }
        }
        return HexFormat.of().formatHex(Sha256.of(text.toString()));
    }
}
