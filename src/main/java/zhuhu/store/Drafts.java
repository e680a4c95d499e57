package zhuhu.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace.Draft;

/// Answers in progress: the only facts that change.
final class Drafts {

    private static final String COLUMNS =
            "visit, subject_kind, subject, round, form, answers, shown, screen, at, stated_by";

    private final Database database;

    Drafts(Database database) {
        this.database = database;
    }

    void put(Draft draft) {
        database.run(
                "INSERT OR REPLACE INTO draft (" + COLUMNS + ") VALUES (?,?,?,?,?,?,?,?,?,?)",
                Hash.bytes(draft.visit().id()),
                draft.subject().kind().code(),
                Hash.bytes(draft.subject().id()),
                draft.round(),
                draft.form(),
                draft.answers(),
                draft.shown(),
                draft.screen(),
                draft.at(),
                draft.by());
    }

    void drop(RecordId visit) {
        database.run("DELETE FROM draft WHERE visit = ?", Hash.bytes(visit.id()));
    }

    Optional<Draft> of(RecordId visit) {
        return database.first(
                "SELECT " + COLUMNS + " FROM draft WHERE visit = ?",
                Drafts::read,
                Hash.bytes(visit.id()));
    }

    /// Newest first.
    List<Draft> all() {
        var all = new ArrayList<Draft>();
        database.each(
                "SELECT " + COLUMNS + " FROM draft ORDER BY at DESC, visit",
                row -> all.add(read(row)));
        return all;
    }

    private static Draft read(ResultSet row) throws SQLException {
        return new Draft(
                new RecordId(Kind.VISIT, Hash.uuid(row.getBytes(1))),
                Session.record(row, 2),
                row.getString(4),
                row.getString(5),
                row.getBytes(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10));
    }
}
