package zhuhu.workbook.sheet;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Makes rows of the XML of one sheet. One thread; made for one walk.
final class XlsxSheet implements Xml.Tags {

    private static final int MOST_COLUMNS = 1_024;

    private final List<Cell> strings;
    private final BitSet dates;
    private final boolean from1904;
    private final Merges merges;
    private final RowSink sink;
    private final CellCache cache = new CellCache();
    private final StringBuilder text = new StringBuilder();

    private Cell[] cells = new Cell[64];
    private int width;
    private int row = -1;
    private boolean hidden;
    private int column = -1;
    private @Nullable String type;
    private int style;
    private boolean formula;
    private boolean collecting;
    private int phonetic;
    private boolean valued;
    private boolean blankFormulas;

    XlsxSheet(List<Cell> strings, BitSet dates, boolean from1904, Merges merges, RowSink sink) {
        this.strings = strings;
        this.dates = dates;
        this.from1904 = from1904;
        this.merges = merges;
        this.sink = sink;
        Arrays.fill(cells, Cell.BLANK);
    }

    /// The same walk, which hands over formulas that have no value.
    XlsxSheet tellingBlankFormulas() {
        blankFormulas = true;
        return this;
    }

    @Override
    public boolean start(String name, XMLStreamReader at) {
        switch (name) {
            case "row" -> startRow(at);
            case "c" -> startCell(at);
            // Reason: POI writes a new text into `v` of an inline text, and leaves the old one
            // there.
            case "v" -> {
                text.setLength(0);
                collecting = true;
                valued = true;
            }
            case "t" -> collecting = phonetic == 0 && isInline() && !valued;
            case "f" -> formula = true;
            case "rPh" -> phonetic++;
            default -> {}
        }
        return true;
    }

    @Override
    public void text(XMLStreamReader at) {
        if (collecting) {
            text.append(at.getTextCharacters(), at.getTextStart(), at.getTextLength());
        }
    }

    @Override
    public boolean end(String name) {
        switch (name) {
            case "c" -> endCell();
            case "v", "t" -> collecting = false;
            case "rPh" -> phonetic--;
            case "row" -> {
                return endRow();
            }
            case "sheetData" -> {
                return false;
            }
            default -> {}
        }
        return true;
    }

    private void startRow(XMLStreamReader at) {
        int number = XlsxParts.number(Xml.attribute(at, "r"));
        row = number > 0 ? number - 1 : row + 1;
        hidden = Xml.isSet(Xml.attribute(at, "hidden")) || "0".equals(Xml.attribute(at, "ht"));
        width = 0;
        column = -1;
    }

    private boolean endRow() {
        if (width == 0) {
            return true;
        }
        Cell[] full = Arrays.copyOf(cells, width);
        Arrays.fill(cells, 0, width, Cell.BLANK);
        return sink.row(merges.fill(row, hidden, full));
    }

    private void startCell(XMLStreamReader at) {
        column++;
        type = null;
        style = 0;
        formula = false;
        valued = false;
        text.setLength(0);
        for (int i = 0; i < at.getAttributeCount(); i++) {
            switch (at.getAttributeLocalName(i)) {
                case "r" -> column = columnOf(at.getAttributeValue(i), column);
                case "t" -> type = at.getAttributeValue(i);
                case "s" -> style = XlsxParts.number(at.getAttributeValue(i));
                default -> {}
            }
        }
    }

    private boolean isInline() {
        return "inlineStr".equals(type);
    }

    private static int columnOf(String reference, int otherwise) {
        int column = 0;
        for (int i = 0; i < reference.length(); i++) {
            char c = reference.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + c - 'A' + 1;
        }
        return column == 0 ? otherwise : column - 1;
    }

    private void endCell() {
        boolean told = formula && blankFormulas;
        if (text.isEmpty() && !told || column < 0 || column >= MOST_COLUMNS) {
            return;
        }
        Cell cell = cell();
        if (cell.isBlank()) {
            if (!told) {
                return;
            }
            cell = Cell.BLANK_FORMULA;
        }
        if (column >= cells.length) {
            int old = cells.length;
            cells = Arrays.copyOf(cells, Math.max(column + 1, old * 2));
            Arrays.fill(cells, old, cells.length, Cell.BLANK);
        }
        cells[column] = cell;
        width = Math.max(width, column + 1);
    }

    private Cell cell() {
        String raw = text.toString();
        return switch (type) {
            case "s" -> shared(raw);
            case "inlineStr", "str" ->
                    formula
                            ? Cell.of(Cell.Kind.TEXT, Escapes.decoded(raw), true)
                            : cache.text(Escapes.decoded(raw));
            case "b" -> Cell.of(Cell.Kind.LOGICAL, raw, formula);
            case "e" -> Cell.of(Cell.Kind.ERROR, raw, formula);
            case "d" ->
                    Cell.of(
                            Cell.Kind.DATE,
                            raw.length() > 10 ? raw.substring(0, 10) : raw,
                            formula);
            case null, default ->
                    dates.get(style)
                            ? Cell.of(Cell.Kind.DATE, Numbers.date(raw, from1904), formula)
                            : Cell.of(Cell.Kind.NUMBER, Numbers.plain(raw), formula);
        };
    }

    private Cell shared(String raw) {
        int index = XlsxParts.number(raw);
        return index >= 0 && index < strings.size() ? strings.get(index) : Cell.BLANK;
    }
}
