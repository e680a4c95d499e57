package zhuhu.workbook.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import zhuhu.base.Sha256;
import zhuhu.pack.Headings;
import zhuhu.pack.Headings.Meaning;
import zhuhu.workbook.template.HeaderFinder.Header;
import zhuhu.workbook.template.TemplateSheet.Form;
import zhuhu.workbook.template.TemplateSheet.Slot;

/// Works out what a sheet of a template asks for. One use; one thread.
final class SheetAnalysis {

    private static final int MOST_ROWS = 20_000;

    /// How rows begin that stand below a list and move down with its end.
    private static final Pattern FOOT =
            Pattern.compile(
                    "^[*※（(]?(合\\s*计|总\\s*计|小\\s*计|共\\s*计|累\\s*计|填表|填报|制表|审核|复核|签字|签名|签章|盖章|负责人|经办|备注|附注|注[:：]|说明|日期|联系|单位|驻村|村支|村委|乡镇|公章|\\d{0,4}年).*");

    private static final Pattern RANGE =
            Pattern.compile("\\$?[A-Z]{1,3}\\$?(\\d+):\\$?[A-Z]{1,3}\\$?(\\d+)");

    private final XSSFSheet sheet;
    private final int index;
    private final Grid grid;
    private final Headings headings;
    private final Predicate<String> ofRow;

    /// `ofRow`: whether a place is about one household or person.
    SheetAnalysis(XSSFSheet sheet, int index, Headings headings, Predicate<String> ofRow) {
        this.sheet = sheet;
        this.index = index;
        this.grid = new Grid(sheet);
        this.headings = headings;
        this.ofRow = ofRow;
    }

    /// Empty where the sheet asks for nothing.
    Optional<TemplateSheet> sheet() {
        Optional<Header> header = new HeaderFinder(grid, headings).find();
        List<Slot> slots = slots();
        if (header.isPresent()) {
            return Optional.of(list(header.get(), slots));
        }
        List<Integer> rows =
                slots.stream()
                        .filter(s -> Places.in(s.text()).stream().anyMatch(ofRow))
                        .map(Slot::row)
                        .distinct()
                        .toList();
        if (rows.size() == 1 && isWide(rows.getFirst(), slots)) {
            return Optional.of(list(headless(rows.getFirst()), slots));
        }
        if (slots.isEmpty()) {
            return Optional.empty();
        }
        Form form = rows.isEmpty() ? Form.PLAIN : Form.CARD;
        String said = String.join("\n", slots.stream().map(Slot::text).toList());
        return Optional.of(
                new TemplateSheet(
                        index,
                        sheet.getSheetName(),
                        form,
                        0,
                        0,
                        List.of(),
                        0,
                        0,
                        slots,
                        Set.of(),
                        0,
                        hash(said)));
    }

    /// Reason: one place alone in its row is a form about one household, not a list.
    private static boolean isWide(int row, List<Slot> slots) {
        return slots.stream().filter(s -> s.row() == row).count() >= 2;
    }

