package zhuhu.pack;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import zhuhu.form.AnswerKind;
import zhuhu.form.Choice;
import zhuhu.record.Kind;

/// What sections and properties each kind of record has, in the order in which they are shown. Made
/// from the register forms and the campaign's visit forms.
public record Schema(List<Section> sections) {

    public Schema {
        sections = List.copyOf(sections);
    }

    /// Who may state a section: a roster (read-only in visits), or a visit.
    public enum Authority {
        SYSTEM,
        VISIT,
        ROUND,
        EVENT
    }

    /// Shape: `yearly` sections are named `name@YEAR` in records and have derived tables
    /// `household_income`; `perRow` sections of a visit are named `name@RECORD_ID`.
    public record Section(
            Kind kind,
            String name,
            String label,
            Authority authority,
            boolean yearly,
            boolean perRow,
            List<Property> properties) {
        public Section {
            properties = List.copyOf(properties);
        }
    }

    /// Shape: `choices` empty where the type has none; `national` the national system's column or
    /// "".
    public record Property(
            String name,
            String label,
            AnswerKind type,
            List<Choice> choices,
            boolean calculated,
            String national) {
        public Property {
            choices = List.copyOf(choices);
        }

        /// The label of a choice; its name where the list has no such choice.
        public String labelOf(String choice) {
            return choices.stream()
                    .filter(c -> c.name().equals(choice))
                    .map(Choice::label)
                    .findFirst()
                    .orElse(choice);
        }
    }

    public Stream<Section> of(Kind kind) {
        return sections.stream().filter(s -> s.kind() == kind);
    }

    /// The section that a section name of a record belongs to: what follows `@` is left out.
    public Optional<Section> section(Kind kind, String name) {
        String base = name.contains("@") ? name.substring(0, name.indexOf('@')) : name;
        return of(kind).filter(s -> s.name().equals(base)).findFirst();
    }

    /// The section that holds a property of a kind.
    public Optional<Section> sectionOf(Kind kind, String property) {
        return of(kind).filter(s -> property(s, property).isPresent()).findFirst();
    }

    public Optional<Property> property(Kind kind, String property) {
        return sectionOf(kind, property).flatMap(s -> property(s, property));
    }

    /// The properties of a section that are calculated, and so are left out when statements are
    /// compared.
    public Predicate<String> calculated(Kind kind, String section) {
        return section(kind, section)
                .<Predicate<String>>map(
                        s -> name -> property(s, name).map(Property::calculated).orElse(false))
                .orElse(_ -> false);
    }

    private static Optional<Property> property(Section section, String name) {
        return section.properties().stream().filter(p -> p.name().equals(name)).findFirst();
    }
}
