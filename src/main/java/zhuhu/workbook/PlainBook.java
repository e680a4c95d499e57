package zhuhu.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A workbook of one sheet of text cells: a title, a line below it, headings, rows. With the
/// training mark, readers of real work refuse it.
public final class PlainBook {

    /// The very hidden sheet that carries the mark, and the word in its first cell.
    public static final String MARK_SHEET = "_package";

    public static final String TRAINING_MARK = "training";

    private PlainBook() {}

    /// What stands on the sheet. Shape: headings are in row 3 of the sheet, rows follow.
    public record Content(
            String sheet,
            String title,
            String below,
            List<String> headings,
            List<List<String>> rows) {
        public Content {
            headings = List.copyOf(headings);
            rows = List.copyOf(rows);
        }
    }

    /// Row number, as Excel shows it, of a content row; `index` from 0.
    public static int rowNumber(int index) {
        return index + 4;
    }

    public static void write(Path file, Content content, boolean training) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                var book = new Workbook(out, "Zhuhu", "1.0")) {
            Worksheet sheet = book.newWorksheet(content.sheet());
            int last = content.headings().size() - 1;
            sheet.value(0, 0, content.title());
            sheet.range(0, 0, 0, last).merge();
            sheet.style(0, 0).bold().fontSize(16).horizontalAlignment("center").set();
            sheet.value(1, 0, content.below());
            sheet.range(1, 0, 1, last).merge();
            for (int c = 0; c <= last; c++) {
                sheet.value(2, c, content.headings().get(c));
                sheet.width(c, c == 0 ? 10 : 14);
            }
            sheet.range(2, 0, 2, last).style().bold().fillColor("DDEBF0").wrapText(true).set();
            for (int r = 0; r < content.rows().size(); r++) {
                List<String> cells = content.rows().get(r);
                for (int c = 0; c < cells.size(); c++) {
                    if (!cells.get(c).isEmpty()) {
                        sheet.value(r + 3, c, cells.get(c));
                    }
                }
            }
            sheet.freezePane(0, 3);
            if (training) {
                Worksheet mark = book.newWorksheet(MARK_SHEET);
                mark.value(0, 0, TRAINING_MARK);
                mark.setVisibilityState(VisibilityState.VERY_HIDDEN);
            }
        }
    }
}
