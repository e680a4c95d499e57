package zhuhu.store;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import zhuhu.record.Attestation;
import zhuhu.record.Classes;
import zhuhu.record.FactId;
import zhuhu.record.How;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.store.RecordState.Known;
import zhuhu.store.Workspace.Number;

/// Questions to the facts and to the derived tables.
final class Reading {

    /// What names the row in the name of a row's section.
    private static final Pattern ROW = Pattern.compile("@[0-9a-f-]{36}$");

    private final Session session;
    private final Database database;

    Reading(Session session) {
        this.session = session;
        database = session.database();
    }

    List<Attestation> attestations(FactId revision) {
        return session.recordOfRevision(revision)
                .flatMap(session.states()::of)
                .map(state -> state.known(revision))
                .map(this::attestations)
                .orElse(List.of());
    }

    private List<Attestation> attestations(Known known) {
        return known.stamps().stream()
                .filter(known::stands)
                .map(n -> Attestation.of(known.revision().id(), session.stamps().stamp(n)))
                .toList();
    }

    Map<String, Revision> rosterStatements(RecordId record) {
        var newest = new HashMap<String, Revision>();
        var order = new HashMap<String, RosterOrder>();
        session.states()
                .of(record)
                .ifPresent(state -> {
                    for (Known known : state.all()) {
                        String section = known.revision().section();
                        for (long n : known.stamps()) {
                            RosterOrder mine = rosterOrder(known, n);
                            if (mine != null && mine.isAfter(order.get(section))) {
                                newest.put(section, known.revision());
                                order.put(section, mine);
                            }
                        }
                    }
                });
        return newest;
    }

    private @Nullable RosterOrder rosterOrder(Known known, long stampNumber) {
        Stamp stamp = session.stamps().stamp(stampNumber);
        if (stamp.how() != How.ROSTER || !known.stands(stampNumber)) {
            return null;
        }
        return new RosterOrder(stamp.at() == null ? "" : stamp.at(), stampNumber);
    }

    /// Rosters by 数据日期, then by arrival.
    private record RosterOrder(String date, long arrival) {
        boolean isAfter(@Nullable RosterOrder other) {
            if (other == null) {
                return true;
            }
            int byDate = date.compareTo(other.date);
            return byDate > 0 || byDate == 0 && arrival > other.arrival;
        }
    }

    void told(Collection<RecordId> records, Consumer<Told> each) {
        Classes classes = session.classes();
        session.states()
                .each(
                        recordNumbers(records),
                        state ->
                                each.accept(
                                        told(
                                                state.id(),
                                                classes.joins(state.id())
                                                        ? session.whole(state.id()).orElse(state)
                                                        : state)));
    }

    private Told told(RecordId record, RecordState state) {
        var heard = new ArrayList<Told.Heard>();
        for (Known known : state.all()) {
            for (long n : known.stamps()) {
                if (known.stands(n)) {
                    heard.add(new Told.Heard(known.revision(), session.stamps().stamp(n), n));
                }
            }
        }
        return new Told(record, state.sections(session.layout()), heard);
    }

    Set<RecordId> statedBesideRosters(Kind kind) {
        Classes classes = session.classes();
        var found = new HashSet<RecordId>();
        database.each(
                """
                SELECT d.kind, d.uuid FROM record d WHERE d.kind = ? AND d.n IN (
                    SELECT r.record FROM revision r JOIN stamp s ON s.n = r.stamp
                    WHERE s.how <> 'roster'
                    UNION
                    SELECT r.record FROM stamp s JOIN attestation a ON a.stamp = s.n
                    JOIN revision r ON r.n = a.revision WHERE s.how <> 'roster')
                """,
                row -> found.add(classes.of(Session.record(row, 1))),
                kind.code());
        return found;
    }

    List<RecordId> records(Kind kind) {
        var found = new ArrayList<RecordId>();
        database.each(
                "SELECT id FROM \"%s\" ORDER BY id".formatted(kind.code()),
                row -> found.add(new RecordId(kind, UUID.fromString(row.getString(1)))));
        return found;
    }

    List<RecordId> stated(How how) {
        var found = new TreeSet<RecordId>();
        database.each(
                """
                SELECT DISTINCT o.kind, lower(hex(o.uuid)) FROM revision r JOIN record o ON o.n = r.record
                WHERE r.stamp IN (SELECT n FROM stamp WHERE how = ?1)
                OR r.n IN (SELECT a.revision FROM attestation a JOIN stamp s ON s.n = a.stamp WHERE s.how = ?1)
                """,
                row -> {
                    UUID uuid = uuid(row.getString(2));
                    Kind.of(row.getString(1))
                            .ifPresent(kind -> found.add(new RecordId(kind, uuid)));
                },
                how.code());
        return List.copyOf(found);
    }

