package zhuhu.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import zhuhu.pack.Pack;
import zhuhu.record.Classes;
import zhuhu.record.FactId;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;

/// An open workspace: the connection and what is remembered beside it. One thread at a time.
final class Session {

    private final Database database;
    private final Stamps stamps;
    private final SectionNames names;
    private final States states;
    private final Joins joins;
    private SearchIndex search;
    private Pack pack;
    private Layout layout;
    private Derived derived;
    private @Nullable Transaction running;

    Session(Database database, Pack pack) {
        this.database = database;
        this.pack = pack;
        stamps = new Stamps(database);
        names = new SectionNames(database);
        states = new States(database, names);
        joins = new Joins(database, states);
        layout = new Layout(pack.schema());
        derived = new Derived(database, layout, joins);
        search = new SearchIndex(database, layout);
    }

    Database database() {
        return database;
    }

    Stamps stamps() {
        return stamps;
    }

    SectionNames names() {
        return names;
    }

    States states() {
        return states;
    }

    Layout layout() {
        return layout;
    }

    Derived derived() {
        return derived;
    }

    SearchIndex search() {
        return search;
    }

    Pack pack() {
        return pack;
    }

    static RecordId record(ResultSet row, int column) throws SQLException {
        return new RecordId(
                Kind.of(row.getString(column)).orElseThrow(), Hash.uuid(row.getBytes(column + 1)));
    }

    Optional<RecordId> recordOfRevision(FactId revision) {
        return database.first(
                "SELECT r.kind, r.uuid FROM revision v JOIN record r ON r.n = v.record"
                        + " WHERE v.h1 = ? AND v.h2 = ?",
                row -> record(row, 1),
                Hash.first(revision),
                Hash.second(revision));
    }

    /// Which records are one, what the running transaction says of it included.
    Classes classes() {
        if (running != null && running.linksWait()) {
            running.flush();
        }
        return joins.classes(layout);
    }

    /// All that is known of a record and of those that are the same.
    Optional<RecordState> whole(RecordId record) {
        return classes().joins(record) ? joins.whole(record) : states.of(record);
    }

    /// Every class of a kind once, in the order of ids.
    void each(Kind kind, Consumer<RecordState> sink) {
        if (!classes().isEmpty() || kind == Kind.LINK) {
            joins.each(kind, sink);
        } else {
            states.each(kind, sink);
        }
    }

    /// Where an argument names a member of a class, its class.
    Object[] named(Object[] args) {
        return classes().isEmpty() ? args : joins.translate(args);
    }

    /// The UUID text of the record that stands for the one with this UUID text.
    String one(String uuid) {
        return classes().isEmpty() ? uuid : joins.translate(uuid);
    }

    /// Writes the rows that follow from what changed; the facts are written. Gives which records
    /// are one now.
    Classes derive(List<RecordState> changed) {
        Collection<RecordState> rows = joins.rows(changed, layout);
        derived.update(rows);
        search.changed(rows);
        return joins.classes(layout);
    }

    /// Runs `work` in a transaction, which is kept or undone at the end.
    <T> T transaction(Function<Transaction, T> work, boolean kept) {
        if (running != null) {
            throw new IllegalStateException("A transaction is running already");
        }
        Pack before = pack;
        database.begin();
        boolean done = false;
        try {
            // Reason: what the rows were written from must be known before facts are added.
            var transaction = new Transaction(this, joins.classes(layout));
            running = transaction;
            T result = work.apply(transaction);
            transaction.arrived();
            transaction.flush();
            if (kept) {
                database.commit();
                done = true;
            }
            return result;
        } finally {
            running = null;
            if (!done) {
                undo(before);
            }
            search.ended(done);
        }
    }

    private void undo(Pack before) {
        database.abandon();
        states.touched().clear();
        states.forget();
        database.forgetStatements();
        database.rollback();
        stamps.forget();
        names.forget();
        joins.forget();
        SearchIndex kept = search;
        boolean samePack = pack == before;
        use(before);
        if (samePack) {
            search = kept;
        }
    }

    /// Before anything but a single record is read: the tables must say what was written.
    void settle() {
        if (running != null) {
            running.flush();
        }
    }

    void replacePack(Pack changed) {
        new PackFiles(database).replace(changed);
        use(changed);
        remakeOutdated();
    }

    private void use(Pack changed) {
        pack = changed;
        layout = new Layout(changed.schema());
        derived = new Derived(database, layout, joins);
        search = new SearchIndex(database, layout);
    }

    /// After opening: tables made by another version of the program, or for another pack.
    void refresh() {
        if (!derived.outdated().isEmpty()) {
            boolean remade =
                    transaction(
                            _ -> {
                                remakeOutdated();
                                return true;
                            },
                            true);
            if (!remade) {
                throw new IllegalStateException();
            }
        }
    }

    /// Remakes the derived tables whose layout is not the schema's.
    void remakeOutdated() {
        List<Kind> outdated = derived.outdated();
        if (!outdated.isEmpty()) {
            // Reason: a program that knew nothing of links wrote a row a member.
            boolean joined = outdated.contains(Kind.LINK) && !classes().isEmpty();
            derived.remake(joined ? List.of(Kind.values()) : outdated);
            search.forget();
        }
    }

    void remakeAll() {
        derived.remake(List.of(Kind.values()));
        search.forget();
    }
}