    private List<Slot> slots() {
        var slots = new ArrayList<Slot>();
        for (int row = 0; row <= Math.min(grid.lastRow(), MOST_ROWS); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                String text = grid.own(row, column);
                if (!Places.in(text).isEmpty()) {
                    slots.add(new Slot(row, column, text));
                }
            }
        }
        return slots;
    }

    /// A list without headings that anybody knows: what stands above the row of places names its
    /// columns.
    private Header headless(int dataRow) {
        var columns = new ArrayList<TemplateColumn>();
        for (int column = 0; column < grid.columns(); column++) {
            String above = dataRow == 0 ? "" : grid.text(dataRow - 1, column);
            List<String> here = Places.in(grid.own(dataRow, column));
            if (!above.isEmpty() || !here.isEmpty()) {
                String heading = above.isEmpty() ? String.join("、", here) : above;
                columns.add(new TemplateColumn(column, List.of(heading), ""));
            }
        }
        return new Header(Math.max(0, dataRow - 1), dataRow == 0 ? 0 : 1, 0, columns);
    }

    private TemplateSheet list(Header header, List<Slot> slots) {
        int first = header.end();
        int end = first;
        while (end <= Math.min(grid.lastRow(), MOST_ROWS) && isData(end, header)) {
            end++;
        }
        int rows = Math.max(1, end - first);
        int last = first + rows - 1;
        List<TemplateColumn> columns =
                header.columns().stream()
                        .map(c -> {
                            String text = grid.own(first, c.index());
                            return new TemplateColumn(
                                    c.index(), c.path(), Places.in(text).isEmpty() ? "" : text);
                        })
                        .toList();
        int samples =
                (int)
                        IntStream.rangeClosed(first, last)
                                .filter(r -> filled(r) > 1 && !hasPlaces(r))
                                .count();
        return new TemplateSheet(
                index,
                sheet.getSheetName(),
                Form.LIST,
                header.first(),
                header.rows(),
                columns,
                first,
                rows,
                slots.stream().filter(s -> s.row() < first || s.row() > last).toList(),
                merged(first, last),
                samples,
                hash(
                        String.join(
                                "\n",
                                columns.stream()
                                        .map(c -> c.index() + " " + c.heading() + " " + c.pattern())
                                        .toList())));
    }

    private static String hash(String said) {
        return Sha256.hex(said.getBytes(StandardCharsets.UTF_8));
    }

    private boolean hasPlaces(int row) {
        return IntStream.range(0, grid.columns())
                .anyMatch(c -> !Places.in(grid.own(row, c)).isEmpty());
    }

    private int filled(int row) {
        return (int)
                IntStream.range(0, grid.columns()).filter(c -> !grid.own(row, c).isEmpty()).count();
    }

    /// Whether a row is one of the list's: to write in, or an example. What it is not stands below
    /// the list, and is kept.
    private boolean isData(int row, Header header) {
        if (isSum(row) || isSpread(row, header)) {
            return false;
        }
        List<Integer> filled =
                IntStream.range(0, grid.columns())
                        .filter(c -> !grid.own(row, c).isEmpty())
                        .boxed()
                        .toList();
        if (filled.isEmpty()) {
            return true;
        }
        String first = grid.own(row, filled.getFirst());
        if (FOOT.matcher(first).matches()) {
            return false;
        }
        boolean places =
                filled.stream().flatMap(c -> Places.in(grid.own(row, c)).stream()).anyMatch(ofRow);
        boolean example = filled.size() >= Math.max(2, header.columns().size() / 2);
        boolean numbered =
                header.columns().stream()
                        .filter(c -> filled.contains(c.index()))
                        .allMatch(c ->
                                c.meaning(headings).orElse(null) instanceof Meaning.Ignored
                                        || c.heading().endsWith("序号"));
        return places || example || numbered;
    }

    /// A formula over several rows is a sum of the list, not part of a row.
    private boolean isSum(int row) {
        return IntStream.range(0, grid.columns())
                .mapToObj(c -> grid.formula(row, c))
                .anyMatch(formula -> {
                    Matcher range = RANGE.matcher(formula);
                    while (range.find()) {
                        if (!range.group(1).equals(range.group(2))) {
                            return true;
                        }
                    }
                    return false;
                });
    }

    /// A cell merged over half of the list's width is a line of words.
    private boolean isSpread(int row, Header header) {
        int width = Math.max(3, header.columns().size() / 2);
        return IntStream.range(0, grid.columns())
                .mapToObj(c -> grid.merge(row, c))
                .flatMap(Optional::stream)
                .anyMatch(m -> m.getLastColumn() - m.getFirstColumn() + 1 >= width);
    }

    private Set<Integer> merged(int first, int last) {
        var merged = new HashSet<Integer>();
        for (CellRangeAddress merge : sheet.getMergedRegions()) {
            boolean inside = merge.getFirstRow() >= first && merge.getLastRow() <= last;
            boolean down = merge.getLastRow() > merge.getFirstRow();
            if (inside && down && merge.getFirstColumn() == merge.getLastColumn()) {
                merged.add(merge.getFirstColumn());
            }
        }
        return merged;
    }
}
