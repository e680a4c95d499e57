package zhuhu.workbook.export.xlsx;

import java.io.IOException;

/// What stands in a sheet's part before its rows and after them.
record SheetFrame(SheetSetup setup) {

    void writeTop(XmlOut xml) throws IOException {
        xml.raw(BookOut.XML).raw("<worksheet xmlns=\"").raw(BookOut.MAIN);
        xml.raw("\" xmlns:r=\"").raw(BookOut.RELATIONS).raw("\"><sheetPr>");
        if (!setup.tabColour().isEmpty()) {
            xml.raw("<tabColor rgb=\"FF").raw(setup.tabColour()).raw("\"/>");
        }
        xml.raw("<pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView");
        xml.raw(" showGridLines=\"0\"");
        xml.raw(setup.tab() == 0 ? " tabSelected=\"1\"" : "").raw(" workbookViewId=\"0\">");
        writePanes(xml);
        xml.raw("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>");
        writeColumns(xml);
        xml.raw("<sheetData>");
    }

    private void writePanes(XmlOut xml) throws IOException {
        if (setup.frozenRows() == 0) {
            return;
        }
        String corner = SheetOut.letters(setup.frozenColumns()) + (setup.frozenRows() + 1);
        String pane = setup.frozenColumns() == 0 ? "bottomLeft" : "bottomRight";
        xml.raw("<pane");
        if (setup.frozenColumns() > 0) {
            xml.attribute("xSplit", setup.frozenColumns());
        }
        xml.attribute("ySplit", setup.frozenRows()).attribute("topLeftCell", corner);
        xml.attribute("activePane", pane).raw(" state=\"frozen\"/><selection");
        xml.attribute("pane", pane).attribute("activeCell", corner);
        xml.attribute("sqref", corner).raw("/>");
    }

    private void writeColumns(XmlOut xml) throws IOException {
        if (setup.columns().isEmpty()) {
            return;
        }
        xml.raw("<cols>");
        int number = 1;
        for (SheetSetup.Column column : setup.columns()) {
            xml.raw("<col").attribute("min", number).attribute("max", number++);
            xml.attribute("width", String.valueOf(column.width()));
            xml.attribute("style", column.look()).raw(" customWidth=\"1\"");
            xml.raw(column.hidden() ? " hidden=\"1\"/>" : "/>");
        }
        xml.raw("</cols>");
    }

    void writeBottom(XmlOut xml, boolean notes) throws IOException {
        SheetSetup.Page page = setup.page();
        xml.raw(
                "<printOptions horizontalCentered=\"1\"/><pageMargins left=\"0.45\" right=\"0.45\"");
        xml.raw(" top=\"0.65\" bottom=\"0.65\" header=\"0.3\" footer=\"0.3\"/><pageSetup");
        xml.attribute("paperSize", page.paper().number);
        xml.attribute("orientation", page.landscape() ? "landscape" : "portrait");
        xml.attribute("fitToWidth", page.pagesWide());
        xml.attribute("fitToHeight", page.pagesHigh());
        xml.raw(" pageOrder=\"overThenDown\"/>");
        if (!page.header().isEmpty() || !page.footer().isEmpty()) {
            xml.raw("<headerFooter><oddHeader>").escape(page.header());
            xml.raw("</oddHeader><oddFooter>").escape(page.footer());
            xml.raw("</oddFooter></headerFooter>");
        }
        xml.raw(notes ? "<legacyDrawing r:id=\"rId1\"/></worksheet>" : "</worksheet>");
    }
}
