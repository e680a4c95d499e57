package zhuhu.pack;

import java.util.List;
import java.util.Map;
import zhuhu.base.Outcome;

/// The derived tables as queries of a pack see them: to be read, for a while, up to a number of
/// rows. One thread at a time.
public interface Tables extends AutoCloseable {

    /// Rows as text, column names as keys; a NULL has no key. `cut`: there were more rows than
    /// anybody would read.
    record Rows(List<Map<String, String>> rows, boolean cut) {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /// Failed: the query could not be run, or took too long.
    Outcome<Rows> ask(Query query);

    /// Keeps the answer to `query` as a table of that name for the queries that follow, found
    /// quickly by `household`. Gives the number of its rows.
    Outcome<Long> keep(String name, Query query);

    /// A table of facts that are no records (the day, the poverty lines), for the queries that
    /// follow. Shape: cells text or numbers, in the order of `columns`.
    void give(String name, List<String> columns, List<List<Object>> rows);

    @Override
    void close();
}
