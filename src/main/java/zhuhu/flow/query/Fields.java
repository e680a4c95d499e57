package zhuhu.flow.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import zhuhu.form.AnswerKind;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;

/// The properties that can be asked for: those of households, then those of their members, in the
/// schema's order. Immutable; any thread.
public final class Fields {

    /// Record ids, which mean nothing to a reader.
    private static final Set<String> LINKS = Set.of("household");

    private final List<Field> all = new ArrayList<>();

    public Fields(Schema schema) {
        Stream.of(Kind.HOUSEHOLD, Kind.PERSON)
                .flatMap(schema::of)
                .filter(section -> !section.perRow())
                .forEach(this::add);
    }

    /// A property. Shape: `section` is the label of its section.
    public record Field(
            Kind kind,
            String sectionName,
            String section,
            boolean yearly,
            Schema.Property property) {

        public String name() {
            return property.name();
        }

        public String label() {
            return property.label();
        }

        public AnswerKind type() {
            return property.type();
        }

        public boolean ofMember() {
            return kind == Kind.PERSON;
        }

        /// Whether an answer names several choices.
        public boolean isMany() {
            return type() == AnswerKind.MANY || type() == AnswerKind.RANK;
        }

        public boolean isNumber() {
            return type() == AnswerKind.INTEGER || type() == AnswerKind.DECIMAL;
        }

        /// The name of a choice that was written by its name or label; what has no choices, as it
        /// is. Empty: no such choice.
        Optional<String> value(String written) {
            if (written.isEmpty() || property.choices().isEmpty()) {
                return Optional.of(written);
            }
            return property.choices().stream()
                    .filter(c -> c.name().equals(written) || c.label().equals(written))
                    .findFirst()
                    .map(c -> c.name());
        }
    }

    private void add(Schema.Section section) {
        Set<String> taken = new HashSet<>(all.stream().map(Field::name).toList());
        for (Schema.Property property : section.properties()) {
            if (property.type() != AnswerKind.NONE
                    && !LINKS.contains(property.name())
                    && taken.add(property.name())) {
                all.add(
                        new Field(
                                section.kind(),
                                section.name(),
                                section.label(),
                                section.yearly(),
                                property));
            }
        }
    }

    public List<Field> all() {
        return List.copyOf(all);
    }

    /// By name, else by label.
    public Optional<Field> find(String written) {
        return all.stream()
                .filter(f -> f.name().equals(written))
                .findFirst()
                .or(() -> all.stream().filter(f -> f.label().equals(written)).findFirst());
    }
}
