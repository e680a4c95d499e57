package zhuhu.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import zhuhu.base.CitizenId;
import zhuhu.base.Pinyin;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;

/// Finds households and persons by what people remember of them. Shape: the names and numbers of
/// some thousand records stand together in memory, read from the derived tables when first asked
/// for, and again after one of them changed.
///
/// Reason: an index of trigrams in the file answers two characters, the usual Chinese name, with
/// nothing, and costs every import; going through half a million names in memory takes a few
/// milliseconds. `docs/decisions/0009`.
final class SearchIndex {

    private static final int RECORDS = 4096;

    private final Database database;
    private final Layout layout;
    private final Map<Kind, Map<Long, SearchChunk>> known = new EnumMap<>(Kind.class);
    private final Map<Kind, Set<Long>> changed = new EnumMap<>(Kind.class);
    private final Map<String, Integer> placeNumbers = new HashMap<>();
    private final List<SearchQuery.Place> places = new ArrayList<>();
    private final Map<String, RecordId> households = new HashMap<>();

    SearchIndex(Database database, Layout layout) {
        this.database = database;
        this.layout = layout;
    }

    /// What is searched, in the order in which equally good ones are shown.
    private enum Searched {
        HOUSEHOLDS(
                Kind.HOUSEHOLD, "head_name", List.of("phone", "household_no"), "head_id_no", "id"),
        PERSONS(
                Kind.PERSON,
                "person_name",
                List.of("person_phone", "person_no"),
                "id_no",
                "household");

        private final Kind kind;
        private final String name;
        private final List<String> numbers;
        private final String citizenId;
        private final String household;

        Searched(Kind kind, String name, List<String> numbers, String citizenId, String household) {
            this.kind = kind;
            this.name = name;
            this.numbers = numbers;
            this.citizenId = citizenId;
            this.household = household;
        }
    }

    void changed(Collection<RecordState> records) {
        for (RecordState record : records) {
            record.parts().forEach(this::changed);
        }
    }

    private void changed(RecordState record) {
        if (record.id().kind() == Kind.VILLAGE) {
            known.remove(Kind.HOUSEHOLD);
        }
        long chunk = record.n() / RECORDS;
        changed.computeIfAbsent(record.id().kind(), _ -> new HashSet<>()).add(chunk);
        forget(record.id().kind(), chunk);
    }

    /// A transaction ended: what was read in it holds only if it was `kept`.
    void ended(boolean kept) {
        if (!kept) {
            if (changed.containsKey(Kind.VILLAGE)) {
                known.remove(Kind.HOUSEHOLD);
            }
            changed.forEach((kind, chunks) -> chunks.forEach(chunk -> forget(kind, chunk)));
        }
        changed.clear();
    }

    private void forget(Kind kind, long chunk) {
        Map<Long, SearchChunk> chunks = known.get(kind);
        if (chunks != null) {
            chunks.remove(chunk);
        }
    }

    void forget() {
        known.clear();
    }

    /// Reads ahead, a few thousand records at a time. False where nothing is left to read.
    boolean warm() {
        for (Searched searched : Searched.values()) {
            long last = last(searched);
            for (long chunk = 0; chunk <= last; chunk++) {
                if (!chunks(searched).containsKey(chunk)) {
                    int heard = chunk(searched, chunk).sounds().length;
                    return heard >= 0;
                }
            }
        }
        return false;
    }

    /// At most `limit` records, the best first.
    SearchHits search(String typed, int limit) {
        var hits = new SearchHits(limit);
        if (!SearchQuery.folded(typed).isEmpty() && limit > 0) {
            var chunks = new ArrayList<SearchChunk>();
            for (Searched searched : Searched.values()) {
                long last = last(searched);
                for (long chunk = 0; chunk <= last; chunk++) {
                    chunks.add(chunk(searched, chunk));
                }
            }
            SearchQuery query = SearchQuery.of(typed, places);
            chunks.forEach(chunk -> chunk.search(query, hits));
        }
        return hits;
    }

    private long last(Searched searched) {
        return database.number("SELECT max(record_no) FROM \"%s\"".formatted(searched.kind.code()))
                / RECORDS;
    }

    private Map<Long, SearchChunk> chunks(Searched searched) {
        return known.computeIfAbsent(searched.kind, _ -> new HashMap<>());
    }

    private SearchChunk chunk(Searched searched, long chunk) {
        return chunks(searched).computeIfAbsent(chunk, c -> read(searched, c));
    }

    private SearchChunk read(Searched searched, long chunk) {
        DerivedTable table = layout.table(searched.kind);
        var columns = new ArrayList<String>();
        columns.add("t.id");
        columns.add(column(table, searched.household));
        columns.add(column(table, searched.name));
        columns.add(column(table, searched.citizenId));
        columns.add(column(table, "group_name"));
        columns.add(villageName(table));
        searched.numbers.forEach(number -> columns.add(column(table, number)));
        var maker = new SearchChunk.Maker();
        database.each(
                "SELECT %s FROM \"%s\" t WHERE t.record_no BETWEEN ? AND ? ORDER BY t.record_no"
                        .formatted(String.join(", ", columns), table.name()),
                row -> add(maker, searched.kind, row, columns.size()),
                chunk * RECORDS,
                chunk * RECORDS + RECORDS - 1);
        return maker.make();
    }

    private static String column(DerivedTable table, String column) {
        return column.equals("id") || table.columns().contains(column) ? "t." + column : "NULL";
    }

    private String villageName(DerivedTable table) {
        boolean known =
                table.columns().contains("village")
                        && layout.table(Kind.VILLAGE).columns().contains("village_name");
        return known ? "(SELECT v.village_name FROM village v WHERE v.id = t.village)" : "NULL";
    }

    private void add(SearchChunk.Maker maker, Kind kind, ResultSet row, int count)
            throws SQLException {
        var numbers = new ArrayList<String>();
        for (int i = 7; i <= count; i++) {
            numbers.add(text(row, i));
        }
        maker.add(
                new RecordId(kind, UUID.fromString(row.getString(1))),
                household(row.getString(2)),
                text(row, 3),
                numbers,
                CitizenId.person(text(row, 4)),
                kind == Kind.HOUSEHOLD ? place(text(row, 6), text(row, 5)) : -1);
    }

    /// One object a household, however many live in it.
    private Optional<RecordId> household(@Nullable String uuid) {
        if (uuid == null || uuid.length() != 36) {
            return Optional.empty();
        }
        return Optional.of(
                households.computeIfAbsent(
                        uuid, text -> new RecordId(Kind.HOUSEHOLD, UUID.fromString(text))));
    }

    private int place(String village, String group) {
        String text = village + group;
        if (text.isEmpty()) {
            return -1;
        }
        return placeNumbers.computeIfAbsent(
                text,
                _ -> {
                    places.add(new SearchQuery.Place(text, Pinyin.sounds(text)));
                    return places.size() - 1;
                });
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : SearchQuery.folded(text);
    }
}
