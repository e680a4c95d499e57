package zhuhu.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;
import org.sqlite.mc.SQLiteMCSqlCipherConfig;
import zhuhu.base.Problem;

/// The connection to one encrypted file, with words for its failures. One thread at a time.
final class Database implements AutoCloseable {

    /// Bytes of a page, and of the steps in which the file grows.
    static final int PAGE = 4096;

    /// How long one query of a pack may run over a whole file.
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path file;
    private final Connection connection;
    private final Map<String, PreparedStatement> kept = new HashMap<>();
    private final WriteBehind behind = new WriteBehind();

    private Database(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    /// Reads a row of a result.
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Takes a row of a result.
    interface Sink {
        void row(ResultSet row) throws SQLException;
    }

    /// Something that talks to the file.
    interface Work<T> {
        T run() throws SQLException;
    }

    /// Throws what the driver throws: NOTADB for a wrong key or a damaged first page, CORRUPT for
    /// other damage.
    static Database open(Path file, Passphrase passphrase) throws SQLException {
        Properties properties =
                SQLiteMCSqlCipherConfig.getV4Defaults()
                        .withKey(passphrase.text())
                        .build()
                        .toProperties();
        properties.setProperty("transaction_mode", "IMMEDIATE");
        var database = new Database(file, JDBC.createConnection("jdbc:sqlite:" + file, properties));
        try {
            database.prepare();
        } catch (SQLException e) {
            database.close();
            throw e;
        }
        return database;
    }

    /// A second connection that can only read, for queries of packs.
    static QueryTables readOnly(Path file, Passphrase passphrase) {
        Properties properties =
                SQLiteMCSqlCipherConfig.getV4Defaults()
                        .withKey(passphrase.text())
                        .build()
                        .toProperties();
        properties.setProperty("open_mode", Integer.toString(SQLiteOpenMode.READONLY.flag));
        try {
            return new QueryTables(
                    JDBC.createConnection("jdbc:sqlite:" + file, properties), PATIENCE);
        } catch (SQLException e) {
            throw new StoreException(problem(file, e), e);
        }
    }

    private void prepare() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = FULL");
            // Reason: sorting must never write plain rows into the system's temporary folder.
            statement.execute("PRAGMA temp_store = MEMORY");
            // Reason: every page that is read again is decrypted again, so keep 256 MiB of them, if
            // there are that many.
            statement.execute("PRAGMA cache_size = -262144");
            try (var rows = statement.executeQuery("SELECT count(*) FROM sqlite_master")) {
                rows.next();
            }
        }
    }

    <T> T sql(Work<T> work) {
        try {
            behind.await();
            return work.run();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    StoreException failure(SQLException e) {
        return new StoreException(problem(file, e), e);
    }

    /// What an error of the driver means to the person at the keyboard.
    static Problem problem(Path file, SQLException e) {
        int code = e.getErrorCode() & 0xFF;
        String name = String.valueOf(file.getFileName());
        if (code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return Problem.of("storeWrongPassphrase", name);
        }
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return Problem.of("storeDamaged", name);
        }
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return Problem.of("storeFull", name);
        }
        if (code == SQLiteErrorCode.SQLITE_READONLY.code) {
            return Problem.of("storeReadOnly", name, file.toAbsolutePath().getParent());
        }
        if (code == SQLiteErrorCode.SQLITE_IOERR.code
                || code == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
            return Problem.of("storeNoMedium", name, e.getMessage());
        }
        return Problem.of("storeFailed", name, e.getMessage());
    }

    /// A kept statement; whoever takes it finishes with its result before taking it again.
    PreparedStatement kept(String sql) throws SQLException {
        PreparedStatement known = kept.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            kept.put(sql, known);
        }
        return known;
    }

    void run(String sql, @Nullable Object... values) {
        sql(() -> {
            PreparedStatement statement = kept(sql);
            bind(statement, values);
            return statement.executeUpdate();
        });
    }

    /// Rows of one statement, written on a thread of their own; what goes wrong is thrown to
    /// whoever comes next, at the latest when the transaction ends.
    void writeLater(String sql, List<@Nullable Object[]> rows) {
        try {
            behind.later(() -> {
                PreparedStatement statement = kept(sql);
                for (@Nullable Object[] row : rows) {
                    bind(statement, row);
                    statement.addBatch();
                }
                statement.executeBatch();
            });
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// A statement that is used once: tables made and dropped, pragmas.
    void execute(String sql) {
        sql(() -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    <T> Optional<T> first(String sql, Reader<T> reader, @Nullable Object... values) {
        return sql(() -> {
            PreparedStatement statement = kept(sql);
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(reader.read(rows)) : Optional.<T>empty();
            }
        });
    }

    long number(String sql, @Nullable Object... values) {
        return first(sql, row -> row.getLong(1), values).orElse(0L);
    }

    /// Hands over every row. The sink may use the database, the same query included.
    void each(String sql, Sink sink, @Nullable Object... values) {
        sql(() -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, values);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        sink.row(rows);
                        behind.await();
                    }
                }
            }
            return true;
        });
    }

    static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    void begin() {
        sql(() -> {
            connection.setAutoCommit(false);
            return true;
        });
    }

    void commit() {
        sql(() -> {
            connection.commit();
            connection.setAutoCommit(true);
            return true;
        });
    }

    void rollback() {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException undone) {
            // Reason: where the disk is full or gone, SQLite has undone the transaction by itself,
            // and says here only that there is none; what went wrong is on its way already.
            autoCommit();
        }
    }

    private void autoCommit() {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // Reason: the driver has noted it before it complains.
            return;
        }
    }

    /// Encrypts the whole file under another passphrase, in place. Reason: this writes every page,
    /// so it is only for files that may be lost; and never with a write-ahead log, whose pages
    /// would stay under the old key.
    void rekey(Passphrase fresh) {
        if (!first("PRAGMA journal_mode", row -> row.getString(1))
                .filter("delete"::equals)
                .isPresent()) {
            throw new IllegalStateException();
        }
        forgetStatements();
        execute("PRAGMA rekey = '" + fresh.text().replace("'", "''") + "'");
    }

    /// Before a transaction is undone: what was handed over no longer matters.
    void abandon() {
        behind.drop();
    }

    /// Statements on tables that are about to change shape must go first.
    void forgetStatements() {
        sql(() -> {
            for (PreparedStatement statement : kept.values()) {
                statement.close();
            }
            kept.clear();
            return true;
        });
    }

    @Override
    public void close() {
        behind.close();
        sql(() -> {
            connection.close();
            return true;
        });
    }
}
