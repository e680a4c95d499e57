package zhuhu.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhuhu.pack.Pack;
import zhuhu.record.Attestation;
import zhuhu.record.Canonical;
import zhuhu.record.Classes;
import zhuhu.record.FactId;
import zhuhu.record.How;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Withdrawal;

/// Adds facts. Rows wait in batches, and derived rows in the states of touched records, until
/// [#flush()].
final class Transaction implements Workspace.Writer {

    /// Revisions held in memory before derived rows are written: about 20 MB.
    private static final int HELD = 20_000;

    private final Session session;
    private final Database database;
    private final Map<UUID, Long> made = new HashMap<>();
    private final Set<FactId> awaited = new HashSet<>();
    private final boolean noRecords;
    private final Batch records;
    private final Batch revisions;
    private final Batch supersedes;
    private final Batch attestations;
    private final Batch attestationIds;
    private long lastRecord;
    private long lastRevision;
    private int held;
    private @Nullable Long arrival;
    private long arrivedFrom;
    private boolean linksWait;
    private Classes classes;

    /// `classes`: which records are one before anything is added.
    Transaction(Session session, Classes classes) {
        this.session = session;
        this.classes = classes;
        database = session.database();
        records = new Batch(database, "INSERT INTO record (n, kind, uuid) VALUES (?,?,?)");
        revisions =
                new Batch(
                        database,
                        "INSERT INTO revision (n, record, section, h1, h2, stamp, same, body)"
                                + " VALUES (?,?,?,?,?,?,?,?)");
        supersedes =
                new Batch(database, "INSERT INTO supersedes (revision, h1, h2) VALUES (?,?,?)");
        attestations =
                new Batch(
                        database,
                        "INSERT INTO attestation (revision, stamp, arrival) VALUES (?,?,?)");
        attestationIds =
                new Batch(
                        database,
                        "INSERT INTO attestation_id (h1, h2, revision, stamp) VALUES (?,?,?,?)");
        lastRecord = database.number("SELECT max(n) FROM record");
        lastRevision = database.number("SELECT max(n) FROM revision");
        noRecords = lastRecord == 0;
        database.each(
                "SELECT h1, h2 FROM withdrawn WHERE revision IS NULL",
                row -> awaited.add(Hash.fact(row, 1)));
    }

    @Override
    public void add(Revision revision, Stamp stamp) {
        if (!revision.isSound()) {
            throw new IllegalArgumentException(
                    "The id is not the hash of the content: " + revision.id());
        }
        addMade(revision, stamp);
    }

    @Override
    public void addMade(Revision revision, Stamp stamp) {
        if (gain(revision, stamp) != Gain.NOTHING || held > HELD) {
            makeRoom();
        }
    }

    @Override
    public Gain take(Revision revision, Collection<Stamp> stamps) {
        if (!revision.isSound()) {
            throw new IllegalArgumentException(
                    "The id is not the hash of the content: " + revision.id());
        }
        Gain most = Gain.NOTHING;
        for (Stamp stamp : stamps) {
            Gain gain = gain(revision, stamp);
            most = gain.compareTo(most) > 0 ? gain : most;
        }
        makeRoom();
        return most;
    }

    private Gain gain(Revision revision, Stamp stamp) {
        long stampNumber = session.stamps().number(stamp);
        if (isKnown(revision, stampNumber)) {
            return Gain.NOTHING;
        }
        RecordState state = touch(revision.record());
        RecordState.Known known = state.known(revision.id());
        if (known == null) {
            boolean first = state.all().isEmpty();
            known = insert(state, revision, stampNumber);
            attested(known, stamp, stampNumber);
            return first ? Gain.RECORD : Gain.REVISION;
        }
        return attest(known, stamp, stampNumber) ? Gain.ATTESTATION : Gain.NOTHING;
    }

    /// Reason: most of what comes in a workbook is known, and a record that is touched gets its
    /// derived rows written anew.
    private boolean isKnown(Revision revision, long stamp) {
        if (noRecords) {
            return false;
        }
        RecordState.Known known =
                session.states()
                        .of(revision.record())
                        .map(state -> state.known(revision.id()))
                        .orElse(null);
        return known != null && known.stamps().contains(stamp);
    }

    @Override
    public void expect(Collection<RecordId> records) {
        if (!noRecords) {
            session.states().expect(records);
        }
    }

