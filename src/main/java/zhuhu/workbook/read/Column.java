package zhuhu.workbook.read;

import java.util.Optional;
import zhuhu.workbook.export.BookColumn;
import zhuhu.workbook.roster.Options;

/// A column of a record sheet that is read. Shape: `index` from 0, wherever it stands now; `label`
/// with its section's, for people; `options` where the property has choices. One thread.
record Column(int index, BookColumn book, String label, Access access, Optional<Options> options) {

    /// What may be done with its cells.
    enum Access {
        /// A change is taken.
        OPEN,
        /// A change would make the row speak of somebody else.
        IDENTITY,
        READ_ONLY,
        CALCULATED
    }

    String section() {
        return book.section();
    }

    String property() {
        return book.property();
    }
}
