package zhuhu.workbook.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import zhuhu.pack.Headings;

/// Finds the heading rows of a template: the rows whose cells say most of what rosters know, titles
/// above them passed over, up to three rows tied by merged cells or by sub-headings. One thread.
final class HeaderFinder {

    private static final int LOOKED_AT = 40;
    private static final int MOST_ROWS = 3;
    private static final Pattern NUMBERING =
            Pattern.compile("[(（]?([0-9]{1,3}|[甲乙丙丁戊己庚辛壬癸]|[A-Z])[)）]?");

    /// Shape: rows from 0; `rows` without a line of column numbers below, which `below` counts.
    record Header(int first, int rows, int below, List<TemplateColumn> columns) {

        int end() {
            return first + rows + below;
        }
    }

    private final Grid grid;
    private final Headings headings;

    HeaderFinder(Grid grid, Headings headings) {
        this.grid = grid;
        this.headings = headings;
    }

    Optional<Header> find() {
        Optional<Header> best = Optional.empty();
        int most = 1;
        for (int row = 0; row <= Math.min(LOOKED_AT, grid.lastRow()); row++) {
            for (int rows : depths(row)) {
                List<TemplateColumn> columns = columns(row, rows);
                int known = known(columns);
                boolean enough = known >= 2 || known == 1 && columns.size() >= 3;
                boolean better = known > most || known == 1 && best.isEmpty();
                if (enough && better && !hasPlaces(row, rows)) {
                    best = Optional.of(new Header(row, rows, numbering(row + rows), columns));
                    most = known;
                }
            }
        }
        return best;
    }

    /// How many rows a header that begins here may have; the best tied first.
    private List<Integer> depths(int row) {
        int tied = 1;
        for (int column = 0; column < grid.columns(); column++) {
            int begins = row;
            tied =
                    Math.max(
                            tied,
                            grid.merge(row, column)
                                    .filter(m -> m.getFirstRow() == begins)
                                    .map(m -> m.getLastRow() - begins + 1)
                                    .orElse(1));
        }
        var depths = new ArrayList<Integer>();
        if (tied > 1 && tied <= MOST_ROWS) {
            depths.add(tied);
        } else if (subHeadings(row) >= 2) {
            depths.add(2);
        }
        depths.add(1);
        return depths;
    }

    private int subHeadings(int row) {
        int known = 0;
        boolean headed = false;
        for (int column = 0; column < grid.columns(); column++) {
            String above = grid.text(row, column);
            String below = grid.text(row + 1, column);
            headed |= isHeading(above) && headings.meaning(above).isPresent();
            boolean own = !below.equals(above) && isHeading(below);
            known += own && headings.meaning(below).isPresent() ? 1 : 0;
        }
        return headed ? known : 0;
    }

    private List<TemplateColumn> columns(int first, int rows) {
        var columns = new ArrayList<TemplateColumn>();
        var open = new String[rows];
        for (int column = 0; column < grid.columns(); column++) {
            var path = new ArrayList<String>();
            for (int row = first; row < first + rows; row++) {
                String text = grid.text(row, column).replaceAll("\\s+", "");
                int depth = row - first;
                // Reason: a group heading stands over its first column only where nobody merged
                // the cells.
                boolean group = text.isEmpty() && depth < rows - 1 && column > 0;
                boolean below = group && !grid.text(first + rows - 1, column).isEmpty();
                String said = below && open[depth] != null ? open[depth] : text;
                open[depth] = said;
                if (!said.isEmpty() && (path.isEmpty() || !path.getLast().equals(said))) {
                    path.add(said);
                }
            }
            if (!path.isEmpty()) {
                columns.add(new TemplateColumn(column, path, ""));
            }
        }
        return columns;
    }

    /// How many columns mean something of their own.
    private int known(List<TemplateColumn> columns) {
        Set<Object> meanings = new HashSet<>();
        for (TemplateColumn column : columns) {
            if (column.path().stream().allMatch(HeaderFinder::isHeading)) {
                column.meaning(headings).ifPresent(meanings::add);
            }
        }
        return meanings.size();
    }

    /// Reason: what ends with a colon is a label before a blank to write in, not a heading.
    private static boolean isHeading(String text) {
        return !text.isEmpty() && !text.endsWith("：") && !text.endsWith(":");
    }

    private boolean hasPlaces(int first, int rows) {
        for (int row = first; row < first + rows; row++) {
            for (int column = 0; column < grid.columns(); column++) {
                if (!Places.in(grid.text(row, column)).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    /// 1 where the row numbers the columns (`甲 乙 1 2 3`).
    private int numbering(int row) {
        int filled = 0;
        var said = new HashSet<String>();
        for (int column = 0; column < grid.columns(); column++) {
            String text = grid.own(row, column);
            if (!text.isEmpty()) {
                filled++;
                if (!NUMBERING.matcher(text).matches() || !said.add(text)) {
                    return 0;
                }
            }
        }
        return filled >= Math.max(3, grid.columns() / 2) ? 1 : 0;
    }
}
