package zhuhu.form.compile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.form.FormSheets.Sheet;
import zhuhu.form.xpath.References;

/// Reads one sheet's rows under its headers. One use; one thread.
final class SheetReader {

    private final Sheet sheet;
    private final Headers headers;
    private final String standard;
    private final Refusals refusals;
    private final Map<Integer, Column> columns = new LinkedHashMap<>();
    private final Map<Integer, String> others = new LinkedHashMap<>();
    private final Map<Integer, String> spoken = new LinkedHashMap<>();
    private final Set<String> languages = new LinkedHashSet<>();
    private final Set<Column> plain = EnumSet.noneOf(Column.class);
    private boolean isTwofold;
    private final Set<Column> translated = EnumSet.noneOf(Column.class);

    private SheetReader(Sheet sheet, Headers headers, String standard, Refusals refusals) {
        this.sheet = sheet;
        this.headers = headers;
        this.standard = standard;
        this.refusals = refusals;
    }

    /// Shape: `languages` of columns with content, in column order; a translatable column without
    /// one counts as `standard`; `isTwofold` if some column stands both with a language and
    /// without.
    record Content(List<Row> rows, Set<String> languages, boolean isTwofold) {}

    static Content read(Sheet sheet, Headers headers, String standard, Refusals refusals) {
        var reader = new SheetReader(sheet, headers, standard, refusals);
        reader.readHeaders();
        return new Content(reader.readRows(), reader.languages, reader.isTwofold);
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
            String language = meaning.language().isEmpty() ? standard : meaning.language();
            boolean isTwice =
                    columns.entrySet().stream()
                            .filter(c -> c.getValue() == column.get())
                            .anyMatch(c -> language.equals(spoken.get(c.getKey())));
            if (isTwice) {
                refusals.add(Problem.of("formColumnTwice", header), place);
            }
            columns.put(index, column.get());
            spoken.put(index, language);
            (meaning.language().isEmpty() ? plain : translated).add(column.get());
            isTwofold |= plain.contains(column.get()) && translated.contains(column.get());
            if (column.get().isTranslatable() && content.isPresent()) {
                languages.add(language);
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
            var words = new EnumMap<Column, Map<String, Cell>>(Column.class);
            columns.forEach((at, column) -> cell(row, at).ifPresent(c -> put(at, c, known, words)));
            others.forEach((at, name) -> cell(row, at).ifPresent(c -> other.put(name, c)));
            if (!known.isEmpty() || !other.isEmpty()) {
                rows.add(new Row(sheet.name(), row + 1, known, other, indexes, words));
            }
        }
        return rows;
    }

    /// The standard language's cell is the known one; without it the first.
    private void put(
            int at, Cell cell, Map<Column, Cell> known, Map<Column, Map<String, Cell>> words) {
        Column column = columns.getOrDefault(at, Column.NAME);
        String language = spoken.getOrDefault(at, standard);
        if (language.equals(standard)) {
            known.put(column, cell);
        } else {
            known.putIfAbsent(column, cell);
        }
        if (translated.contains(column)) {
            words.computeIfAbsent(column, _ -> new LinkedHashMap<>()).put(language, cell);
        }
    }

    private Optional<Cell> cell(int row, int column) {
        String text = text(row, column);
        return text.isBlank()
                ? Optional.empty()
                : Optional.of(new Cell(text, Place.cell(sheet.name(), row + 1, column)));
    }
}
