package zhuhu.screen.visit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import zhuhu.form.ScreenView.Item;
import zhuhu.form.ScreenView.Item.Asked;
import zhuhu.form.ScreenView.Item.Note;
import zhuhu.form.ScreenView.Row;

/// A repeat as a table: a row a member, a column a question, columns in bands by section. Rows ask
/// different questions; a column is there if any row asks it. Pure.
record Columns(List<Band> bands, List<Line> lines) {

    /// A sheet this narrow takes the next section too, even where that one then scrolls.
    private static final int SMALL_EMS = 12;

    Columns {
        bands = List.copyOf(bands);
        lines = List.copyOf(lines);
    }

    /// A section's columns; `label` "" for questions that stand before any heading.
    record Band(String name, String label, List<Column> columns) {
        Band {
            columns = List.copyOf(columns);
        }
    }

    /// A question's name; the label and number are those of the first row that asks it.
    record Column(String name, Asked first) {}

    /// A row's questions by name; what is not in it is not asked of this row. `notes` is what the
    /// form remarks of this row.
    record Line(Row row, Map<String, Asked> cells, List<Note> notes) {
        Line {
            cells = Map.copyOf(cells);
            notes = List.copyOf(notes);
        }

        Optional<Asked> cell(Column column) {
            return Optional.ofNullable(cells.get(column.name()));
        }
    }

    /// Sections that are shown together; `name` is the first one's.
    record Sheet(String name, String label, List<Band> bands) {
        Sheet {
            bands = List.copyOf(bands);
        }
    }

    /// The sections in order, as many to a sheet as stand beside each other in `roomEms`.
    List<Sheet> sheets(int roomEms) {
        var sheets = new ArrayList<Sheet>();
        var together = new ArrayList<Band>();
        int used = 0;
        for (Band band : bands) {
            int width = ems(band);
            if (!together.isEmpty() && used + width > roomEms && used > SMALL_EMS) {
                sheets.add(sheet(together));
                together.clear();
                used = 0;
            }
            together.add(band);
            used += width;
        }
        if (!together.isEmpty()) {
            sheets.add(sheet(together));
        }
        return sheets;
    }

    private static int ems(Band band) {
        return band.columns().stream().mapToInt(c -> Widths.ems(c.first().question())).sum();
    }

    private static Sheet sheet(List<Band> bands) {
        String label =
                bands.stream()
                        .map(Band::label)
                        .filter(l -> !l.isEmpty())
                        .collect(Collectors.joining(" · "));
        return new Sheet(bands.getFirst().name(), label, bands);
    }

    static Columns of(List<Row> rows) {
        var labels = new LinkedHashMap<String, String>();
        var columns = new LinkedHashMap<String, List<Column>>();
        var lines = new ArrayList<Line>();
        for (Row row : rows) {
            var cells = new HashMap<String, Asked>();
            var notes = new ArrayList<Note>();
            String band = "";
            String before = "";
            for (Item item : row.items()) {
                switch (item) {
                    case Item.Heading(String name, String label) -> {
                        band = name;
                        before = "";
                        labels.putIfAbsent(name, label);
                    }
                    case Asked asked -> {
                        String name = asked.question().name();
                        cells.put(name, asked);
                        place(columns.computeIfAbsent(band, _ -> new ArrayList<>()), asked, before);
                        before = name;
                    }
                    case Note note -> notes.add(note);
                    case Item.Table _ -> {}
                }
            }
            lines.add(new Line(row, cells, notes));
        }
        return new Columns(bands(labels, columns), lines);
    }

    /// Puts a column that is not there yet behind the one that precedes it in this row.
    private static void place(List<Column> columns, Asked asked, String before) {
        String name = asked.question().name();
        int after = -1;
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return;
            }
            if (columns.get(i).name().equals(before)) {
                after = i;
            }
        }
        columns.add(after + 1, new Column(name, asked));
    }

    private static List<Band> bands(Map<String, String> labels, Map<String, List<Column>> columns) {
        return columns.entrySet().stream()
                .map(e -> new Band(e.getKey(), labels.getOrDefault(e.getKey(), ""), e.getValue()))
                .toList();
    }
}
