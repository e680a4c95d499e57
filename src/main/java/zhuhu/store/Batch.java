package zhuhu.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Rows for one table, written many at a time.
final class Batch {

    private static final int ROWS = 2000;

    private final Database database;
    private final String sql;
    private int waiting;

    Batch(Database database, String sql) {
        this.database = database;
        this.sql = sql;
    }

    void add(@Nullable Object... values) {
        try {
            PreparedStatement statement = database.kept(sql);
            Database.bind(statement, values);
            statement.addBatch();
        } catch (SQLException e) {
            throw database.failure(e);
        }
        waiting++;
        if (waiting >= ROWS) {
            flush();
        }
    }

    void flush() {
        if (waiting == 0) {
            return;
        }
        waiting = 0;
        database.sql(() -> database.kept(sql).executeBatch());
    }
}
