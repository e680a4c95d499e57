package zhuhu.workbook.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import zhuhu.base.Texts;
import zhuhu.workbook.export.xlsx.BookOut;
import zhuhu.workbook.export.xlsx.SheetOut;
import zhuhu.workbook.export.xlsx.SheetSetup;

/// Writes the posted list: a sheet a village, a line a household, large enough to be read on a
/// wall.
final class PostedWriter {

    private static final List<Double> WIDTHS = List.of(9.0, 30.0, 26.0, 14.0);

    private final BookOut book;
    private final PostedSource source;
    private final Texts texts;
    private final Looks looks;

    private PostedWriter(OutputStream out, PostedSource source, Texts texts) {
        var title = new BookOut.BookTitle(texts.of("posted.title"), source.unit(), source.at());
        this.book = new BookOut(out, title, Looks.USUAL);
        this.source = source;
        this.texts = texts;
        this.looks = new Looks(book);
    }

    /// Returns the number of households.
    static long write(OutputStream out, PostedSource source, Texts texts) throws IOException {
        return new PostedWriter(out, source, texts).write();
    }

    private long write() throws IOException {
        long households = 0;
        for (int i = 0; i < source.villages().size(); i++) {
            PostedSource.Village village = source.villages().get(i);
            write(book.sheet(setup(village, i)), village);
            households += village.households().size();
        }
        book.finish();
        return households;
    }

    private SheetSetup setup(PostedSource.Village village, int tab) {
        return new SheetSetup(
                SheetSetup.sheetName(village.name(), tab),
                tab,
                SheetSetup.Visibility.VISIBLE,
                "",
                WIDTHS.stream().map(w -> new SheetSetup.Column(w, false, 0)).toList(),
                3,
                0,
                "3:3",
                "",
                new SheetSetup.Page(
                        SheetSetup.Paper.A4, false, 1, 0, "", "&C&9" + texts.of("export.page")));
    }

    private void write(SheetOut sheet, PostedSource.Village village) throws IOException {
        boolean training = source.use() == BookHead.Use.TRAINING;
        String heading = texts.of("posted.heading", village.name());
        line(
                sheet,
                40,
                training ? looks.alarm : looks.title,
                training ? texts.of("export.training") : heading);
        line(sheet, 22, looks.subtitle, training ? heading : source.title());
        sheet.row(26);
        sheet.label(0, looks.head, texts.of("posted.number"));
        sheet.label(1, looks.head, texts.of("posted.group"));
        sheet.label(2, looks.head, texts.of("posted.head"));
        sheet.label(3, looks.head, texts.of("posted.persons"));
        int number = 0;
        long persons = 0;
        for (PostedSource.Household one : village.households()) {
            sheet.row(22);
            sheet.number(0, looks.itemNumber, BigDecimal.valueOf(++number));
            sheet.text(1, looks.itemNumber, one.group());
            sheet.text(2, looks.itemNumber, one.head());
            sheet.number(3, looks.itemNumber, BigDecimal.valueOf(one.persons()));
            persons += one.persons();
        }
        line(sheet, 26, looks.sub, texts.of("posted.total", number, persons));
        sheet.row(20);
        sheet.row(24);
        sheet.label(2, looks.seal, texts.of("posted.seal"));
        sheet.row(24);
        sheet.label(2, looks.seal, texts.of("export.seal.date"));
        sheet.finish();
    }

    private void line(SheetOut sheet, int height, int look, String words) throws IOException {
        sheet.row(height);
        sheet.label(0, look, words);
        sheet.merge(0, WIDTHS.size() - 1);
    }
}
