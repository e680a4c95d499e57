package zhuhu.workbook.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The sheets of a file that was opened once; each can be read as often as wished, in any order.
/// Close it when done. One thread.
public interface Sheets extends Closeable {

    /// A sheet. Shape: `hidden` however deep it is hidden.
    record Name(String name, boolean hidden) {}

    /// What is wanted of a sheet besides its cells.
    enum Look {
        /// Cells as they stand.
        PLAIN,
        /// The text of a merged range is lent to all cells that it covers, and a formula without a
        /// value is told from a blank cell.
        LENT
    }

    /// In the file's order.
    List<Name> names();

    /// Hands over the rows from top to bottom, blank ones left out, until `rows` says no. Throws
    /// where the file is damaged there, or hostile.
    void read(Name sheet, Look look, Predicate<SheetRow> rows) throws IOException;

    /// The sheet of that name, whatever its case.
    default Optional<Name> find(String name) {
        return names().stream().filter(n -> n.name().equalsIgnoreCase(name)).findFirst();
    }
}
