package zhuhu.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import zhuhu.record.Attestation;
import zhuhu.record.FactId;
import zhuhu.record.How;
import zhuhu.record.RecordId;
import zhuhu.record.TakeBack;
import zhuhu.record.Withdrawal;

/// Withdrawals and their taking-back, as the file keeps them. Each act tells which records it
/// changes.
final class Withdrawals {

    private final Session session;
    private final Database database;

    Withdrawals(Session session) {
        this.session = session;
        database = session.database();
    }

    /// An attestation as the file knows it.
    private record Standing(long revision, long stamp) {}

    boolean knows(Withdrawal withdrawal) {
        return number(withdrawal.id()) > 0;
    }

    boolean knows(TakeBack takeBack) {
        return database.number(
                        "SELECT EXISTS (SELECT 1 FROM takeback WHERE h1 = ? AND h2 = ?)",
                        Hash.first(takeBack.id()),
                        Hash.second(takeBack.id()))
                == 1;
    }

    /// Attestations in this file that do not count now.
    Set<FactId> standing() {
        var standing = new HashSet<FactId>();
        database.each(
                "SELECT w.h1, w.h2 FROM withdrawn w JOIN withdrawal d ON d.n = w.withdrawal"
                        + " WHERE w.revision IS NOT NULL AND NOT EXISTS (SELECT 1 FROM takeback t"
                        + " WHERE t.withdrawal_h1 = d.h1 AND t.withdrawal_h2 = d.h2)",
                row -> standing.add(Hash.fact(row, 1)));
        return standing;
    }

    /// One that is not known here. `awaited` gets the attestations that are not known here yet.
    Set<RecordId> add(Withdrawal withdrawal, Set<FactId> awaited) {
        long n = database.number("SELECT max(n) FROM withdrawal") + 1;
        database.run(
                "INSERT INTO withdrawal (n, h1, h2, stated_by, device, at, reason)"
                        + " VALUES (?,?,?,?,?,?,?)",
                n,
                Hash.first(withdrawal.id()),
                Hash.second(withdrawal.id()),
                withdrawal.by(),
                withdrawal.device(),
                withdrawal.at(),
                withdrawal.reason());
        Map<FactId, Standing> known = find(withdrawal.attestations());
        for (FactId attestation : withdrawal.attestations()) {
            Standing standing = known.get(attestation);
            if (standing == null) {
                awaited.add(attestation);
            }
            database.run(
                    "INSERT INTO withdrawn (withdrawal, h1, h2, revision, stamp)"
                            + " VALUES (?,?,?,?,?)",
                    n,
                    Hash.first(attestation),
                    Hash.second(attestation),
                    standing == null ? null : standing.revision(),
                    standing == null ? null : standing.stamp());
        }
        return recordsOf(n);
    }

    Set<RecordId> add(TakeBack takeBack) {
        database.run(
                "INSERT OR IGNORE INTO takeback"
                        + " (h1, h2, withdrawal_h1, withdrawal_h2, stated_by, device, at)"
                        + " VALUES (?,?,?,?,?,?,?)",
                Hash.first(takeBack.id()),
                Hash.second(takeBack.id()),
                Hash.first(takeBack.withdrawal()),
                Hash.second(takeBack.withdrawal()),
                takeBack.by(),
                takeBack.device(),
                takeBack.at());
        return recordsOf(number(takeBack.withdrawal()));
    }

