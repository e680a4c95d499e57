package zhuhu.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import zhuhu.base.Problem;
import zhuhu.record.FactId;
import zhuhu.record.Kind;
import zhuhu.store.RecordState.Known;

/// Looks for everything that can be wrong with a workspace: pages, facts, derived rows.
final class Verification {

    private final Session session;
    private final Database database;
    private final List<Problem> problems = new ArrayList<>();

    Verification(Session session) {
        this.session = session;
        database = session.database();
    }

    List<Problem> run() {
        try {
            pages();
            facts();
            pictures();
            derived();
        } catch (StoreException e) {
            problems.add(e.problem());
        }
        return problems.stream().distinct().toList();
    }

    /// Reading a page checks its HMAC, so this is the check of the cipher too.
    private void pages() {
        var found = new ArrayList<String>();
        database.each("PRAGMA integrity_check", row -> found.add(row.getString(1)));
        if (!found.equals(List.of("ok"))) {
            problems.add(
                    Problem.of(
                            "storePages", found.getFirst().lines().limit(3).toList().toString()));
        }
    }

    private void facts() {
        var unsound = new ArrayList<FactId>();
        var unknown = new HashSet<FactId>();
        for (Kind kind : Kind.values()) {
            session.states()
                    .each(
                            kind,
                            state ->
                                    state.all()
                                            .forEach(known ->
                                                    check(state, known, unsound, unknown)));
        }
        var withdrawals = new Withdrawals(session);
        withdrawals.all().stream().filter(w -> !w.isSound()).forEach(w -> unsound.add(w.id()));
        withdrawals.takeBacks().stream()
                .filter(t -> !t.isSound())
                .forEach(t -> unsound.add(t.id()));
        if (!unsound.isEmpty()) {
            problems.add(Problem.of("storeUnsound", unsound.size(), unsound.getFirst()));
        }
        if (!unknown.isEmpty()) {
            problems.add(Problem.of("storeUnknownBelow", unknown.size()));
        }
    }

    private void check(RecordState state, Known known, List<FactId> unsound, Set<FactId> unknown) {
        if (!known.revision().isSound()) {
            unsound.add(known.revision().id());
        }
        for (FactId below : known.revision().supersedes()) {
            // Reason: what was stated of a class rests on what was stated of its members.
            if (state.known(below) == null && session.recordOfRevision(below).isEmpty()) {
                unknown.add(below);
            }
        }
    }

    private void pictures() {
        List<String> damaged = new Attachments(database).damaged();
        if (!damaged.isEmpty()) {
            problems.add(Problem.of("storePicture", damaged.size(), damaged.getFirst()));
        }
    }

    /// Makes the tables anew, compares, and undoes all of it.
    private void derived() {
        List<String> tables = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            session.layout().all(kind).forEach(table -> tables.add(table.name()));
        }
        tables.add("number");
        List<Problem> found =
                session.transaction(
                        _ -> {
                            tables.forEach(this::putAside);
                            session.remakeAll();
                            return tables.stream().flatMap(t -> compare(t).stream()).toList();
                        },
                        false);
        problems.addAll(found);
    }

    private void putAside(String table) {
        database.execute(
                "CREATE TEMP TABLE \"was_%1$s\" AS SELECT * FROM \"%1$s\"".formatted(table));
    }

    private List<Problem> compare(String table) {
        long differing = 0;
        for (String pair :
                List.of(
                        "SELECT * FROM temp.\"was_%1$s\" EXCEPT SELECT * FROM main.\"%1$s\"",
                        "SELECT * FROM main.\"%1$s\" EXCEPT SELECT * FROM temp.\"was_%1$s\"")) {
            differing =
                    Math.max(
                            differing,
                            database.number(
                                    "SELECT count(*) FROM (" + pair.formatted(table) + ")"));
        }
        database.forgetStatements();
        return differing == 0
                ? List.of()
                : List.of(Problem.of("storeDerivedDiffers", table, differing));
    }
}
