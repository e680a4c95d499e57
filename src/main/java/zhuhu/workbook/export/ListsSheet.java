package zhuhu.workbook.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import zhuhu.base.Place;
import zhuhu.workbook.export.xlsx.BookOut;
import zhuhu.workbook.export.xlsx.SheetSetup;

/// The hidden sheet `_lists`: a column for each list that is too long to stand in a validation.
final class ListsSheet {

    static final String NAME = "_lists";

    // Reason: Excel allows 255 characters in a validation's own list.
    private static final int INLINE = 250;

    private final List<List<String>> lists = new ArrayList<>();

    /// What Excel's list validation takes for these options.
    String formula(List<String> options) {
        String inline = String.join(",", options);
        boolean plain = options.stream().noneMatch(o -> o.contains(",") || o.contains("\""));
        if (plain && inline.length() <= INLINE) {
            return '"' + inline + '"';
        }
        int at = lists.indexOf(options);
        if (at < 0) {
            at = lists.size();
            lists.add(List.copyOf(options));
        }
        String column = Place.letters(at);
        return NAME + "!$" + column + "$1:$" + column + "$" + options.size();
    }

    void write(BookOut book, int tab) throws IOException {
        if (lists.isEmpty()) {
            return;
        }
        var sheet = book.sheet(SheetSetup.hidden(NAME, tab, SheetSetup.Visibility.HIDDEN));
        int longest = lists.stream().mapToInt(List::size).max().orElse(0);
        for (int row = 0; row < longest; row++) {
            sheet.row();
            for (int column = 0; column < lists.size(); column++) {
                if (row < lists.get(column).size()) {
                    sheet.label(column, 0, lists.get(column).get(row));
                }
            }
        }
        sheet.finish();
    }
}
