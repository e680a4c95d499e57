package zhuhu.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;

/// What visits did, step by step: the rows of an ODK audit log. They stay in this file; nothing of
/// them is a fact, travels or is merged.
final class Trail {

    /// Rows kept: some 300 visits of 300 answers. Older ones go first.
    static final int MOST = 100_000;

    private final Database database;

    Trail(Database database) {
        this.database = database;
    }

    void put(RecordId visit, List<Workspace.Step> steps, String by) {
        for (Workspace.Step step : steps) {
            database.run(
                    "INSERT INTO audit (at, event, detail, stated_by, visit, node, started, ended,"
                            + " old_value, new_value, reason) VALUES ('',?,'',?,?,?,?,?,?,?,?)",
                    step.event(),
                    by,
                    Hash.bytes(visit.id()),
                    step.node(),
                    step.start(),
                    step.end(),
                    step.before(),
                    step.now(),
                    step.reason());
        }
        if (!steps.isEmpty()) {
            database.run("DELETE FROM audit WHERE n <= (SELECT max(n) FROM audit) - " + MOST);
        }
    }

    /// Oldest first; of one visit, or of all where `visit` is null.
    void each(@Nullable RecordId visit, Consumer<Workspace.Stepped> each) {
        String where = visit == null ? "visit IS NOT NULL" : "visit = ?";
        Object[] args = visit == null ? new Object[0] : new Object[] {Hash.bytes(visit.id())};
        database.each(
                "SELECT visit, stated_by, event, node, started, ended, old_value, new_value, reason"
                        + " FROM audit WHERE "
                        + where
                        + " ORDER BY n",
                row -> each.accept(read(row)),
                args);
    }

    private static Workspace.Stepped read(ResultSet row) throws SQLException {
        var step =
                new Workspace.Step(
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9));
        return new Workspace.Stepped(
                new RecordId(Kind.VISIT, Hash.uuid(row.getBytes(1))), row.getString(2), step);
    }
}
