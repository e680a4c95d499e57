package zhuhu.workbook.export;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import zhuhu.base.Texts;
import zhuhu.form.AnswerKind;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;

/// Which sections and columns a record sheet has, in their order.
public record SheetLayout(List<Band> bands) {

    /// The section of a note jotted down about a household; its words stand in the visit's own row.
    public static final String NOTE = "note";

    public static final String NOTE_TEXT = "note_text";
    private static final List<String> OWN = List.of("about", "finalised", "roster_other");

    /// A section and its columns. Shape: `section` as in the facts, of row sections without the
    /// row.
    public record Band(String section, String label, List<BookColumn> columns) {
        public Band {
            columns = List.copyOf(columns);
        }
    }

    public SheetLayout {
        bands = List.copyOf(bands);
    }

    public List<BookColumn> columns() {
        return bands.stream().flatMap(b -> b.columns().stream()).toList();
    }

    /// Sections of whole records: those of the schema in its order, yearly ones once a year found,
    /// then any others found.
    public static SheetLayout ofRecords(
            Schema schema, Kind kind, SortedMap<String, SortedSet<String>> found, Texts texts) {
        var bands = new ArrayList<Band>();
        for (Schema.Section section : schema.of(kind).toList()) {
            if (section.yearly()) {
                found.keySet().stream()
                        .filter(name -> name.startsWith(section.name() + "@"))
                        .forEach(name ->
                                bands.add(band(section, name, yearLabel(section, name, texts))));
            } else if (!section.perRow()) {
                bands.add(band(section, section.name(), section.label()));
            }
        }
        schema.of(kind)
                .filter(section -> isNote(section) && found.containsKey(section.name()))
                .forEach(section -> bands.add(notes(section)));
        found.forEach((name, properties) -> {
            if (schema.section(kind, name).isEmpty()) {
                bands.add(unknown(name, properties, texts));
            }
        });
        return new SheetLayout(nonEmpty(bands));
    }

    /// Sections of rows within records (a member's screen in a visit).
    public static SheetLayout ofRows(
            Schema schema, Kind kind, SortedMap<String, SortedSet<String>> found) {
        var bands = new ArrayList<Band>();
        for (Schema.Section section : schema.of(kind).filter(Schema.Section::perRow).toList()) {
            if (found.containsKey(section.name()) && !isNote(section)) {
                bands.add(band(section, section.name(), section.label()));
            }
        }
        return new SheetLayout(nonEmpty(bands));
    }

    static boolean isNote(Schema.Section section) {
        return section.perRow() && section.name().equals(NOTE);
    }

    /// All notes of a record in one cell.
    private static Band notes(Schema.Section section) {
        var text = BookColumn.of(NOTE, NOTE_TEXT, section.label(), AnswerKind.TEXT, List.of());
        return new Band(NOTE, section.label(), List.of(text));
    }

    private static List<Band> nonEmpty(List<Band> bands) {
        return bands.stream().filter(b -> !b.columns().isEmpty()).toList();
    }

    private static String yearLabel(Schema.Section section, String name, Texts texts) {
        String year = name.substring(section.name().length() + 1);
        return texts.of("export.year", section.label(), year);
    }

    private static Band band(Schema.Section section, String name, String label) {
        return new Band(
                name,
                label,
                section.properties().stream()
                        // Reason: a property without words is a form's working figure.
                        .filter(p -> !p.label().isBlank())
                        .map(p -> BookColumn.of(name, p.name(), p.label(), p.type(), p.choices()))
                        .toList());
    }

    private static Band unknown(String name, SortedSet<String> properties, Texts texts) {
        String label = OWN.contains(name) ? sectionLabel(name, texts) : name;
        return new Band(
                name,
                label,
                properties.stream()
                        .map(p ->
                                BookColumn.of(
                                        name,
                                        p,
                                        ownLabel(name, p, texts),
                                        AnswerKind.TEXT,
                                        List.of()))
                        .toList());
    }

    private static String sectionLabel(String name, Texts texts) {
        return switch (name) {
            case "about" -> texts.of("export.section.about");
            case "finalised" -> texts.of("export.section.finalised");
            default -> texts.of("export.section.rosterOther");
        };
    }

    private static String ownLabel(String section, String property, Texts texts) {
        return switch (section + "." + property) {
            case "about.form" -> texts.of("export.about.form");
            case "about.round" -> texts.of("export.about.round");
            case "about.subject" -> texts.of("export.about.subject");
            case "finalised.finalised" -> texts.of("export.about.finalised");
            default -> property;
        };
    }
}
