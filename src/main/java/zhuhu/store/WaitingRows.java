package zhuhu.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.record.Canonical;
import zhuhu.record.FactId;
import zhuhu.record.How;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.store.Waiting.Standing;
import zhuhu.store.Waiting.Statement;

/// What waits. Whether something was accepted or refused is read from the facts, since another
/// laptop may have done it.
final class WaitingRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String SELECT =
            """
            SELECT w.key, w.kind, w.sheet, w.row, w.section, w.reason, w.arguments, w.payload,
                w.supersedes, w.body, w.stated_by, w.stated_at, w.record_kind, w.record,
                a.n, a.package, a.hash, a.file, a.at, a.stated_by,
                EXISTS (SELECT 1 FROM attestation_id i WHERE i.h1 = w.h1 AND i.h2 = w.h2) AS known,
                EXISTS (SELECT 1 FROM withdrawn x JOIN withdrawal d ON d.n = x.withdrawal
                    WHERE x.h1 = w.h1 AND x.h2 = w.h2 AND NOT EXISTS (SELECT 1 FROM takeback t
                        WHERE t.withdrawal_h1 = d.h1 AND t.withdrawal_h2 = d.h2)) AS refused, w.via
            FROM waiting w JOIN arrival a ON a.n = w.arrival
            """;

    private final Database database;

    WaitingRows(Session session) {
        database = session.database();
    }

    /// One that waits under the same key for another file is replaced; any other stays.
    void put(Waiting waiting) {
        Revision revision = waiting.statement().map(Statement::revision).orElse(null);
        Stamp stamp = waiting.statement().map(Statement::stamp).orElse(null);
        FactId fact = waiting.statement().map(Statement::attestation).orElse(null);
        RecordId record = waiting.record().orElse(null);
        database.run(
                """
                INSERT INTO waiting (key, kind, arrival, sheet, row, record_kind, record, section,
                    reason, arguments, supersedes, body, stated_by, stated_at, via,
                    h1, h2, payload)
                VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
                ON CONFLICT (key) DO UPDATE SET kind = excluded.kind,
                    record_kind = excluded.record_kind, record = excluded.record,
                    reason = excluded.reason, arguments = excluded.arguments,
                    supersedes = excluded.supersedes, body = excluded.body,
                    stated_by = excluded.stated_by, stated_at = excluded.stated_at,
                    via = excluded.via,
                    h1 = excluded.h1, h2 = excluded.h2, payload = excluded.payload
                WHERE waiting.kind = 'pending'
                """,
                waiting.key(),
                waiting.standing() == Standing.PENDING ? "pending" : "held",
                waiting.arrival().n(),
                waiting.sheet(),
                waiting.row(),
                record == null ? null : record.kind().code(),
                record == null ? null : Hash.bytes(record.id()),
                waiting.section(),
                waiting.reason().key(),
                json(waiting.reason().args()),
                revision == null ? null : ids(revision),
                revision == null ? null : Canonical.json(revision.values()),
                stamp == null ? null : stamp.by(),
                stamp == null ? null : stamp.at(),
                stamp == null ? null : stamp.via(),
                fact == null ? null : Hash.first(fact),
                fact == null ? null : Hash.second(fact),
                waiting.payload());
    }

    void done(String key) {
        database.run("UPDATE waiting SET kind = 'done' WHERE key = ?", key);
    }

    /// A row that was put aside waits for a person again.
    void again(String key) {
        database.run("UPDATE waiting SET kind = 'held' WHERE key = ? AND kind = 'done'", key);
    }

    /// By file, sheet and row.
    List<Waiting> all() {
        var all = new ArrayList<Waiting>();
        database.each(
                SELECT + " ORDER BY w.arrival, w.sheet, w.row, w.section, w.key",
                row -> all.add(read(row)));
        return all;
    }

    List<Waiting> pending() {
        var all = new ArrayList<Waiting>();
        database.each(
                SELECT + " WHERE w.kind = 'pending' ORDER BY w.key", row -> all.add(read(row)));
        return all;
    }

    Optional<Waiting> of(String key) {
        return database.first(SELECT + " WHERE w.key = ?", WaitingRows::read, key);
    }

    private static Waiting read(ResultSet row) throws SQLException {
        var arrival =
                new Arrival(
                        row.getLong(15),
                        row.getString(16),
                        row.getString(17),
                        row.getString(18),
                        row.getString(19),
                        row.getString(20));
        String kind = text(row, 13);
        Optional<RecordId> record =
                kind == null ? Optional.empty() : Optional.of(Session.record(row, 13));
        String section = row.getString(5);
        String reason = row.getString(6);
        var place = new Place(row.getString(3), row.getInt(4), null);
        return new Waiting(
                row.getString(1),
                standing(row),
                arrival,
                row.getString(3),
                row.getInt(4),
                record,
                section,
                new Problem(reason, reason, arguments(row.getString(7)), place),
                record.flatMap(r -> statement(r, section, row)),
                row.getString(8));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        if (row.getInt(22) == 1) {
            return Standing.REFUSED;
        }
        if (row.getInt(21) == 1) {
            return Standing.ACCEPTED;
        }
        return switch (row.getString(2)) {
            case "pending" -> Standing.PENDING;
            case "done" -> Standing.DONE;
            default -> Standing.HELD;
        };
    }

    private static Optional<Statement> statement(RecordId record, String section, ResultSet row) {
        try {
            String body = text(row, 10);
            String by = text(row, 11);
            if (body == null || by == null) {
                return Optional.empty();
            }
            var supersedes =
                    Stream.of(String.valueOf(text(row, 9)).split(" ", -1))
                            .filter(id -> !id.isEmpty())
                            .map(FactId::new)
                            .collect(Collectors.toCollection(TreeSet::new));
            return Optional.of(
                    new Statement(
                            Revision.of(record, section, supersedes, ValuesJson.read(body)),
                            Stamp.of(by, null, text(row, 12), How.WORKBOOK, text(row, 23))));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ids(Revision revision) {
        return revision.supersedes().stream().map(FactId::hex).collect(Collectors.joining(" "));
    }

    private static String json(List<String> texts) {
        try {
            return JSON.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> arguments(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable String text(ResultSet row, int column) throws SQLException {
        return row.getString(column);
    }
}