    private static UUID uuid(String hex) {
        return UUID.fromString(
                hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
    }

    boolean exists(RecordId asked) {
        Classes classes = session.classes();
        if (classes.joins(asked)) {
            return session.whole(asked)
                    .map(whole -> whole.all().stream().anyMatch(Known::live))
                    .orElse(false);
        }
        return existsAlone(asked);
    }

    private boolean existsAlone(RecordId record) {
        RecordState mine = session.states().touched().get(record);
        return mine != null
                ? mine.all().stream().anyMatch(Known::live)
                : database.number(
                                "SELECT count(*) FROM \"%s\" WHERE id = ?"
                                        .formatted(record.kind().code()),
                                record.text())
                        > 0;
    }

    Optional<RecordId> recordOf(String uuid) {
        UUID id;
        try {
            id = UUID.fromString(uuid);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        for (RecordId mine : session.states().touched().keySet()) {
            if (mine.id().equals(id)) {
                return Optional.of(session.classes().of(mine)).filter(this::exists);
            }
        }
        return database.first(
                        "SELECT kind, uuid FROM record WHERE uuid = ?",
                        row -> Session.record(row, 1),
                        Hash.bytes(id))
                .map(session.classes()::of)
                .filter(this::exists);
    }

    List<Number> numbers(String type) {
        var found = new ArrayList<Number>();
        database.each(
                "SELECT t.number, r.kind, r.uuid, t.current FROM number t"
                        + " JOIN record r ON r.n = t.record WHERE t.type = ?",
                row -> found.add(number(type, row)),
                type);
        return found;
    }

    List<Number> numbers(String type, String number) {
        Classes classes = session.classes();
        var found = new LinkedHashMap<RecordId, Number>();
        database.each(
                "SELECT t.number, r.kind, r.uuid, t.current FROM number t"
                        + " JOIN record r ON r.n = t.record WHERE t.type = ? AND t.number = ?"
                        + " ORDER BY t.current DESC, r.uuid",
                row -> {
                    Number each = number(type, row);
                    RecordId one = classes.of(each.record());
                    found.putIfAbsent(one, new Number(type, each.number(), one, each.current()));
                },
                type,
                Numbers.normal(type, number));
        return List.copyOf(found.values());
    }

    private static Number number(String type, ResultSet row) throws SQLException {
        return new Number(type, row.getString(1), Session.record(row, 2), row.getInt(4) == 1);
    }

    /// The numbers of known records, in the order given.
    List<Long> recordNumbers(Collection<RecordId> records) {
        var numbers = new ArrayList<Long>(records.size());
        for (RecordId record : records) {
            long n =
                    database.number(
                            "SELECT n FROM record WHERE uuid = ? AND kind = ?",
                            Hash.bytes(record.id()),
                            record.kind().code());
            if (n != 0) {
                numbers.add(n);
            }
        }
        return numbers;
    }

    SortedSet<String> sectionNames(Kind kind) {
        var found = new TreeSet<String>();
        database.each(
                "SELECT name FROM section WHERE n IN (SELECT DISTINCT r.section FROM revision r"
                        + " JOIN record d ON d.n = r.record WHERE d.kind = ?)",
                row -> found.add(ROW.matcher(row.getString(1)).replaceFirst("")),
                kind.code());
        return found;
    }

    SortedSet<String> propertyNames(Kind kind, String section) {
        var found = new TreeSet<String>();
        database.each(
                "SELECT DISTINCT j.key FROM revision r JOIN record d ON d.n = r.record"
                        + " JOIN section s ON s.n = r.section, json_each(r.body) j"
                        + " WHERE d.kind = ? AND s.name = ? AND r.body IS NOT NULL",
                row -> found.add(row.getString(1)),
                kind.code(),
                section);
        return found;
    }

    List<Map<String, String>> query(String sql, Object... args) {
        var found = new ArrayList<Map<String, String>>();
        eachRow(sql, found::add, args);
        return found;
    }

    void eachRow(String sql, Consumer<Map<String, String>> each, Object... args) {
        database.each(sql, row -> each.accept(texts(row)), session.named(args));
    }

    static Map<String, String> texts(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        var texts = new LinkedHashMap<String, String>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String text = row.getString(i);
            if (text != null) {
                texts.put(columns.getColumnLabel(i), text);
            }
        }
        return texts;
    }
}
