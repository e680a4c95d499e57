package zhuhu.workbook.export;

import java.io.IOException;
import java.util.List;
import zhuhu.base.Texts;
import zhuhu.workbook.export.xlsx.SheetOut;
import zhuhu.workbook.export.xlsx.SheetSetup;

/// The sheet of what was sent back and what came of it; read by people, not for merging.
record PointSheet(Texts texts, Looks looks) {

    private static final List<Double> WIDTHS =
            List.of(21.0, 12.0, 16.0, 18.0, 36.0, 10.0, 16.0, 12.0, 28.0, 10.0, 16.0, 40.0);

    SheetSetup setup(String title, int tab, PageLook pages) {
        double width = WIDTHS.stream().mapToDouble(w -> w).sum();
        return new SheetSetup(
                title,
                tab,
                SheetSetup.Visibility.VISIBLE,
                "B0413E",
                WIDTHS.stream()
                        .map(w -> new SheetSetup.Column(w, false, looks.text.usual()))
                        .toList(),
                2,
                2,
                "2:2",
                "",
                pages.table(width, 0, title));
    }

    void write(SheetOut sheet, List<PointRow> points) throws IOException {
        sheet.hiddenRow();
        cells(
                sheet,
                looks.hiddenName,
                List.of(
                        "_key",
                        "_label",
                        "place",
                        "section",
                        "comment",
                        "asked_by",
                        "asked_at",
                        "state",
                        "answer",
                        "answered_by",
                        "answered_at",
                        "changes"));
        sheet.row(26);
        cells(
                sheet,
                looks.head,
                List.of(
                        texts.of("export.key"),
                        texts.of("sendback.slip.household"),
                        texts.of("sendback.slip.place"),
                        texts.of("sendback.slip.section"),
                        texts.of("sendback.slip.comment"),
                        texts.of("sendback.point.askedBy"),
                        texts.of("sendback.point.askedAt"),
                        texts.of("sendback.point.state"),
                        texts.of("sendback.slip.answer"),
                        texts.of("sendback.point.answeredBy"),
                        texts.of("sendback.point.answeredAt"),
                        texts.of("sendback.point.changes")));
        sheet.filterHere(WIDTHS.size());
        for (PointRow one : points) {
            sheet.row();
            cells(
                    sheet,
                    looks.text.usual(),
                    List.of(
                            one.key(),
                            one.household(),
                            one.place(),
                            one.section(),
                            one.comment(),
                            one.askedBy(),
                            one.askedAt(),
                            one.state(),
                            one.answer(),
                            one.answeredBy(),
                            one.answeredAt(),
                            one.changes()));
        }
        sheet.finish();
    }

    private void cells(SheetOut sheet, int look, List<String> words) throws IOException {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.isEmpty()) {
                sheet.blank(i, look);
            } else if (CellText.looksLikeFormula(word)) {
                sheet.text(i, looks.text.quoted(), word);
            } else {
                sheet.text(i, look, word);
            }
        }
    }
}
