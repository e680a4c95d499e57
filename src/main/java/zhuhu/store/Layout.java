package zhuhu.store;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import zhuhu.base.Sha256;
import zhuhu.form.AnswerKind;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.record.Link;

/// What the derived tables look like for a schema. Immutable but for a cache; one thread at a time.
final class Layout {

    /// Sections of every visit, whatever its form asks.
    private static final List<Schema.Section> OF_EVERY_VISIT =
            List.of(
                    fixed("about", AnswerKind.TEXT, "subject", "round", "form"),
                    fixed("finalised", AnswerKind.INTEGER, "finalised"),
                    fixed(
                            "edit",
                            AnswerKind.TEXT,
                            "edit_act",
                            "edit_reason",
                            "edit_document",
                            "edit_records"),
                    fixed(DerivedTable.REVIEW, AnswerKind.TEXT, DerivedTable.REVIEW));

    /// What a link says, whatever the pack.
    private static final List<Schema.Section> OF_EVERY_LINK =
            List.of(
                    fixed(
                            Kind.LINK,
                            Link.SECTION,
                            property("kind", AnswerKind.TEXT),
                            property("first", AnswerKind.TEXT),
                            property("second", AnswerKind.TEXT),
                            property("same", AnswerKind.INTEGER)));

    private final Schema schema;
    private final Map<Kind, DerivedTable> tables = new EnumMap<>(Kind.class);
    private final Map<Kind, List<DerivedTable>> yearly = new EnumMap<>(Kind.class);
    private final Map<Kind, Map<String, Predicate<String>>> calculated = new EnumMap<>(Kind.class);

    Layout(Schema schema) {
        this.schema = schema;
        for (Kind kind : Kind.values()) {
            tables.put(
                    kind,
                    DerivedTable.ofKind(
                            kind, sections(kind).filter(s -> !s.yearly() && !s.perRow()).toList()));
            yearly.put(
                    kind,
                    sections(kind)
                            .filter(Schema.Section::yearly)
                            .map(DerivedTable::ofYears)
                            .toList());
        }
    }

    /// The one table with a row a record.
    DerivedTable table(Kind kind) {
        return one(tables.get(kind));
    }

    /// The tables with a row a record and year.
    List<DerivedTable> yearly(Kind kind) {
        return one(yearly.get(kind));
    }

    List<DerivedTable> all(Kind kind) {
        var all = new ArrayList<DerivedTable>();
        all.add(table(kind));
        all.addAll(yearly(kind));
        return all;
    }

    /// Which properties of a section are left out when statements are compared.
    Predicate<String> calculated(Kind kind, String section) {
        int at = section.indexOf('@');
        return calculated
                .computeIfAbsent(kind, _ -> new HashMap<>())
                .computeIfAbsent(
                        at < 0 ? section : section.substring(0, at),
                        name -> schema.calculated(kind, name));
    }

    /// Changes whenever rows of this kind would come out differently.
    String fingerprint(Kind kind) {
        var text = new StringBuilder("1\n");
        all(kind).forEach(table -> table.create().forEach(sql -> text.append(sql).append('\n')));
        sections(kind)
                .forEach(section -> {
                    text.append(section.name()).append(section.perRow()).append('\n');
                    section.properties().stream()
                            .filter(Schema.Property::calculated)
                            .forEach(p -> text.append('=').append(p.name()).append('\n'));
                });
        return Sha256.half(text.toString());
    }

    private Stream<Schema.Section> sections(Kind kind) {
        List<Schema.Section> own =
                switch (kind) {
                    case VISIT -> OF_EVERY_VISIT;
                    case LINK -> OF_EVERY_LINK;
                    default -> List.of();
                };
        return Stream.concat(own.stream(), schema.of(kind));
    }

    private static <T> T one(@org.jspecify.annotations.Nullable T found) {
        if (found == null) {
            throw new IllegalStateException();
        }
        return found;
    }

    private static Schema.Section fixed(String name, AnswerKind type, String... properties) {
        return fixed(
                Kind.VISIT,
                name,
                Stream.of(properties).map(p -> property(p, type)).toArray(Schema.Property[]::new));
    }

    private static Schema.Section fixed(Kind kind, String name, Schema.Property... properties) {
        return new Schema.Section(
                kind, name, name, Schema.Authority.VISIT, false, false, List.of(properties));
    }

    private static Schema.Property property(String name, AnswerKind type) {
        return new Schema.Property(name, name, type, List.of(), false, "");
    }
}