    private RecordState.Known insert(RecordState state, Revision revision, long stamp) {
        var known = new RecordState.Known(++lastRevision, revision);
        Long same = same(state, revision);
        revisions.add(
                known.n(),
                state.n(),
                session.names().number(revision.section()),
                Hash.first(revision.id()),
                Hash.second(revision.id()),
                stamp,
                same,
                same == null ? Canonical.json(revision.values()) : null);
        for (FactId below : revision.supersedes()) {
            supersedes.add(known.n(), Hash.first(below), Hash.second(below));
        }
        state.add(known);
        held++;
        return known;
    }

    /// The number of a superseded revision that says the same: a confirmation costs a few bytes.
    private static @Nullable Long same(RecordState state, Revision revision) {
        for (FactId below : revision.supersedes()) {
            RecordState.Known known = state.known(below);
            if (known != null && known.revision().values().equals(revision.values())) {
                return known.n();
            }
        }
        return null;
    }

    @Override
    public void attest(FactId revision, Stamp stamp) {
        flushFacts();
        RecordId record =
                session.recordOfRevision(revision)
                        .orElseThrow(() -> new IllegalArgumentException("Unknown: " + revision));
        RecordState.Known known = touch(record).known(revision);
        if (known == null) {
            throw new IllegalStateException("Lost: " + revision);
        }
        if (attest(known, stamp, session.stamps().number(stamp)) || held > HELD) {
            makeRoom();
        }
    }

    private boolean attest(RecordState.Known known, Stamp stamp, long stampNumber) {
        if (known.stamps().contains(stampNumber)) {
            return false;
        }
        attestations.add(known.n(), stampNumber, arrival);
        attested(known, stamp, stampNumber);
        return true;
    }

    private void attested(RecordState.Known known, Stamp stamp, long stampNumber) {
        if (!known.stamp(stampNumber)) {
            return;
        }
        // Reason: a roster's attestations are a million and are taken back all together, if ever:
        // then their ids are computed. The others are looked up one by one.
        boolean indexed = stamp.how() != How.ROSTER;
        if (!indexed && awaited.isEmpty()) {
            return;
        }
        FactId id = Attestation.of(known.revision().id(), stamp).id();
        if (indexed) {
            attestationIds.add(Hash.first(id), Hash.second(id), known.n(), stampNumber);
        }
        if (awaited.remove(id)) {
            resolve(known, stampNumber, id);
        }
    }

    /// An attestation has come that was withdrawn before it came.
    private void resolve(RecordState.Known known, long stamp, FactId attestation) {
        database.run(
                "UPDATE withdrawn SET revision = ?, stamp = ? WHERE h1 = ? AND h2 = ?",
                known.n(),
                stamp,
                Hash.first(attestation),
                Hash.second(attestation));
        long standing =
                database.number(
                        "SELECT count(*) FROM withdrawn w JOIN withdrawal d ON d.n = w.withdrawal"
                                + " WHERE w.h1 = ? AND w.h2 = ? AND NOT EXISTS (SELECT 1 FROM"
                                + " takeback t WHERE t.withdrawal_h1 = d.h1"
                                + " AND t.withdrawal_h2 = d.h2)",
                        Hash.first(attestation),
                        Hash.second(attestation));
        if (standing > 0) {
            known.withdraw(stamp);
        }
    }

    @Override
    public void withdraw(
            Collection<FactId> attestationIds,
            String by,
            @Nullable String device,
            @Nullable String at,
            String reason) {
        withdraw(Withdrawal.of(attestationIds, by, device, at, reason));
    }

    @Override
    public void withdraw(Withdrawal withdrawal) {
        if (take(withdrawal).isPresent()) {
            makeRoom();
        }
    }

    @Override
    public void takeBack(TakeBack takeBack) {
        if (take(takeBack).isPresent()) {
            makeRoom();
        }
    }

    @Override
    public Optional<Set<RecordId>> take(Withdrawal withdrawal) {
        if (!withdrawal.isSound()) {
            throw new IllegalArgumentException("Unsound: " + withdrawal.id());
        }
        var withdrawals = new Withdrawals(session);
        if (withdrawals.knows(withdrawal)) {
            return Optional.empty();
        }
        flush();
        return Optional.of(changed(withdrawals.add(withdrawal, awaited)));
    }

