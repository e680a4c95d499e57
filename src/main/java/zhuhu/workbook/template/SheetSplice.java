package zhuhu.workbook.template;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import zhuhu.base.Place;

/// Puts the rows of a list into a sheet's XML as it streams by: what stands before and after is
/// written as it was. One use; one thread.
final class SheetSplice {

    private static final Pattern DATA = Pattern.compile("<((?:\\w+:)?)sheetData\\s*(/?)>");
    private static final Pattern ROW =
            Pattern.compile("<(?:\\w+:)?row(?=\\s)[^>]*?\\sr=\"(\\d+)\"");
    private static final java.time.LocalDate EPOCH = java.time.LocalDate.of(1899, 12, 30);
    private static final int FLUSH = 1 << 16;

    /// Elements of a sheet that stand before its merged cells.
    private static final List<String> BEFORE_MERGES =
            List.of(
                    "customSheetViews",
                    "dataConsolidate",
                    "sortState",
                    "autoFilter",
                    "scenarios",
                    "protectedRanges",
                    "sheetProtection",
                    "sheetCalcPr",
                    "sheetData");

    private final SheetFill fill;
    private final RowMould mould;
    private final OutputStream out;
    private final StringBuilder text = new StringBuilder();
    private final List<String> merges = new ArrayList<>();
    private String prefix = "";
    private int row;

    SheetSplice(SheetFill fill, RowMould mould, OutputStream out) {
        this.fill = fill;
        this.mould = mould;
        this.out = out;
        this.row = fill.sheet().dataFirst();
    }

    void run(String xml) throws IOException {
        Matcher data = DATA.matcher(xml);
        if (!data.find()) {
            throw new IOException("No sheetData");
        }
        prefix = data.group(1);
        boolean empty = !data.group(2).isEmpty();
        text.append(xml, 0, data.start()).append('<').append(prefix).append("sheetData>");
        String close = "</" + prefix + "sheetData>";
        int from = data.end();
        int end = empty ? from : xml.indexOf(close, from);
        int cut = end;
        Matcher rows = ROW.matcher(xml).region(from, end);
        while (rows.find() && cut == end) {
            // Reason: all rows of the list itself were taken out before.
            if (Integer.parseInt(rows.group(1)) > fill.sheet().dataFirst()) {
                cut = rows.start();
            }
        }
        text.append(xml, from, cut);
        list();
        text.append(xml, cut, end).append(close);
        text.append(withMerges(empty ? xml.substring(from) : xml.substring(end + close.length())));
        flush();
    }

    private void list() throws IOException {
        fill.list().each(this::group);
        // Reason: a form that has more lines than there is to say keeps them.
        int last = fill.sheet().dataFirst() + fill.sheet().dataRows();
        while (row < last) {
            row(Map.of());
        }
    }

    private void group(List<Map<Integer, CellValue>> rows) throws IOException {
        if (rows.size() > 1) {
            for (int column : fill.sheet().merged()) {
                String letters = Place.letters(column);
                merges.add(letters + (row + 1) + ":" + letters + (row + rows.size()));
            }
        }
        for (Map<Integer, CellValue> each : rows) {
            row(each);
        }
    }

    private void row(Map<Integer, CellValue> values) throws IOException {
        int down = row - fill.sheet().dataFirst();
        row++;
        text.append('<').append(prefix).append("row r=\"").append(row).append('"');
        text.append(mould.height()).append('>');
        for (RowMould.Spot spot : mould.spots()) {
            String formula = mould.formula(spot.column(), down);
            CellValue value = values.getOrDefault(spot.column(), CellValue.BLANK);
            if (formula != null && value instanceof CellValue.Blank) {
                open(spot, spot.general()).append("><").append(prefix).append("f>");
                escape(formula);
                text.append("</").append(prefix).append("f></").append(prefix).append("c>");
            } else {
                cell(spot, value);
            }
        }
        text.append("</").append(prefix).append("row>");
        if (text.length() > FLUSH) {
            flush();
        }
    }

    private StringBuilder open(RowMould.Spot spot, int style) {
        return text.append('<')
                .append(prefix)
                .append("c r=\"")
                .append(Place.letters(spot.column()))
                .append(row)
                .append("\" s=\"")
                .append(style)
                .append('"');
    }

    private void cell(RowMould.Spot spot, CellValue value) {
        switch (value) {
            case CellValue.Blank() -> open(spot, spot.general()).append("/>");
            case CellValue.Figure(BigDecimal number) -> number(spot, number.toPlainString());
            case CellValue.Day(var date) when spot.isDate() ->
                    number(spot, Long.toString(ChronoUnit.DAYS.between(EPOCH, date)));
            case CellValue.Day(var date) -> words(spot, date.toString());
            case CellValue.Words(String words) -> words(spot, words);
        }
    }

    private void number(RowMould.Spot spot, String number) {
        open(spot, spot.general()).append("><").append(prefix).append("v>").append(number);
        text.append("</").append(prefix).append("v></").append(prefix).append("c>");
    }

    private void words(RowMould.Spot spot, String words) {
        open(spot, spot.text()).append(" t=\"inlineStr\"><").append(prefix).append("is><");
        text.append(prefix).append("t xml:space=\"preserve\">");
        escape(words.length() > 32_767 ? words.substring(0, 32_767) : words);
        text.append("</").append(prefix).append("t></").append(prefix).append("is></");
        text.append(prefix).append("c>");
    }

    private void escape(String words) {
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '\t', '\n' -> text.append(c);
                default -> {
                    // Reason: XML has no place for other control characters.
                    if (c >= ' ' && c != 0xFFFE && c != 0xFFFF) {
                        text.append(c);
                    }
                }
            }
        }
    }

    private String withMerges(String rest) {
        if (merges.isEmpty()) {
            return rest;
        }
        var cells = new StringBuilder();
        merges.forEach(m ->
                cells.append('<')
                        .append(prefix)
                        .append("mergeCell ref=\"")
                        .append(m)
                        .append("\"/>"));
        String close = "</" + prefix + "mergeCells>";
        int known = rest.indexOf(close);
        if (known >= 0) {
            // Reason: a count that no longer fits is an error to some readers; none is to nobody.
            return (rest.substring(0, known) + cells + rest.substring(known))
                    .replaceFirst("(mergeCells) count=\"\\d+\"", "$1");
        }
        String all = "<" + prefix + "mergeCells>" + cells + close;
        int at = 0;
        for (String before : BEFORE_MERGES) {
            Matcher element =
                    Pattern.compile("</%1$s%2$s>|<%1$s%2$s(\\s[^>]*)?/>".formatted(prefix, before))
                            .matcher(rest);
            while (element.find()) {
                at = Math.max(at, element.end());
            }
        }
        return rest.substring(0, at) + all + rest.substring(at);
    }

    private void flush() throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }
}
