package zhuhu.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.RecordId;

/// Which file brought what: ranges of new revisions, and attestations of those known before.
final class Arrivals {

    private static final String COLUMNS = "n, package, hash, file, at, stated_by";

    private final Session session;
    private final Database database;

    Arrivals(Session session) {
        this.session = session;
        database = session.database();
    }

    long put(Arrival arrival) {
        long n = database.number("SELECT max(n) FROM arrival") + 1;
        database.run(
                "INSERT INTO arrival (" + COLUMNS + ") VALUES (?,?,?,?,?,?)",
                n,
                arrival.packageId(),
                arrival.hash(),
                arrival.file(),
                arrival.at(),
                arrival.by());
        return n;
    }

    /// Revisions with numbers `first` to `last`, with those who stood behind them at first.
    void part(long arrival, long first, long last) {
        database.run(
                "INSERT INTO arrival_part (arrival, first, last) VALUES (?,?,?)",
                arrival,
                first,
                last);
    }

    /// Oldest first.
    List<Arrival> all() {
        var all = new ArrayList<Arrival>();
        database.each("SELECT " + COLUMNS + " FROM arrival ORDER BY n", row -> all.add(read(row)));
        return all;
    }

    Optional<Arrival> of(long n) {
        return database.first("SELECT " + COLUMNS + " FROM arrival WHERE n = ?", Arrivals::read, n);
    }

    static Arrival read(ResultSet row) throws SQLException {
        return new Arrival(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6));
    }

    /// The file that brought a statement, or somebody behind it, first; empty where it was made
    /// here.
    Optional<Arrival> of(FactId revision) {
        return database.first(
                "SELECT "
                        + COLUMNS
                        + " FROM arrival WHERE n = (SELECT min(n) FROM ("
                        + "SELECT p.arrival AS n FROM revision r JOIN arrival_part p"
                        + " ON r.n BETWEEN p.first AND p.last WHERE r.h1 = ?1 AND r.h2 = ?2"
                        + " UNION ALL SELECT a.arrival FROM revision r JOIN attestation a"
                        + " ON a.revision = r.n WHERE r.h1 = ?1 AND r.h2 = ?2"
                        + " AND a.arrival IS NOT NULL))",
                Arrivals::read,
                Hash.first(revision),
                Hash.second(revision));
    }

    /// Ids of the attestations that came with a file first, in the order of the store.
    List<FactId> brought(long arrival) {
        var found = new ArrayList<FactId>();
        database.each(
                "SELECT r.h1, r.h2, r.stamp FROM arrival_part p"
                        + " JOIN revision r ON r.n BETWEEN p.first AND p.last WHERE p.arrival = ?1"
                        + " UNION ALL SELECT r.h1, r.h2, a.stamp FROM attestation a"
                        + " JOIN revision r ON r.n = a.revision WHERE a.arrival = ?1",
                row ->
                        found.add(
                                Attestation.of(
                                                Hash.fact(row, 1),
                                                session.stamps().stamp(row.getLong(3)))
                                        .id()),
                arrival);
        return found;
    }

    /// The records that they are about.
    SortedSet<RecordId> broughtTo(long arrival) {
        var found = new TreeSet<RecordId>();
        database.each(
                "SELECT DISTINCT d.kind, d.uuid FROM arrival_part p"
                        + " JOIN revision r ON r.n BETWEEN p.first AND p.last"
                        + " JOIN record d ON d.n = r.record WHERE p.arrival = ?1"
                        + " UNION SELECT d.kind, d.uuid FROM attestation a"
                        + " JOIN revision r ON r.n = a.revision JOIN record d ON d.n = r.record"
                        + " WHERE a.arrival = ?1",
                row -> found.add(Session.record(row, 1)),
                arrival);
        return found;
    }
}
