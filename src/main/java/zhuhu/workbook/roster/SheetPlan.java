package zhuhu.workbook.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import zhuhu.pack.Headings;
import zhuhu.pack.Headings.Meaning;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;

/// How the columns of a sheet are read, worked out once. One thread.
final class SheetPlan {

    /// A column whose property the register knows.
    record Known(
            Column column, Kind kind, String section, Schema.Property property, CellReader reader) {

        String name() {
            return property.name();
        }
    }

    private final List<Known> known = new ArrayList<>();
    private final List<Column> other = new ArrayList<>();
    private final Map<Kind, Map<String, Set<String>>> asked = new EnumMap<>(Kind.class);

    /// `incomeYear`: the year that yearly sections are about.
    SheetPlan(Header header, Headings headings, Schema schema, int incomeYear) {
        for (Column column : header.columns()) {
            switch (column.meaning().orElse(null)) {
                case Meaning.Property meaning -> add(column, meaning, headings, schema, incomeYear);
                case Meaning.DataDate _ -> {}
                case Meaning.Ignored _ -> {}
                case null -> other.add(column);
            }
        }
        other.forEach(c -> ask(Kind.PERSON, RosterConversion.OTHER, c.heading()));
    }

    private void add(
            Column column, Meaning.Property meaning, Headings headings, Schema schema, int year) {
        Optional<Schema.Section> section = schema.section(meaning.kind(), meaning.section());
        Optional<Schema.Property> property =
                section.flatMap(s ->
                        s.properties().stream()
                                .filter(p -> p.name().equals(meaning.property()))
                                .findFirst());
        if (property.isEmpty()) {
            other.add(column);
            return;
        }
        String name = meaning.section() + (section.get().yearly() ? "@" + year : "");
        var reader = new CellReader(property.get(), meaning.yearOnly(), headings);
        known.add(new Known(column, meaning.kind(), name, property.get(), reader));
        ask(meaning.kind(), name, meaning.property());
    }

    private void ask(Kind kind, String section, String property) {
        asked.computeIfAbsent(kind, _ -> new HashMap<>())
                .computeIfAbsent(section, _ -> new HashSet<>())
                .add(property);
    }

    List<Known> known() {
        return known;
    }

    /// Columns that nobody knows, or whose property the register does not have.
    List<Column> other() {
        return other;
    }

    Map<Kind, Map<String, Set<String>>> asked() {
        return asked;
    }
}
