package zhuhu.workbook.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import zhuhu.record.Section;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.workbook.export.xlsx.SheetOut;

/// Writes one row a record: short key, base, what people call it, then the columns of its sections.
final class RecordSheet {

    /// Columns before those of the sections: `_key`, `_base`, `_label`.
    static final int KEY_COLUMNS = 3;

    private static final int EXACT_DIGITS = 15;
    private static final int LOWEST = 20;
    private static final int LINE = 13;
    private static final int HIGHEST = 124;

    private final SheetOut sheet;
    private final SheetLayout layout;
    private final Looks looks;
    private final CellText text;
    private final SidesNote sides;
    private final List<Double> widths;

    /// `widths` of the layout's columns, in characters.
    RecordSheet(
            SheetOut sheet,
            SheetLayout layout,
            Looks looks,
            CellText text,
            SidesNote sides,
            List<Double> widths) {
        this.sheet = sheet;
        this.layout = layout;
        this.looks = looks;
        this.text = text;
        this.sides = sides;
        this.widths = List.copyOf(widths);
    }

    /// One row. Shape: `section` finds what stands in a band.
    void write(String key, String base, String label, SectionOf section) {
        try {
            sheet.flexibleRow(height(section));
            sheet.text(0, looks.key, key);
            sheet.text(1, looks.hiddenName, text.fitted(base));
            if (label.isEmpty()) {
                sheet.blank(2, looks.name);
            } else {
                sheet.text(2, looks.name, text.fitted(label));
            }
            int column = KEY_COLUMNS;
            for (SheetLayout.Band band : layout.bands()) {
                Section said = section.of(band.section());
                for (BookColumn one : band.columns()) {
                    write(column++, one, said);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// High enough for the longest text, within reason.
    private int height(SectionOf section) {
        int lines = 1;
        int column = 0;
        for (SheetLayout.Band band : layout.bands()) {
            Section said = section.of(band.section());
            for (BookColumn one : band.columns()) {
                double width = widths.get(column++);
                Value value = said.shown().get(one.property()).orElse(Value.EMPTY);
                if (mayWrap(value, width)) {
                    lines = Math.max(lines, TextWidth.lines(text.of(value, one), width));
                }
            }
        }
        return Math.min(LOWEST + (lines - 1) * LINE, HIGHEST);
    }

    private static boolean mayWrap(Value value, double width) {
        return switch (value) {
            case Value.Text(String words) -> 2 * words.length() >= width;
            case Value.Many(List<String> names) -> names.size() > 1;
            case Value.Rows(List<Values> rows) -> !rows.isEmpty();
            case Value.Number _, Value.Empty _ -> false;
        };
    }

    /// Finds the section of the row's record that a band shows.
    interface SectionOf {
        Section of(String band);
    }

    private void write(int column, BookColumn property, Section section) throws IOException {
        Optional<Value> value = section.shown().get(property.property());
        boolean contested = false;
        if (section instanceof Section.Contested both) {
            Optional<String> note = sides.of(both, property);
            note.ifPresent(words -> sheet.note(column, words));
            contested = note.isPresent();
        }
        if (value.isEmpty()) {
            sheet.label(
                    column, contested ? looks.choice.contested() : looks.dash, CellText.NOT_ASKED);
        } else {
            write(column, property, value.get(), contested);
        }
    }

    private void write(int column, BookColumn property, Value value, boolean contested)
            throws IOException {
        if (value instanceof Value.Number(BigDecimal number)
                && number.precision() <= EXACT_DIGITS) {
            Looks.Cell look = looks.number;
            sheet.number(column, contested ? look.contested() : look.usual(), number);
            return;
        }
        Looks.Cell look = property.options().isEmpty() ? looks.text : looks.choice;
        String shown = text.fitted(text.of(value, property));
        if (shown.isEmpty()) {
            sheet.blank(column, contested ? look.contested() : look.usual());
        } else if (CellText.looksLikeFormula(shown)) {
            sheet.text(column, contested ? look.contestedQuoted() : look.quoted(), shown);
        } else if (property.options().isEmpty()) {
            sheet.text(column, contested ? look.contested() : look.usual(), shown);
        } else {
            sheet.label(column, contested ? look.contested() : look.usual(), shown);
        }
    }

    /// The three rows on top: hidden names, bands, labels with the filter.
    void writeTop(String corner, int corneredBy, SheetWords words) throws IOException {
        sheet.hiddenRow();
        List<String> names = new ArrayList<>(List.of("_key", "_base", "_label"));
        layout.columns().forEach(c -> names.add(c.name()));
        for (int i = 0; i < names.size(); i++) {
            sheet.text(i, looks.hiddenName, names.get(i));
        }
        sheet.row(30);
        sheet.label(0, corneredBy, corner);
        sheet.blank(1, corneredBy);
        sheet.blank(2, corneredBy);
        sheet.merge(0, 2);
        writeBands();
        sheet.row(30);
        sheet.label(0, looks.head, words.key());
        sheet.label(1, looks.head, words.base());
        sheet.label(2, looks.head, words.label());
        writeLabels();
        sheet.filterHere(names.size());
    }

    /// The labels of the three key columns.
    record SheetWords(String key, String base, String label) {}

    private void writeBands() throws IOException {
        int column = KEY_COLUMNS;
        for (int i = 0; i < layout.bands().size(); i++) {
            SheetLayout.Band band = layout.bands().get(i);
            int last = column + band.columns().size() - 1;
            sheet.merge(column, last);
            sheet.label(column++, looks.band(i), band.label());
            while (column <= last) {
                sheet.blank(column++, looks.band(i));
            }
        }
    }

    private void writeLabels() throws IOException {
        int column = KEY_COLUMNS;
        for (int i = 0; i < layout.bands().size(); i++) {
            for (BookColumn one : layout.bands().get(i).columns()) {
                sheet.label(column++, looks.heads(i), one.label());
            }
        }
    }
}
