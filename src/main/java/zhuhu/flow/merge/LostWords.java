package zhuhu.flow.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.pack.Schema;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.workbook.read.CellChange;
import zhuhu.workbook.read.Lost;

/// What a section whose facts are lost says against what it rests on, for people.
final class LostWords {

    private LostWords() {}

    /// The properties that say something else. Shape: by name; calculated ones left out.
    static List<CellChange> changes(
            Schema schema, RecordId record, Lost lost, Values was, Place row) {
        var changes = new ArrayList<CellChange>();
        var calculated = schema.calculated(record.kind(), lost.section());
        lost.values()
                .map()
                .forEach((property, now) -> {
                    Optional<Value> before = was.get(property);
                    boolean differs = !before.equals(Optional.of(now));
                    if (differs && !calculated.test(property)) {
                        changes.add(
                                new CellChange(
                                        lost.places().getOrDefault(property, row),
                                        property,
                                        label(schema, record, lost, property),
                                        before.map(v -> text(schema, record, lost, property, v))
                                                .orElse("—"),
                                        text(schema, record, lost, property, now),
                                        now));
                    }
                });
        return changes;
    }

    /// Why such a change waits for a person.
    static Problem changed(
            Schema schema, RecordId record, Lost lost, List<CellChange> changes, Place row) {
        String key = lost.heads().isEmpty() ? "mergeHeldNoBase" : "mergeHeldNoFacts";
        return Problem.of(
                        key,
                        section(schema, record, lost),
                        changes.stream().map(CellChange::label).collect(Collectors.joining("、")))
                .at(row);
    }

    static Problem pending(Schema schema, RecordId record, Lost lost, Place row) {
        return Problem.of("mergePendingRow", section(schema, record, lost)).at(row);
    }

    private static String section(Schema schema, RecordId record, Lost lost) {
        return schema.section(record.kind(), lost.section())
                .map(Schema.Section::label)
                .orElse(lost.section());
    }

    private static Optional<Schema.Property> property(
            Schema schema, RecordId record, Lost lost, String name) {
        return schema.section(record.kind(), lost.section()).stream()
                .flatMap(s -> s.properties().stream())
                .filter(p -> p.name().equals(name))
                .findFirst();
    }

    private static String label(Schema schema, RecordId record, Lost lost, String name) {
        return property(schema, record, lost, name).map(Schema.Property::label).orElse(name);
    }

    private static String text(
            Schema schema, RecordId record, Lost lost, String name, Value value) {
        return value instanceof Value.Text(String text)
                ? property(schema, record, lost, name).map(p -> p.labelOf(text)).orElse(text)
                : value.plain();
    }
}
