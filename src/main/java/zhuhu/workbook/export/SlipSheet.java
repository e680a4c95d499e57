package zhuhu.workbook.export;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import zhuhu.base.Texts;
import zhuhu.workbook.export.xlsx.SheetOut;
import zhuhu.workbook.export.xlsx.SheetSetup;

/// The page of a return slip: which household, which screen, what it said, what is wrong with it,
/// room for the answer, and who received it. Printed on A4, lying.
record SlipSheet(Texts texts, Looks looks, BookHead head, SlipPart slip) {

    private static final List<Double> WIDTHS =
            List.of(5.0, 11.0, 17.0, 17.0, 30.0, 34.0, 15.0, 24.0);
    private static final int LINE = 18;
    private static final int LAST = 7;

    SheetSetup setup(PageLook pages) {
        boolean training = head.use() == BookHead.Use.TRAINING;
        double width = WIDTHS.stream().mapToDouble(w -> w).sum();
        return new SheetSetup(
                texts.of("sendback.sheet.slip"),
                0,
                SheetSetup.Visibility.VISIBLE,
                training ? "C00000" : "1F3864",
                WIDTHS.stream().map(w -> new SheetSetup.Column(w, false, 0)).toList(),
                0,
                0,
                "",
                "",
                pages.table(width, 0, texts.of("sendback.sheet.slip")));
    }

    void write(SheetOut sheet) throws IOException {
        if (head.use() == BookHead.Use.TRAINING) {
            across(sheet, 30, looks.alarm, texts.of("export.training"));
        }
        across(sheet, 34, looks.title, texts.of("sendback.sheet.slip"));
        across(
                sheet,
                LINE,
                looks.subtitle,
                texts.of(
                        "sendback.slip.subtitle",
                        head.packTitle(),
                        head.roundTitle().isEmpty() ? head.round() : head.roundTitle()));
        across(
                sheet,
                26,
                looks.sub,
                texts.of("sendback.slip.about", slip.village(), slip.points().size()));
        across(sheet, 2 * LINE, looks.paragraph, texts.of("sendback.slip.how"));
        heads(sheet);
        for (int i = 0; i < slip.points().size(); i++) {
            line(sheet, i + 1, slip.points().get(i));
        }
        sheet.row(14);
        sign(sheet, texts.of("sendback.slip.from", head.author().unit(), head.author().name()));
        sign(sheet, texts.of("sendback.slip.received"));
        sheet.finish();
    }

    private void heads(SheetOut sheet) throws IOException {
        sheet.row(30);
        List<String> words =
                List.of(
                        texts.of("sendback.slip.number"),
                        texts.of("sendback.slip.household"),
                        texts.of("sendback.slip.place"),
                        texts.of("sendback.slip.section"),
                        texts.of("sendback.slip.said"),
                        texts.of("sendback.slip.comment"),
                        texts.of("sendback.slip.asked"),
                        texts.of("sendback.slip.answer"));
        for (int i = 0; i < words.size(); i++) {
            sheet.label(i, looks.head, words.get(i));
        }
    }

    private void line(SheetOut sheet, int number, PointRow point) throws IOException {
        List<String> cells =
                List.of(
                        Integer.toString(number),
                        point.household(),
                        point.place(),
                        point.section(),
                        point.said(),
                        point.comment(),
                        (point.askedBy() + "\n" + point.askedAt()).strip(),
                        "");
        int lines =
                IntStream.range(0, cells.size())
                        .map(i -> TextWidth.lines(cells.get(i), WIDTHS.get(i)))
                        .max()
                        .orElse(1);
        sheet.row(Math.min(Math.max(2, lines), 12) * LINE);
        for (int i = 0; i < cells.size(); i++) {
            int look = i == 0 ? looks.itemNumber : i == 1 ? looks.name : looks.item;
            if (cells.get(i).isEmpty()) {
                sheet.blank(i, look);
            } else {
                sheet.text(i, look, cells.get(i));
            }
        }
    }

    private void sign(SheetOut sheet, String who) throws IOException {
        sheet.row(34);
        sheet.label(0, looks.seal, who);
        sheet.label(5, looks.seal, texts.of("export.seal.date"));
    }

    private void across(SheetOut sheet, int height, int look, String words) throws IOException {
        sheet.row(height);
        sheet.text(0, look, words);
        for (int column = 1; column <= LAST; column++) {
            sheet.blank(column, look);
        }
        sheet.merge(0, LAST);
    }
}
