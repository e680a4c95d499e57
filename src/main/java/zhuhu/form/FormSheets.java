package zhuhu.form;

import java.util.List;
import java.util.Optional;

/// The cells of an XLSForm as they stand, wherever they were read from. Shape: `file` for messages;
/// sheets in file order.
public record FormSheets(String file, List<Sheet> sheets) {

    public FormSheets {
        sheets = List.copyOf(sheets);
    }

    /// One sheet. Shape: `rows.get(0)` is Excel's row 1; cells are text, "" where blank; rows may
    /// be ragged.
    public record Sheet(String name, List<List<String>> rows) {
        public Sheet {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    public Optional<Sheet> sheet(String name) {
        return sheets.stream().filter(s -> s.name().equals(name)).findFirst();
    }
}
