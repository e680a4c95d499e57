package zhuhu.workbook.export;

import java.io.IOException;
import java.util.List;
import zhuhu.base.Texts;
import zhuhu.workbook.export.xlsx.SheetOut;
import zhuhu.workbook.export.xlsx.SheetSetup;

/// The sheet of open doubts and of the reasons given; read by people, not for merging.
record FindingSheet(Texts texts, Looks looks) {

    private static final List<Double> WIDTHS = List.of(21.0, 14.0, 9.0, 9.0, 40.0, 40.0, 30.0);

    SheetSetup setup(String title, int tab, PageLook pages) {
        double width = WIDTHS.stream().mapToDouble(w -> w).sum();
        return new SheetSetup(
                title,
                tab,
                SheetSetup.Visibility.VISIBLE,
                "C9A227",
                WIDTHS.stream()
                        .map(w -> new SheetSetup.Column(w, false, looks.text.usual()))
                        .toList(),
                2,
                2,
                "2:2",
                "",
                pages.table(width, 0, title));
    }

    void write(SheetOut sheet, List<BookSource.FindingRow> findings) throws IOException {
        sheet.hiddenRow();
        cells(
                sheet,
                looks.hiddenName,
                List.of("_key", "_label", "rule", "level", "message", "next", "reason"));
        sheet.row(26);
        cells(
                sheet,
                looks.head,
                List.of(
                        texts.of("export.key"),
                        texts.of("export.label"),
                        texts.of("export.finding.rule"),
                        texts.of("export.finding.level"),
                        texts.of("export.finding.message"),
                        texts.of("export.finding.next"),
                        texts.of("export.finding.reason")));
        sheet.filterHere(WIDTHS.size());
        for (BookSource.FindingRow one : findings) {
            sheet.row();
            cells(
                    sheet,
                    looks.text.usual(),
                    List.of(
                            one.record(),
                            one.label(),
                            one.rule(),
                            one.level(),
                            one.message(),
                            one.next(),
                            one.reason()));
        }
        sheet.finish();
    }

    private static void cells(SheetOut sheet, int look, List<String> texts) throws IOException {
        for (int i = 0; i < texts.size(); i++) {
            if (texts.get(i).isEmpty()) {
                sheet.blank(i, look);
            } else {
                sheet.text(i, look, texts.get(i));
            }
        }
    }
}
