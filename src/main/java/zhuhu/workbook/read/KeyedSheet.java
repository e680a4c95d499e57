package zhuhu.workbook.read;

import java.io.IOException;
import zhuhu.base.ShortKey;
import zhuhu.workbook.sheet.SheetRow;
import zhuhu.workbook.sheet.Sheets;

/// Tells sheets of records from others: one of the first rows names the key, or holds one.
final class KeyedSheet {

    private static final int ROWS = 40;
    private static final int CELLS = 30;

    private KeyedSheet() {}

    static boolean isOne(Sheets sheets, Sheets.Name name) throws IOException {
        var found = new boolean[1];
        var rows = new int[1];
        sheets.read(
                name,
                Sheets.Look.PLAIN,
                row -> {
                    found[0] = isKeyed(row);
                    return !found[0] && ++rows[0] < ROWS;
                });
        return found[0];
    }

    private static boolean isKeyed(SheetRow row) {
        for (int i = 0; i < Math.min(row.size(), CELLS); i++) {
            String text = row.cell(i).text();
            boolean named = text.equals("_key") || text.equals("_base");
            if (named || ShortKey.parse(text).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
