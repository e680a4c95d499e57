package zhuhu.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.pack.Query;
import zhuhu.pack.Tables;

/// Queries of packs, on a connection of their own that can change nothing that lasts: no other file
/// can be attached, texts and answers are bounded, and time runs out. One thread at a time.
final class QueryTables implements Tables {

    private static final int MOST_ROWS = 20_000;
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int STEPS_BETWEEN_LOOKS = 20_000;

    private final Connection connection;
    private final Duration patience;
    private final AtomicLong deadline = new AtomicLong(Long.MAX_VALUE);

    /// Takes the connection over.
    QueryTables(Connection connection, Duration patience) {
        this.connection = connection;
        this.patience = patience;
        try {
            fence();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void fence() throws SQLException {
        try (var statement = connection.createStatement()) {
            // Reason: what is kept for a while must never reach the disk in plain writing.
            statement.execute("PRAGMA temp_store = MEMORY");
        }
        var database = ((SQLiteConnection) connection).getDatabase();
        limit(database, SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
        limit(database, SQLiteLimits.SQLITE_LIMIT_LENGTH, LONGEST_TEXT);
        limit(database, SQLiteLimits.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200);
        limit(database, SQLiteLimits.SQLITE_LIMIT_EXPR_DEPTH, 300);
        limit(database, SQLiteLimits.SQLITE_LIMIT_COMPOUND_SELECT, 60);
        ProgressHandler.setHandler(
                connection,
                STEPS_BETWEEN_LOOKS,
                new ProgressHandler() {
                    @Override
                    protected int progress() {
                        return System.nanoTime() > deadline.get() ? 1 : 0;
                    }
                });
    }

    private static void limit(org.sqlite.core.DB database, SQLiteLimits limit, int value)
            throws SQLException {
        database.limit(limit.getId(), value);
    }

    /// Something that a query brings.
    private interface Work<T> {
        T run() throws SQLException;
    }

    @Override
    public Outcome<Rows> ask(Query query) {
        return inTime(() -> {
            try (PreparedStatement statement = connection.prepareStatement(query.sql());
                    ResultSet answer = statement.executeQuery()) {
                return rows(answer);
            }
        });
    }

    private static Rows rows(ResultSet answer) throws SQLException {
        var rows = new ArrayList<Map<String, String>>();
        while (answer.next()) {
            if (rows.size() == MOST_ROWS) {
                return new Rows(rows, true);
            }
            rows.add(Reading.texts(answer));
        }
        return new Rows(rows, false);
    }

    @Override
    public Outcome<Long> keep(String name, Query query) {
        return inTime(() -> {
            execute("DROP TABLE IF EXISTS temp.\"%s\"".formatted(name));
            execute("CREATE TEMP TABLE \"%s\" AS %s".formatted(name, query.sql()));
            if (hasColumn(name, "household")) {
                execute(
                        "CREATE INDEX temp.\"%s_household\" ON \"%s\" (household)"
                                .formatted(name, name));
            }
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT count(*) FROM \"" + name + "\"")) {
                return rows.getLong(1);
            }
        });
    }

    private boolean hasColumn(String table, String column) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM pragma_table_info(?) WHERE name = ?")) {
            Database.bind(statement, table, column);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    @Override
    public void give(String name, List<String> columns, List<List<Object>> rows) {
        try {
            execute("DROP TABLE IF EXISTS temp.\"%s\"".formatted(name));
            execute("CREATE TEMP TABLE \"%s\" (%s)".formatted(name, String.join(", ", columns)));
            String marks = String.join(", ", columns.stream().map(_ -> "?").toList());
            try (PreparedStatement insert =
                    connection.prepareStatement(
                            "INSERT INTO \"%s\" VALUES (%s)".formatted(name, marks))) {
                for (List<Object> row : rows) {
                    Database.bind(insert, row.toArray());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private <T> Outcome<T> inTime(Work<T> work) {
        deadline.set(System.nanoTime() + patience.toNanos());
        try {
            return Outcome.done(work.run());
        } catch (SQLException e) {
            boolean late = System.nanoTime() > deadline.get();
            return Outcome.failed(
                    late
                            ? new Problem(
                                    "checkLate",
                                    "checkLate",
                                    List.of("" + patience.toSeconds()),
                                    null)
                            : new Problem(
                                    "checkBroken",
                                    "checkBroken",
                                    List.of(String.valueOf(e.getMessage())),
                                    null));
        } finally {
            deadline.set(Long.MAX_VALUE);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
