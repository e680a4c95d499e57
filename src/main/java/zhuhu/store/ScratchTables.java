package zhuhu.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import zhuhu.base.Outcome;
import zhuhu.pack.Query;
import zhuhu.pack.Schema;
import zhuhu.pack.Tables;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Values;

/// Derived tables of a few records in memory, as they would be if something were written: what a
/// visit is weighed on before it is finalised. Reads no file and writes none. One thread at a time.
public final class ScratchTables implements Tables {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final java.sql.Connection connection;
    private final QueryTables queries;
    private final Layout layout;
    private final UnaryOperator<String> one;
    private final Map<String, PreparedStatement> inserts = new HashMap<>();
    private long records;

    /// For records that all stand for themselves.
    public ScratchTables(Schema schema) {
        this(schema, uuid -> uuid);
    }

    /// `one` gives the UUID text of the record that stands for the one with a UUID text.
    public ScratchTables(Schema schema, UnaryOperator<String> one) {
        NativeLibrary.prepare();
        this.one = one;
        layout = new Layout(schema);
        try {
            connection = JDBC.createConnection("jdbc:sqlite::memory:", new java.util.Properties());
            queries = new QueryTables(connection, PATIENCE);
            for (DerivedTable table : tables()) {
                for (String sql : table.create()) {
                    queries.execute(sql);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<DerivedTable> tables() {
        var tables = new ArrayList<DerivedTable>();
        for (Kind kind : Kind.values()) {
            tables.addAll(layout.all(kind));
        }
        return tables;
    }

    /// Takes all records out again.
    public void clear() {
        try {
            for (DerivedTable table : tables()) {
                queries.execute("DELETE FROM \"%s\"".formatted(table.name()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Puts a record in. Shape: values by section name, yearly ones `income@2016`.
    public void put(RecordId record, Map<String, Values> sections) {
        DerivedTable table = layout.table(record.kind());
        insert(table, table.row(++records, record, sections));
        for (DerivedTable years : layout.yearly(record.kind())) {
            String section = years.places().keySet().iterator().next();
            sections.forEach((name, values) -> {
                if (name.startsWith(section + "@")) {
                    @Nullable Object[] row = years.row(record, name, values);
                    if (row != null) {
                        insert(years, row);
                    }
                }
            });
        }
    }

    private void insert(DerivedTable table, @Nullable Object[] row) {
        try {
            PreparedStatement insert = inserts.get(table.name());
            if (insert == null) {
                insert = connection.prepareStatement(table.insert());
                inserts.put(table.name(), insert);
            }
            for (int place : table.referencePlaces()) {
                if (row[place] instanceof String text) {
                    row[place] = one.apply(text);
                }
            }
            Database.bind(insert, row);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Outcome<Rows> ask(Query query) {
        return queries.ask(query);
    }

    @Override
    public Outcome<Long> keep(String name, Query query) {
        return queries.keep(name, query);
    }

    @Override
    public void give(String name, List<String> columns, List<List<Object>> rows) {
        queries.give(name, columns, rows);
    }

    @Override
    public void close() {
        queries.close();
    }
}
