package zhuhu.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import zhuhu.form.AnswerKind;
import zhuhu.pack.Schema;
import zhuhu.record.Canonical;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Review;
import zhuhu.record.Section;
import zhuhu.record.Value;
import zhuhu.record.Values;

/// One derived table: its columns, and how a record's sections fill a row. Shape: `places` are the
/// column of each property by section, sections in the schema's order. Immutable; any thread.
record DerivedTable(
        String name,
        Kind kind,
        boolean ofYears,
        List<String> fixed,
        List<String> columns,
        Map<String, Map<String, Integer>> places,
        List<String> types,
        List<Integer> named) {

    /// How the reviews of a visit stand over all: a column that no section states.
    static final String REVIEW = "review_state";

    /// Columns that other tables are joined by.
    private static final Set<String> REFERENCES = Set.of("household", "village", "subject");

    /// Columns that name another record: where records are one, rows name their class.
    private static final Set<String> NAMING =
            Set.of("household", "village", "subject", "person", "issue", "measure");

    static DerivedTable ofKind(Kind kind, List<Schema.Section> sections) {
        return of(
                kind.code(),
                kind,
                false,
                List.of("record_no", "id", "key", "contested", "blank"),
                sections);
    }

    static DerivedTable ofYears(Schema.Section section) {
        String name = section.kind().code() + "_" + section.name();
        List<String> fixed = List.of(section.kind().code(), "year", "contested", "blank");
        return of(name, section.kind(), true, fixed, List.of(section));
    }

    private static DerivedTable of(
            String name,
            Kind kind,
            boolean ofYears,
            List<String> fixed,
            List<Schema.Section> sections) {
        var columns = new ArrayList<String>();
        var types = new ArrayList<String>();
        var places = new LinkedHashMap<String, Map<String, Integer>>();
        // Reason: column names are alike to SQLite whatever their case.
        var taken = new HashMap<String, Integer>();
        for (Schema.Section section : sections) {
            var mine = places.computeIfAbsent(section.name(), _ -> new HashMap<>());
            for (Schema.Property property : section.properties()) {
                String folded = property.name().toLowerCase(Locale.ROOT);
                if (property.type() != AnswerKind.NONE && !fixed.contains(folded)) {
                    Integer place = taken.get(folded);
                    if (place == null) {
                        place = columns.size();
                        taken.put(folded, place);
                        columns.add(property.name());
                        types.add(isNumber(property) ? "NUMERIC" : "TEXT");
                    }
                    mine.put(property.name(), place);
                }
            }
        }
        List<Integer> named =
                IntStream.range(0, columns.size())
                        .filter(i -> NAMING.contains(columns.get(i)))
                        .mapToObj(i -> fixed.size() + i)
                        .toList();
        return new DerivedTable(
                name,
                kind,
                ofYears,
                fixed,
                List.copyOf(columns),
                places,
                List.copyOf(types),
                named);
    }

    private static boolean isNumber(Schema.Property property) {
        return property.type() == AnswerKind.INTEGER || property.type() == AnswerKind.DECIMAL;
    }

    /// Columns that name another record.
    List<String> references() {
        return columns.stream().filter(NAMING::contains).toList();
    }

    /// Where those stand in a row.
    List<Integer> referencePlaces() {
        return named;
    }

    /// The statements that make the table and its indexes.
    List<String> create() {
        var sql = new ArrayList<String>();
        String head =
                ofYears
                        ? "\"%s\" TEXT NOT NULL, year INTEGER NOT NULL, contested INTEGER NOT NULL, blank TEXT NOT NULL"
                                .formatted(kind.code())
                        : "record_no INTEGER PRIMARY KEY, id TEXT NOT NULL, key TEXT NOT NULL,"
                                + " contested TEXT NOT NULL, blank TEXT NOT NULL";
        var table = new StringBuilder("CREATE TABLE \"%s\" (%s".formatted(name, head));
        for (int i = 0; i < columns.size(); i++) {
            table.append(", \"%s\" %s".formatted(columns.get(i), types.get(i)));
        }
        table.append(
                ofYears ? ", PRIMARY KEY (%s, year)) WITHOUT ROWID".formatted(kind.code()) : ")");
        sql.add(table.toString());
        if (!ofYears) {
            sql.add("CREATE UNIQUE INDEX \"%1$s_id\" ON \"%1$s\" (id)".formatted(name));
            sql.add("CREATE INDEX \"%1$s_key\" ON \"%1$s\" (key)".formatted(name));
            columns.stream()
                    .filter(REFERENCES::contains)
                    .map(c ->
                            "CREATE INDEX \"%1$s_%2$s\" ON \"%1$s\" (\"%2$s\")".formatted(name, c))
                    .forEach(sql::add);
        }
        return sql;
    }

    String insert() {
        String marks = "?,".repeat(fixed.size() + columns.size());
        return "INSERT OR REPLACE INTO \"%s\" VALUES (%s)"
                .formatted(name, marks.substring(0, marks.length() - 1));
    }

    /// The row of a record in the table of its kind.
    @Nullable Object[] row(RecordState state, SortedMap<String, Section> sections) {
        @Nullable Object[] row = emptyRow();
        row[0] = state.n();
        row[1] = state.id().text();
        row[2] = state.id().shortKey();
        row[3] = contested(sections);
        places.forEach((name, places) -> {
            Section section = sections.get(name);
            if (section != null) {
                fill(row, section.shown(), places);
            }
        });
        Integer reviewed = places.getOrDefault(REVIEW, Map.of()).get(REVIEW);
        if (reviewed != null) {
            row[fixed.size() + reviewed] =
                    Review.over(sections).map(Review.State::code).orElse(null);
        }
        return row;
    }

    /// The row of a record whose sections say just these values.
    @Nullable Object[] row(long n, RecordId id, Map<String, Values> sections) {
        @Nullable Object[] row = emptyRow();
        row[0] = n;
        row[1] = id.text();
        row[2] = id.shortKey();
        row[3] = "";
        places.forEach((name, places) -> {
            Values values = sections.get(name);
            if (values != null) {
                fill(row, values, places);
            }
        });
        return row;
    }

    private static String contested(SortedMap<String, Section> sections) {
        StringBuilder names = null;
        for (Map.Entry<String, Section> entry : sections.entrySet()) {
            if (entry.getValue() instanceof Section.Contested) {
                names = names == null ? new StringBuilder() : names.append(' ');
                names.append(entry.getKey());
            }
        }
        return names == null ? "" : names.toString();
    }

    /// The row of one year, `name@YEAR`; null if the section's name holds no year.
    @Nullable Object @Nullable [] row(RecordState state, String sectionName, Section section) {
        @Nullable Object @Nullable [] row = row(state.id(), sectionName, section.shown());
        if (row != null) {
            row[2] = section instanceof Section.Contested ? 1 : 0;
        }
        return row;
    }

    /// The same, of values that nobody contests.
    @Nullable Object @Nullable [] row(RecordId id, String sectionName, Values values) {
        String year = sectionName.substring(sectionName.indexOf('@') + 1);
        Map<String, Integer> places =
                this.places.get(sectionName.substring(0, sectionName.indexOf('@')));
        if (places == null || !year.matches("[0-9]{1,4}")) {
            return null;
        }
        @Nullable Object[] row = emptyRow();
        row[0] = id.text();
        row[1] = Integer.parseInt(year);
        row[2] = 0;
        fill(row, values, places);
        return row;
    }

    /// Nothing in it, and nothing that was left empty.
    private @Nullable Object[] emptyRow() {
        @Nullable Object[] row = new Object[fixed.size() + columns.size()];
        row[fixed.size() - 1] = "";
        return row;
    }

    private void fill(@Nullable Object[] row, Values values, Map<String, Integer> places) {
        values.map()
                .forEach((property, value) -> {
                    Integer place = places.get(property);
                    if (place != null && row[fixed.size() + place] == null) {
                        Object cell = cell(value);
                        row[fixed.size() + place] = cell;
                        blank(row, columns.get(place), cell == null);
                    }
                });
    }

    /// Keeps the names of what was asked and left empty, blanks around each.
    private void blank(@Nullable Object[] row, String column, boolean isBlank) {
        int at = fixed.size() - 1;
        String names = String.valueOf(row[at]);
        String name = " " + column + " ";
        if (isBlank && !names.contains(name)) {
            row[at] = names.isEmpty() ? name : names + column + " ";
        } else if (!isBlank && names.contains(name)) {
            row[at] = names.equals(name) ? "" : names.replace(name, " ");
        }
    }

    private static @Nullable Object cell(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Number(BigDecimal number) -> number(number);
            case Value.Many many -> many.plain();
            case Value.Rows rows -> Canonical.json(rows);
            case Value.Empty() -> null;
        };
    }

    private static Object number(BigDecimal number) {
        return number.scale() <= 0 && number.precision() - number.scale() < 19
                ? (Object) number.longValueExact()
                : (Object) number.doubleValue();
    }
}
