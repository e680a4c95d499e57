package zhuhu.workbook.read;

import java.util.Optional;

/// A change that is not taken by itself: a person decides, or cannot but type it again. Shape:
/// `edit` holds that one change as it would be taken; empty where the cell cannot be a value, and
/// then `change` says what stands there.
public record Held(Reason reason, CellChange change, Optional<Edit> edit) {

    /// Why it is held.
    public enum Reason {
        /// Name, number, household or village: the row would speak of somebody else.
        IDENTITY,
        /// Rows of one record that say different things.
        ROWS_DIFFER,
        /// More than a fifth of the column's rows, and more than ten, changed.
        MANY_IN_COLUMN,
        /// The column's values are the old ones in another order: sorted alone.
        COLUMN_MOVED,
        /// The cell is for reading only (rows within an answer, notes, what the program fills in).
        READ_ONLY,
        /// The program works this figure out.
        CALCULATED,
        /// `—` over an answer: what was asked cannot become not asked.
        UNASKED,
        /// What stands there cannot be a value of this kind.
        UNREADABLE,
        /// A long number that became a rounded figure; the known one stands.
        ROUNDED,
        /// A text of which only the beginning fits into a cell was changed.
        CUT
    }
}
