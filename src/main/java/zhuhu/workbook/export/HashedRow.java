package zhuhu.workbook.export;

import java.io.IOException;
import java.util.HexFormat;
import zhuhu.base.Sha256;
import zhuhu.workbook.export.xlsx.SheetOut;

/// A row that only programs read: a JSON object in one or more cells from the first, then the first
/// 64 bits of its hash. Source: `docs/workbook-format.md`, `_revisions`.
final class HashedRow {

    private static final int CELL = 32_000;

    private HashedRow() {}

    /// Writes the next row; gives the whole hash, 32 bytes.
    static byte[] write(SheetOut sheet, String json) throws IOException {
        sheet.row();
        int column = 0;
        for (int from = 0; from < json.length(); column++) {
            int to = end(json, from);
            sheet.text(column, 0, json.substring(from, to));
            from = to;
        }
        byte[] hash = Sha256.of(json);
        sheet.text(column, 0, HexFormat.of().formatHex(hash, 0, 8));
        return hash;
    }

    /// Where a cell's share ends; never between the two halves of one character.
    private static int end(String json, int from) {
        int to = Math.min(json.length(), from + CELL);
        return to < json.length() && Character.isLowSurrogate(json.charAt(to)) ? to - 1 : to;
    }
}
