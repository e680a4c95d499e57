package zhuhu.form.compile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.form.FormSheets.Sheet;
import zhuhu.form.xpath.References;

/// Reads one sheet's rows under its headers. One use; one thread.
final class SheetReader {

    private final Sheet sheet;
    private final Headers headers;
    private final Refusals refusals;
    private final Map<Integer, Column> columns = new LinkedHashMap<>();
    private final Map<Integer, String> others = new LinkedHashMap<>();
    private final Set<String> languages = new TreeSet<>();

    private SheetReader(Sheet sheet, Headers headers, Refusals refusals) {
        this.sheet = sheet;
        this.headers = headers;
        this.refusals = refusals;
    }

    /// Shape: `languages` that headers name; a translatable column without one counts as "".
    record Content(List<Row> rows, Set<String> languages) {}

    static Content read(Sheet sheet, Headers headers, Refusals refusals) {
        var reader = new SheetReader(sheet, headers, refusals);
        reader.readHeaders();
        return new Content(reader.readRows(), reader.languages);
    }

    private void readHeaders() {
        List<String> header = sheet.rows().isEmpty() ? List.of() : sheet.rows().getFirst();
        int width = sheet.rows().stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < width; i++) {
            readHeader(i, i < header.size() ? header.get(i).strip() : "");
        }
    }

    private void readHeader(int index, String header) {
        Optional<Integer> content = firstContent(index);
        if (header.isEmpty()) {
            content.ifPresent(row ->
                    refusals.add(Problem.of("formNoHeader"), Place.cell(sheet.name(), row, index)));
            return;
        }
        Headers.Meaning meaning = headers.meaning(header);
        Optional<Column> column = meaning.column();
        Place place = Place.cell(sheet.name(), 1, index);
        if (column.isPresent()) {
            boolean isTwice = columns.containsValue(column.get());
            boolean isTranslation = isTwice && column.get().isTranslatable();
            if (isTwice && !(isTranslation && !meaning.language().isEmpty())) {
                refusals.add(Problem.of("formColumnTwice", header), place);
            }
            columns.put(index, column.get());
            if (column.get().isTranslatable() && content.isPresent()) {
                languages.add(meaning.language());
            }
        } else if (content.isPresent()) {
            otherHeader(index, header, meaning.isLater(), place);
        }
    }

    private void otherHeader(int index, String header, boolean isLater, Place place) {
        if (isLater) {
            refusals.add(Problem.of("formColumnLater", header), place);
        } else if (!headers.takesOthers()) {
            refusals.add(Problem.of("formColumnUnknown", header), place);
        } else if (!References.isName(header)) {
            refusals.add(Problem.of("formColumnName", header), place);
        } else if (others.containsValue(header)) {
            refusals.add(Problem.of("formColumnTwice", header), place);
        } else {
            others.put(index, header);
        }
    }

    private Optional<Integer> firstContent(int index) {
        for (int row = 1; row < sheet.rows().size(); row++) {
            if (!text(row, index).isBlank()) {
                return Optional.of(row + 1);
            }
        }
        return Optional.empty();
    }

    private String text(int row, int column) {
        List<String> cells = sheet.rows().get(row);
        return column < cells.size() ? cells.get(column) : "";
    }

    private List<Row> readRows() {
        var indexes = new EnumMap<Column, Integer>(Column.class);
        columns.forEach((at, column) -> indexes.putIfAbsent(column, at));
        var rows = new ArrayList<Row>();
        for (int i = 1; i < sheet.rows().size(); i++) {
            int row = i;
            var known = new EnumMap<Column, Cell>(Column.class);
            var other = new LinkedHashMap<String, Cell>();
            columns.forEach(
                    (at, column) -> cell(row, at).ifPresent(c -> known.putIfAbsent(column, c)));
            others.forEach((at, name) -> cell(row, at).ifPresent(c -> other.put(name, c)));
            if (!known.isEmpty() || !other.isEmpty()) {
                rows.add(new Row(sheet.name(), row + 1, known, other, indexes));
            }
        }
        return rows;
    }

    private Optional<Cell> cell(int row, int column) {
        String text = text(row, column);
        return text.isBlank()
                ? Optional.empty()
                : Optional.of(new Cell(text, Place.cell(sheet.name(), row + 1, column)));
    }
}
