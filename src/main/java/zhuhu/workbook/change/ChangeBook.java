package zhuhu.workbook.change;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;
import zhuhu.workbook.export.xlsx.BookOut;
import zhuhu.workbook.export.xlsx.CellLook;
import zhuhu.workbook.export.xlsx.SheetOut;
import zhuhu.workbook.export.xlsx.SheetSetup;

/// Writes 变更清单: a line a change, households set apart by their shade, to be printed on A4 across
/// and ticked by hand. Nothing hidden, nothing that merges.
public final class ChangeBook {

    /// What is written. Shape: `below` stands under the title; `note` at the end of the first
    /// sheet, "" for none; `page` the words of the foot, in Excel's own notation.
    public record Content(
            String title,
            String unit,
            LocalDateTime at,
            boolean training,
            String trainingWords,
            String page,
            List<Column> columns,
            List<Sheet> sheets) {
        public Content {
            columns = List.copyOf(columns);
            sheets = List.copyOf(sheets);
        }
    }

    /// A column. Shape: `width` in characters; `repeats` where the same words come again in each
    /// line of a household, and are greyed after the first.
    public record Column(String heading, double width, boolean centred, boolean repeats) {}

    public record Sheet(String name, String below, String note, List<Line> lines) {
        public Sheet {
            lines = List.copyOf(lines);
        }
    }

    /// A line. Shape: `group` the same for a household's lines; a cell a column.
    public record Line(String group, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }
    }

    private static final String LINE = "BFC5CE";
    private static final String SHADE = "F3F6FA";

    private final BookOut book;
    private final Content content;
    private final Looks looks;

    /// The looks of a line's cells: plain, centred, greyed.
    private record Looks(
            int title, int alarm, int below, int head, int note, Shade light, Shade dark) {}

    private record Shade(int text, int centred, int grey) {}

    private ChangeBook(OutputStream out, Content content) {
        this.content = content;
        CellLook usual = CellLook.plain("宋体", 10);
        book =
                new BookOut(
                        out,
                        new BookOut.BookTitle(content.title(), content.unit(), content.at()),
                        usual);
        CellLook heading = CellLook.plain("黑体", 10);
        looks =
                new Looks(
                        book.look(CellLook.plain("黑体", 16).across("center")),
                        book.look(
                                CellLook.plain("黑体", 14)
                                        .colour("FFFFFF")
                                        .fill("C00000")
                                        .across("center")),
                        book.look(usual.colour("595959").across("left")),
                        book.look(heading.fill("DCE6F1").border(LINE).wrapped().across("center")),
                        book.look(usual.colour("595959").wrapped().across("left")),
                        shade(usual.border(LINE).wrapped().asText()),
                        shade(usual.border(LINE).wrapped().asText().fill(SHADE)));
    }

    private Shade shade(CellLook look) {
        return new Shade(
                book.look(look.across("left")),
                book.look(look.across("center")),
                book.look(look.colour("9AA3AF").across("left")));
    }

    /// Returns the number of lines.
    public static long write(OutputStream out, Content content) throws IOException {
        return new ChangeBook(out, content).write();
    }

    private long write() throws IOException {
        long lines = 0;
        for (int i = 0; i < content.sheets().size(); i++) {
            Sheet sheet = content.sheets().get(i);
            write(book.sheet(setup(sheet, i)), sheet);
            lines += sheet.lines().size();
        }
        book.finish();
        return lines;
    }

    private SheetSetup setup(Sheet sheet, int tab) {
        return new SheetSetup(
                SheetSetup.sheetName(sheet.name(), tab),
                tab,
                SheetSetup.Visibility.VISIBLE,
                "",
                content.columns().stream()
                        .map(c -> new SheetSetup.Column(c.width(), false, 0))
                        .toList(),
                3,
                0,
                "3:3",
                "",
                new SheetSetup.Page(
                        SheetSetup.Paper.A4,
                        true,
                        1,
                        0,
                        "",
                        "&L&9" + sheet.name() + "&C&9" + content.page()));
    }

    private void write(SheetOut out, Sheet sheet) throws IOException {
        int last = content.columns().size() - 1;
        out.row(30);
        out.label(
                0,
                content.training() ? looks.alarm() : looks.title(),
                content.training()
                        ? content.trainingWords() + "　" + content.title()
                        : content.title());
        out.merge(0, last);
        out.row(20);
        out.label(0, looks.below(), sheet.below());
        out.merge(0, last);
        out.row(28);
        for (int c = 0; c <= last; c++) {
            out.label(c, looks.head(), content.columns().get(c).heading());
        }
        out.filterHere(last + 1);
        String group = "";
        boolean dark = true;
        for (Line line : sheet.lines()) {
            boolean first = !line.group().equals(group);
            group = line.group();
            dark = first != dark;
            line(out, line, first, dark ? looks.dark() : looks.light());
        }
        if (!sheet.note().isEmpty()) {
            out.row();
            out.row(34);
            out.label(0, looks.note(), sheet.note());
            out.merge(0, last);
        }
        out.finish();
    }

    private void line(SheetOut out, Line line, boolean first, Shade shade) throws IOException {
        out.flexibleRow(height(line));
        for (int c = 0; c < line.cells().size(); c++) {
            Column column = content.columns().get(c);
            boolean grey = column.repeats() && !first;
            int look = grey ? shade.grey() : column.centred() ? shade.centred() : shade.text();
            String words = line.cells().get(c);
            if (words.isEmpty()) {
                out.blank(c, look);
            } else {
                out.text(c, look, cut(words));
            }
        }
    }

    private static String cut(String words) {
        return words.length() <= SheetOut.CELL_LIMIT
                ? words
                : words.substring(0, SheetOut.CELL_LIMIT - 1) + "…";
    }

    /// Reason: not every program makes a row as high as its text when it opens a file.
    private int height(Line line) {
        int rows = 1;
        for (int c = 0; c < line.cells().size(); c++) {
            int wide = line.cells().get(c).codePoints().map(p -> p < 0x2e80 ? 1 : 2).sum();
            double fits = Math.max(2, content.columns().get(c).width() - 1);
            rows = Math.max(rows, (int) Math.ceil(wide / fits));
        }
        return Math.min(400, 4 + 14 * rows);
    }
}
