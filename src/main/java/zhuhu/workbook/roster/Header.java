package zhuhu.workbook.roster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import zhuhu.base.Plain;
import zhuhu.pack.Headings;
import zhuhu.pack.Headings.Meaning;
import zhuhu.workbook.sheet.SheetRow;

/// The heading row or rows of a sheet. Shape: `rows` 1 or 2; `first` is the position of its first
/// row among those that were looked at.
record Header(int first, int rows, List<Column> columns) {

    private static final int FEWEST = 4;
    private static final int ENOUGH = 6;
    private static final Set<String> SEVERAL = Set.of("other_causes");

    Header {
        columns = List.copyOf(columns);
    }

    /// The best header among the top rows of a sheet; empty if no row reads as one.
    static Optional<Header> find(List<SheetRow> top, Headings headings) {
        Optional<Header> best = Optional.empty();
        int most = FEWEST - 1;
        for (int i = 0; i < top.size(); i++) {
            for (Header header : candidates(top, i, headings)) {
                int known = header.known();
                if (known > most && header.isOfRoster(known)) {
                    best = Optional.of(header);
                    most = known;
                }
            }
        }
        return best;
    }

    Optional<Column> column(String property) {
        return columns.stream().filter(c -> c.is(property)).findFirst();
    }

    /// Reason: with so many known headings the row is a header, and the clerk is better told that
    /// it lacks the name than that there is none.
    private boolean isOfRoster(int known) {
        return known >= ENOUGH || column("person_name").isPresent();
    }

    int width() {
        return columns.isEmpty() ? 0 : columns.getLast().index() + 1;
    }

    private int known() {
        return (int) columns.stream().filter(c -> c.meaning().isPresent()).count();
    }

    private static List<Header> candidates(List<SheetRow> top, int at, Headings headings) {
        var candidates = new ArrayList<Header>();
        SheetRow row = top.get(at);
        candidates.add(new Header(at, 1, columns(row, row, headings)));
        if (at + 1 < top.size()
                && isHeading(row, headings)
                && subHeadings(row, top.get(at + 1), headings) >= 2) {
            candidates.add(new Header(at, 2, columns(row, top.get(at + 1), headings)));
        }
        return candidates;
    }

    /// Reason: a title above the headings must not be taken for a group of them.
    private static boolean isHeading(SheetRow row, Headings headings) {
        for (int i = 0; i < row.size(); i++) {
            if (headings.meaning(row.cell(i).text()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /// How many cells of the second row are headings of their own.
    private static int subHeadings(SheetRow group, SheetRow sub, Headings headings) {
        int known = 0;
        for (int i = 0; i < sub.size(); i++) {
            String text = sub.cell(i).text();
            boolean same = text.equals(group.cell(i).text());
            known += !same && headings.meaning(text).isPresent() ? 1 : 0;
        }
        return known;
    }

    private static List<Column> columns(SheetRow group, SheetRow sub, Headings headings) {
        var columns = new ArrayList<Column>();
        var taken = new HashSet<Meaning>();
        Map<String, Integer> names = new HashMap<>();
        String open = "";
        for (int i = 0; i < Math.max(group.size(), sub.size()); i++) {
            String above = Plain.text(group.cell(i).text());
            String below = Plain.text(sub.cell(i).text());
            // Reason: a group heading stands over its first column only where cells are not merged.
            open = above.isEmpty() && !below.isEmpty() ? open : above;
            if (open.isEmpty() && below.isEmpty()) {
                continue;
            }
            Optional<Meaning> meaning = meaning(open, below, headings).filter(m -> free(m, taken));
            columns.add(new Column(i, numbered(joined(open, below), names), meaning));
        }
        return columns;
    }

    private static Optional<Meaning> meaning(String group, String sub, Headings headings) {
        if (sub.isEmpty() || sub.equals(group)) {
            return headings.meaning(group);
        }
        return headings.meaning(group + sub).or(() -> headings.meaning(sub));
    }

    /// Reason: two columns of one meaning (two phone numbers) would overwrite each other; the
    /// second is kept as an unknown column.
    private static boolean free(Meaning meaning, Set<Meaning> taken) {
        boolean several =
                meaning instanceof Meaning.Ignored
                        || meaning instanceof Meaning.Property p && SEVERAL.contains(p.property());
        return several || taken.add(meaning);
    }

    private static String joined(String group, String sub) {
        if (group.isEmpty() || group.equals(sub)) {
            return sub;
        }
        return sub.isEmpty() ? group : group + "/" + sub;
    }

    private static String numbered(String heading, Map<String, Integer> names) {
        String plain = heading.replaceAll("\\s+", "");
        int count = names.merge(plain, 1, Integer::sum);
        return count == 1 ? plain : plain + "(" + count + ")";
    }
}
