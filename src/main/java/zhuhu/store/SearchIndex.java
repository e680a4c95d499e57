package zhuhu.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import zhuhu.base.CitizenId;
import zhuhu.base.Plain;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;

/// Finds households and persons by what people remember of them. Shape: the words of some thousand
/// records stand in one text in memory, read from the derived tables when first asked for, and
/// again after one of them changed.
///
/// Reason: an index of trigrams answers two characters, the usual Chinese name, with nothing; a
/// scan of the encrypted tables takes a third of a second for half a million persons.
final class SearchIndex {

    private static final int RECORDS = 4096;

    private final Database database;
    private final Layout layout;
    private final Map<Kind, Map<Long, Words>> known = new HashMap<>();

    SearchIndex(Database database, Layout layout) {
        this.database = database;
        this.layout = layout;
    }

    /// What is searched: plain columns, the name first, and the column of the citizen id.
    private enum Searched {
        HOUSEHOLDS(
                Kind.HOUSEHOLD,
                List.of("head_name", "group_name", "phone", "household_no"),
                "head_id_no"),
        PERSONS(Kind.PERSON, List.of("person_name", "person_phone", "person_no"), "id_no");

        private final Kind kind;
        private final List<String> columns;
        private final String idColumn;

        Searched(Kind kind, List<String> columns, String idColumn) {
            this.kind = kind;
            this.columns = columns;
            this.idColumn = idColumn;
        }
    }

    void changed(Collection<RecordState> records) {
        for (RecordState record : records) {
            Map<Long, Words> chunks = known.get(record.id().kind());
            if (chunks != null) {
                chunks.remove(record.n() / RECORDS);
            }
        }
    }

    void forget() {
        known.clear();
    }

    List<RecordId> search(String typed, int limit) {
        String text = folded(typed);
        if (text.isEmpty() || limit <= 0) {
            return List.of();
        }
        var hits = new SearchHits(text, limit);
        for (Searched searched : Searched.values()) {
            long last =
                    database.number(
                            "SELECT max(record_no) FROM \"%s\"".formatted(searched.kind.code()));
            for (long chunk = 0; chunk <= last / RECORDS; chunk++) {
                words(searched, chunk).search(hits);
            }
        }
        return hits.best().stream().map(this::record).toList();
    }

    private RecordId record(long n) {
        return database.first(
                        "SELECT kind, uuid FROM record WHERE n = ?",
                        row -> Session.record(row, 1),
                        n)
                .orElseThrow();
    }

    private Words words(Searched searched, long chunk) {
        return known.computeIfAbsent(searched.kind, _ -> new HashMap<>())
                .computeIfAbsent(chunk, c -> read(searched, c));
    }

    private Words read(Searched searched, long chunk) {
        DerivedTable table = layout.table(searched.kind);
        var columns = new ArrayList<String>();
        for (String column : searched.columns) {
            columns.add(table.columns().contains(column) ? column : "NULL");
        }
        columns.add(table.columns().contains(searched.idColumn) ? searched.idColumn : "NULL");
        var words = new Words.Maker();
        database.each(
                "SELECT record_no, %s FROM \"%s\" WHERE record_no BETWEEN ? AND ? ORDER BY record_no"
                        .formatted(String.join(", ", columns), table.name()),
                row -> words.add(row.getLong(1), texts(row, columns.size())),
                chunk * RECORDS,
                chunk * RECORDS + RECORDS - 1);
        return words.make();
    }

    private static List<String> texts(ResultSet row, int count) throws SQLException {
        var texts = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            String text = row.getString(i + 2);
            texts.add(text == null ? "" : folded(text));
        }
        texts.set(count - 1, CitizenId.person(texts.get(count - 1)));
        return texts;
    }

    private static String folded(String text) {
        return Plain.folded(text).toUpperCase(Locale.ROOT);
    }
}
