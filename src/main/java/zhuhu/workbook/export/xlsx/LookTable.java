package zhuhu.workbook.export.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The looks of a workbook, each under the number that cells name it by: `xl/styles.xml`.
final class LookTable {

    private static final int TEXT_FORMAT = 49;

    private final SequencedMap<CellLook, Integer> looks = new LinkedHashMap<>();
    private final List<String> fonts = new ArrayList<>();
    private final List<String> fills = new ArrayList<>();
    private final List<String> borders = new ArrayList<>();

    LookTable(CellLook usual) {
        fills.add("<fill><patternFill patternType=\"none\"/></fill>");
        fills.add("<fill><patternFill patternType=\"gray125\"/></fill>");
        borders.add("<border><left/><right/><top/><bottom/><diagonal/></border>");
        of(usual);
    }

    /// The number of a look; 0 is the usual one.
    int of(CellLook look) {
        return looks.computeIfAbsent(look, _ -> looks.size());
    }

    void write(XmlOut xml) throws IOException {
        var cells = new ArrayList<String>();
        looks.sequencedKeySet().forEach(look -> cells.add(format(look)));
        xml.raw(BookOut.XML).raw("<styleSheet xmlns=\"").raw(BookOut.MAIN).raw("\">");
        list(xml, "fonts", fonts);
        list(xml, "fills", fills);
        list(xml, "borders", borders);
        xml.raw("<cellStyleXfs count=\"1\"><xf/></cellStyleXfs>");
        list(xml, "cellXfs", cells);
        xml.raw("<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>");
        xml.raw("</cellStyles></styleSheet>");
    }

    private static void list(XmlOut xml, String name, List<String> entries) throws IOException {
        xml.raw("<").raw(name).attribute("count", entries.size()).raw(">");
        for (String entry : entries) {
            xml.raw(entry);
        }
        xml.raw("</").raw(name).raw(">");
    }

    private String format(CellLook look) {
        return "<xf numFmtId=\"%d\" fontId=\"%d\" fillId=\"%d\" borderId=\"%d\" xfId=\"0\" "
                        .formatted(
                                look.text() ? TEXT_FORMAT : 0,
                                number(fonts, font(look)),
                                number(fills, fill(look)),
                                number(borders, border(look)))
                + "applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\""
                + " applyAlignment=\"1\""
                + (look.quoted() ? " quotePrefix=\"1\">" : ">")
                + "<alignment vertical=\"center\" horizontal=\"%s\"%s/></xf>"
                        .formatted(look.across(), look.wrap() ? " wrapText=\"1\"" : "");
    }

    private static int number(List<String> known, String entry) {
        int at = known.indexOf(entry);
        if (at < 0) {
            known.add(entry);
            return known.size() - 1;
        }
        return at;
    }

    private static String font(CellLook look) {
        String colour = look.colour().isEmpty() ? "000000" : look.colour();
        return "<font>"
                + (look.bold() ? "<b/>" : "")
                + "<sz val=\"%d\"/><color rgb=\"FF%s\"/><name val=\"%s\"/><charset val=\"134\"/></font>"
                        .formatted(look.size(), colour, look.font());
    }

    private static String fill(CellLook look) {
        return look.fill().isEmpty()
                ? "<fill><patternFill patternType=\"none\"/></fill>"
                : "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF%s\"/><bgColor indexed=\"64\"/></patternFill></fill>"
                        .formatted(look.fill());
    }

    private static String border(CellLook look) {
        if (look.border().isEmpty()) {
            return "<border><left/><right/><top/><bottom/><diagonal/></border>";
        }
        var sides = new StringBuilder("<border>");
        for (String side : List.of("left", "right", "top", "bottom")) {
            sides.append(
                    "<%s style=\"thin\"><color rgb=\"FF%s\"/></%s>"
                            .formatted(side, look.border(), side));
        }
        return sides.append("<diagonal/></border>").toString();
    }
}
