package zhuhu.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import zhuhu.record.FactId;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Values;

/// Reads what the file knows of records, many at a time.
final class States {

    private static final int CHUNK = 500;
    private static final int RECENT = 64;
    private static final String GIVEN = "(SELECT value FROM json_each(?))";

    private final Database database;
    private final SectionNames names;

    /// Records that the running transaction has touched and not yet written derived rows for.
    private final Map<RecordId, RecordState> touched = new LinkedHashMap<>();

    /// Records read lately, as they still are: an importer asks for each in several ways.
    private final Map<RecordId, RecordState> recent = new LinkedHashMap<>();

    private int room = RECENT;

    States(Database database, SectionNames names) {
        this.database = database;
        this.names = names;
    }

    Map<RecordId, RecordState> touched() {
        return touched;
    }

    Optional<RecordState> of(RecordId record) {
        RecordState mine = touched.get(record);
        if (mine == null) {
            mine = recent.get(record);
        }
        if (mine != null) {
            return Optional.of(mine);
        }
        Optional<RecordState> stored = stored(record);
        stored.ifPresent(this::remember);
        return stored;
    }

    /// The state that the transaction will change; nobody else may have it from here.
    Optional<RecordState> take(RecordId record) {
        RecordState mine = recent.remove(record);
        return mine != null ? Optional.of(mine) : stored(record);
    }

    private void remember(RecordState state) {
        if (recent.size() >= room) {
            recent.clear();
            room = RECENT;
        }
        recent.put(state.id(), state);
    }

    /// Reads these records at once, since they will be asked for next.
    void expect(Collection<RecordId> records) {
        var numbers = new ArrayList<Long>();
        for (RecordId record : records) {
            if (!touched.containsKey(record) && !recent.containsKey(record)) {
                number(record).ifPresent(numbers::add);
            }
        }
        recent.clear();
        room = RECENT + numbers.size();
        each(numbers, this::remember);
    }

    /// After withdrawals, or when a transaction was undone.
    void forget() {
        recent.clear();
    }

    private Optional<RecordState> stored(RecordId record) {
        return number(record).map(n -> load(List.of(n)).getFirst());
    }

    private Optional<Long> number(RecordId record) {
        return database.first(
                "SELECT n FROM record WHERE uuid = ? AND kind = ?",
                row -> row.getLong(1),
                Hash.bytes(record.id()),
                record.kind().code());
    }

    /// Every record of a kind in the order of ids.
    void each(Kind kind, Consumer<RecordState> sink) {
        var numbers = new ArrayList<Long>();
        database.each(
                "SELECT n FROM record WHERE kind = ? ORDER BY uuid",
                row -> numbers.add(row.getLong(1)),
                kind.code());
        each(numbers, sink);
    }

    void each(List<Long> numbers, Consumer<RecordState> sink) {
        for (int from = 0; from < numbers.size(); from += CHUNK) {
            load(numbers.subList(from, Math.min(from + CHUNK, numbers.size()))).forEach(sink);
        }
    }

    /// The records with these numbers, in the order given.
    private List<RecordState> load(List<Long> numbers) {
        String given = numbers.toString();
        var found = new HashMap<Long, RecordState>();
        records(given, found);
        Map<Long, Collection<FactId>> supersedes = supersedes(given);
        revisions(given, found, supersedes);
        attestations(given, found);
        return numbers.stream().map(n -> present(found.get(n))).toList();
    }

    private void records(String given, Map<Long, RecordState> found) {
        all(
                "SELECT n, kind, uuid FROM record WHERE n IN " + GIVEN,
                given,
                row -> {
                    Kind kind = Kind.of(row.getString(2)).orElseThrow();
                    var id = new RecordId(kind, Hash.uuid(row.getBytes(3)));
                    found.put(row.getLong(1), new RecordState(row.getLong(1), id, false));
                });
    }

    private Map<Long, Collection<FactId>> supersedes(String given) {
        var found = new HashMap<Long, Collection<FactId>>();
        all(
                "SELECT s.revision, s.h1, s.h2 FROM revision r JOIN supersedes s ON s.revision = r.n"
                        + " WHERE r.record IN "
                        + GIVEN,
                given,
                row ->
                        found.computeIfAbsent(row.getLong(1), _ -> new TreeSet<>())
                                .add(Hash.fact(row, 2)));
        return found;
    }

    private void revisions(
            String given, Map<Long, RecordState> found, Map<Long, Collection<FactId>> supersedes) {
        var values = new HashMap<Long, Values>();
        all(
                "SELECT record, n, section, h1, h2, stamp, same, body FROM revision"
                        + " WHERE record IN "
                        + GIVEN
                        + " ORDER BY n",
                given,
                row -> {
                    RecordState state = present(found.get(row.getLong(1)));
                    long n = row.getLong(2);
                    Values stated = values(row, values);
                    values.put(n, stated);
                    var revision =
                            new Revision(
                                    Hash.fact(row, 4),
                                    state.id(),
                                    names.name(row.getLong(3)),
                                    new TreeSet<>(supersedes.getOrDefault(n, List.of())),
                                    stated);
                    var known = new RecordState.Known(n, revision);
                    stamp(known, row.getLong(6));
                    state.add(known);
                });
    }

    private static void stamp(RecordState.Known known, long stamp) {
        if (!known.stamp(stamp)) {
            throw new IllegalStateException("Stamped twice: " + known.revision().id());
        }
    }

    private static Values values(ResultSet row, Map<Long, Values> earlier) throws SQLException {
        String body = row.getString(8);
        return body != null ? ValuesJson.read(body) : present(earlier.get(row.getLong(7)));
    }

    private void attestations(String given, Map<Long, RecordState> found) {
        all(
                "SELECT r.record, r.h1, r.h2, a.stamp FROM revision r"
                        + " JOIN attestation a ON a.revision = r.n WHERE r.record IN "
                        + GIVEN,
                given,
                row -> stamp(known(found, row), row.getLong(4)));
        if (database.number("SELECT EXISTS (SELECT 1 FROM withdrawn)") == 0) {
            return;
        }
        all(
                "SELECT r.record, r.h1, r.h2, w.stamp, EXISTS (SELECT 1 FROM withdrawal d"
                        + " JOIN takeback t ON t.withdrawal_h1 = d.h1 AND t.withdrawal_h2 = d.h2"
                        + " WHERE d.n = w.withdrawal) FROM withdrawn w"
                        + " JOIN revision r ON r.n = w.revision WHERE r.record IN "
                        + GIVEN,
                given,
                row -> withdraw(known(found, row), row.getLong(4), row.getInt(5) == 1));
    }

    private static void withdraw(RecordState.Known known, long stamp, boolean takenBack) {
        known.name(stamp);
        if (!takenBack) {
            known.withdraw(stamp);
        }
    }

    private static RecordState.Known known(Map<Long, RecordState> found, ResultSet row)
            throws SQLException {
        return present(present(found.get(row.getLong(1))).known(Hash.fact(row, 2)));
    }

    private void all(String sql, String given, Database.Sink sink) {
        database.sql(() -> {
            var statement = database.kept(sql);
            statement.setString(1, given);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sink.row(rows);
                }
            }
            return true;
        });
    }

    private static <T> T present(@Nullable T found) {
        if (found == null) {
            throw new IllegalStateException("The file names something that it does not hold.");
        }
        return found;
    }
}