    @Override
    public Optional<Set<RecordId>> take(TakeBack takeBack) {
        if (!takeBack.isSound()) {
            throw new IllegalArgumentException("Unsound: " + takeBack.id());
        }
        var withdrawals = new Withdrawals(session);
        if (withdrawals.knows(takeBack)) {
            return Optional.empty();
        }
        flush();
        return Optional.of(changed(withdrawals.add(takeBack)));
    }

    private Set<RecordId> changed(Set<RecordId> records) {
        session.states().forget();
        records.forEach(this::touch);
        return records;
    }

    private RecordState touch(RecordId record) {
        Map<RecordId, RecordState> touched = session.states().touched();
        RecordState mine = touched.get(record);
        if (mine == null) {
            mine = made.containsKey(record.id()) || !noRecords ? stored(record) : create(record);
            touched.put(record, mine);
            held += mine.all().size();
            linksWait |= record.kind() == Kind.LINK || mine.fresh() && classes.joins(record);
        }
        return mine;
    }

    private RecordState stored(RecordId record) {
        return session.states().take(record).orElseGet(() -> create(record));
    }

    private RecordState create(RecordId record) {
        if (made.containsKey(record.id())) {
            throw new IllegalArgumentException("A record of another kind has the id " + record);
        }
        lastRecord++;
        made.put(record.id(), lastRecord);
        records.add(lastRecord, record.kind().code(), Hash.bytes(record.id()));
        return new RecordState(lastRecord, record, true);
    }

    private void makeRoom() {
        if (held > HELD) {
            flush();
        }
    }

    private void flushFacts() {
        List.of(records, revisions, supersedes, attestations, attestationIds).forEach(Batch::flush);
    }

    /// Writes what waits, derived rows too.
    void flush() {
        flushFacts();
        Map<RecordId, RecordState> touched = session.states().touched();
        var states = new ArrayList<>(touched.values());
        touched.clear();
        held = 0;
        linksWait = false;
        classes = session.derive(states);
    }

    /// Whether something was added that may make records one, and no row follows it yet.
    boolean linksWait() {
        return linksWait;
    }

    @Override
    public Arrival arriving(Arrival file) {
        arrived();
        long n = file.n() == 0 ? new Arrivals(session).put(file) : file.n();
        arrival = n;
        arrivedFrom = lastRevision;
        return new Arrival(n, file.packageId(), file.hash(), file.file(), file.at(), file.by());
    }

    @Override
    public void arrived() {
        if (arrival != null && lastRevision > arrivedFrom) {
            new Arrivals(session).part(arrival, arrivedFrom + 1, lastRevision);
        }
        arrival = null;
    }

    @Override
    public void waiting(Waiting waiting) {
        new WaitingRows(session).put(waiting);
    }

    @Override
    public void putAside(String key) {
        new WaitingRows(session).done(key);
    }

    @Override
    public void waitAgain(String key) {
        new WaitingRows(session).again(key);
    }

    @Override
    public void draft(Workspace.Draft draft) {
        new Drafts(database).put(draft);
    }

    @Override
    public void dropDraft(RecordId visit) {
        new Drafts(database).drop(visit);
    }

    @Override
    public void packageRow(Workspace.PackageRow row) {
        new Journal(database).put(row);
    }

    @Override
    public void question(Workspace.Question question) {
        new Questions(database).put(question);
    }

    @Override
    public void dropQuestion(String name) {
        new Questions(database).drop(name);
    }

    @Override
    public void tick(Tick tick) {
        new Ticks(database).add(tick);
    }

    @Override
    public void rosterColumn(String packageId, Kind kind, String section, String property) {
        new Ticks(database).column(packageId, kind.code(), section, property);
    }

    @Override
    public void templateMap(String hash, String mapping, String at, String by) {
        new TemplateMaps(database).add(hash, mapping, at, by);
    }

    @Override
    public void setting(String key, String value) {
        new Journal(database).setting(key, value);
    }

    @Override
    public void steps(RecordId visit, List<Workspace.Step> steps, String by) {
        new Trail(database).put(visit, steps, by);
    }

    @Override
    public String attach(byte[] bytes) {
        return new Attachments(database).put(bytes);
    }

    @Override
    public void detach(String name) {
        new Attachments(database).drop(name);
    }

    @Override
    public void pack(Pack pack) {
        flush();
        session.replacePack(pack);
    }
}
