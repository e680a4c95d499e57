package zhuhu.form.compile;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

/// How many rows a repeat has: by the answer that its `repeat_count` names, or by a node made for
/// the expression there.
final class RepeatCount {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}#]+}");

    private RepeatCount() {}

    static boolean isReference(Cell count) {
        return REFERENCE.matcher(count.text()).matches();
    }

    /// The name of the node that counts the rows.
    static String node(String repeat, Cell count) {
        String text = count.text();
        return isReference(count)
                ? text.substring(2, text.length() - 1).strip()
                : repeat + "_count";
    }

    /// The row of the node that is made.
    static Row row(String repeat, Cell count, Row of) {
        var cells = new EnumMap<Column, Cell>(Column.class);
        cells.put(Column.TYPE, new Cell("calculate", count.place()));
        cells.put(Column.NAME, new Cell(node(repeat, count), count.place()));
        cells.put(Column.CALCULATION, count);
        cells.put(Column.READ_ONLY, new Cell("yes", count.place()));
        return new Row(of.sheet(), of.number(), cells, Map.of(), of.columns(), Map.of());
    }
}