    /// All withdrawals, lowest id first.
    List<Withdrawal> all() {
        var attestations = new HashMap<Long, Set<FactId>>();
        database.each(
                "SELECT withdrawal, h1, h2 FROM withdrawn",
                row ->
                        attestations
                                .computeIfAbsent(row.getLong(1), _ -> new TreeSet<>())
                                .add(Hash.fact(row, 2)));
        var all = new ArrayList<Withdrawal>();
        database.each(
                "SELECT n, h1, h2, stated_by, device, at, reason FROM withdrawal",
                row ->
                        all.add(
                                new Withdrawal(
                                        Hash.fact(row, 2),
                                        new TreeSet<>(
                                                attestations.getOrDefault(
                                                        row.getLong(1), Set.of())),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6),
                                        row.getString(7))));
        all.sort((a, b) -> a.id().compareTo(b.id()));
        return all;
    }

    /// Those that name an attestation which has not arrived here.
    Set<FactId> ahead() {
        var ahead = new HashSet<FactId>();
        database.each(
                "SELECT h1, h2 FROM withdrawal WHERE n IN"
                        + " (SELECT withdrawal FROM withdrawn WHERE revision IS NULL)",
                row -> ahead.add(Hash.fact(row, 1)));
        return ahead;
    }

    /// Those that nobody took back, lowest id first.
    List<Withdrawal> notTakenBack() {
        var takenBack = new HashSet<FactId>();
        takeBacks().forEach(t -> takenBack.add(t.withdrawal()));
        return all().stream().filter(w -> !takenBack.contains(w.id())).toList();
    }

    /// All taking-back, lowest id first.
    List<TakeBack> takeBacks() {
        var all = new ArrayList<TakeBack>();
        database.each(
                "SELECT h1, h2, withdrawal_h1, withdrawal_h2, stated_by, device, at FROM takeback",
                row ->
                        all.add(
                                new TakeBack(
                                        Hash.fact(row, 1),
                                        Hash.fact(row, 3),
                                        row.getString(5),
                                        row.getString(6),
                                        row.getString(7))));
        all.sort((a, b) -> a.id().compareTo(b.id()));
        return all;
    }

    private long number(FactId withdrawal) {
        return database.number(
                "SELECT n FROM withdrawal WHERE h1 = ? AND h2 = ?",
                Hash.first(withdrawal),
                Hash.second(withdrawal));
    }

    private Set<RecordId> recordsOf(long withdrawal) {
        var records = new HashSet<RecordId>();
        database.each(
                "SELECT DISTINCT r.kind, r.uuid FROM withdrawn w"
                        + " JOIN revision v ON v.n = w.revision JOIN record r ON r.n = v.record"
                        + " WHERE w.withdrawal = ?",
                row -> records.add(Session.record(row, 1)),
                withdrawal);
        return records;
    }

    private Map<FactId, Standing> find(Set<FactId> attestations) {
        var found = new HashMap<FactId, Standing>();
        var missing = new HashSet<FactId>();
        for (FactId id : attestations) {
            Optional<Standing> indexed =
                    database.first(
                            "SELECT revision, stamp FROM attestation_id WHERE h1 = ? AND h2 = ?",
                            row -> new Standing(row.getLong(1), row.getLong(2)),
                            Hash.first(id),
                            Hash.second(id));
            indexed.ifPresentOrElse(standing -> found.put(id, standing), () -> missing.add(id));
        }
        if (!missing.isEmpty()) {
            findInRosters(missing, found);
        }
        return found;
    }

    /// Computes the ids of all roster attestations until none is missing.
    private void findInRosters(Set<FactId> missing, Map<FactId, Standing> found) {
        database.each(
                "SELECT r.n, r.h1, r.h2, r.stamp FROM revision r JOIN stamp s ON s.n = r.stamp"
                        + " WHERE s.how = ?1 UNION ALL SELECT r.n, r.h1, r.h2, a.stamp"
                        + " FROM attestation a JOIN revision r ON r.n = a.revision"
                        + " JOIN stamp s ON s.n = a.stamp WHERE s.how = ?1",
                row -> {
                    long stamp = row.getLong(4);
                    FactId id =
                            Attestation.of(Hash.fact(row, 2), session.stamps().stamp(stamp)).id();
                    if (missing.contains(id)) {
                        found.put(id, new Standing(row.getLong(1), stamp));
                    }
                },
                How.ROSTER.code());
    }
}
