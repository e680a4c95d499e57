package zhuhu.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows for one table, written many at a time, beside the thread that makes them.
final class Batch {

    private static final int ROWS = 2000;

    private final Database database;
    private final String sql;
    private List<@Nullable Object[]> waiting = new ArrayList<>();

    Batch(Database database, String sql) {
        this.database = database;
        this.sql = sql;
    }

    void add(@Nullable Object... values) {
        waiting.add(values);
        if (waiting.size() >= ROWS) {
            flush();
        }
    }

    /// Hands the rows over; whoever asks the database anything afterwards finds them written.
    void flush() {
        if (!waiting.isEmpty()) {
            database.writeLater(sql, waiting);
            waiting = new ArrayList<>();
        }
    }
}
