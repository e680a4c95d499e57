package zhuhu.workbook.export;

import zhuhu.base.Texts;
import zhuhu.workbook.export.xlsx.SheetSetup;

/// How sheets are printed: headers, footers, and how many pages wide.
record PageLook(Texts texts, BookHead head) {

    // Reason: at these widths (in characters) the print is still about seven tenths of full size.
    private static final double A4_WIDTH = 170;
    private static final double A3_WIDTH = 250;

    /// A wide table: A4 where it fits one page, else as many A3 pages side by side as it needs, the
    /// key columns on each.
    SheetSetup.Page table(double width, double keyWidth, String sheet) {
        if (width <= A4_WIDTH) {
            return page(SheetSetup.Paper.A4, true, 1, 0, sheet);
        }
        int pages = (int) Math.ceil((width - keyWidth) / (A3_WIDTH - keyWidth));
        return page(SheetSetup.Paper.A3, true, Math.max(1, pages), 0, sheet);
    }

    /// One page, to be signed; many villages make it small rather than two.
    SheetSetup.Page cover(String sheet) {
        return page(SheetSetup.Paper.A4, false, 1, 1, sheet);
    }

    private SheetSetup.Page page(
            SheetSetup.Paper paper, boolean landscape, int pagesWide, int pagesHigh, String sheet) {
        return new SheetSetup.Page(paper, landscape, pagesWide, pagesHigh, header(), footer(sheet));
    }

    private String header() {
        return head.use() == BookHead.Use.TRAINING
                ? "&C&\"" + Looks.HEADING + ",Regular\"&14&KC00000" + texts.of("export.training")
                : "&L&9" + plain(head.packTitle()) + "&R&9" + plain(head.roundTitle());
    }

    private String footer(String sheet) {
        return "&L&9"
                + plain(head.author().unit() + " " + head.author().name())
                + "&C&9"
                + texts.of("export.page")
                + "&R&9"
                + plain(sheet);
    }

    private static String plain(String text) {
        String escaped = text.replace("&", "&&");
        // Reason: a digit right after a size code (&9) would be read as part of the size.
        return !escaped.isEmpty() && Character.isDigit(escaped.charAt(0)) ? " " + escaped : escaped;
    }
}
