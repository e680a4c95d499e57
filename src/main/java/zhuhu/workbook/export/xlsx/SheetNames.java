package zhuhu.workbook.export.xlsx;

import java.util.ArrayList;
import java.util.List;

/// The defined names that a sheet needs: rows and columns printed on each page, its filter.
final class SheetNames {

    private SheetNames() {}

    /// `position`: where the sheet stands among the tabs, from 0.
    static List<String> of(SheetSetup setup, String filter, int position) {
        var names = new ArrayList<String>();
        String sheet = "'" + setup.name().replace("'", "''") + "'!";
        if (!filter.isEmpty()) {
            names.add(name("_FilterDatabase", position, " hidden=\"1\"", sheet + fixed(filter)));
        }
        String columns = setup.repeatedColumns();
        String rows = setup.repeatedRows();
        String both = columns.isEmpty() ? "" : sheet + fixed(columns);
        if (!rows.isEmpty()) {
            both += (both.isEmpty() ? "" : ",") + sheet + fixed(rows);
        }
        if (!both.isEmpty()) {
            names.add(name("Print_Titles", position, "", both));
        }
        return names;
    }

    /// `A3:C9`, `A:C` and `2:3` as `$A$3:$C$9`, `$A:$C` and `$2:$3`.
    private static String fixed(String range) {
        return range.replaceAll("([A-Z]+|[0-9]+)", "\\$$1");
    }

    private static String name(String name, int position, String hidden, String formula) {
        return "<definedName name=\"_xlnm.%s\" localSheetId=\"%d\"%s>%s</definedName>"
                .formatted(name, position, hidden, formula);
    }
}
