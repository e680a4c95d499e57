package zhuhu.flow.link;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Texts;
import zhuhu.flow.InWords;
import zhuhu.flow.Labels;
import zhuhu.flow.edit.Members;
import zhuhu.pack.Schema;
import zhuhu.record.Attestation;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Section;
import zhuhu.record.Value;
import zhuhu.store.Workspace;

/// Two records side by side. Shape: `rows` in the order of the forms, only what one of them says;
/// `opens` the sections, by label, that both state and state differently, so that joining makes
/// conflicts of them. A picture of one moment.
public record Compared(Side first, Side second, List<Row> rows, List<String> opens) {

    public Compared {
        rows = List.copyOf(rows);
        opens = List.copyOf(opens);
    }

    /// Whose card it is. Shape: `place` village and group; `stated` who said something of it last
    /// and when, "" where nobody.
    public record Side(RecordId id, String label, String place, String stated) {}

    /// A line of both cards, with "—" for what was not asked. Shape: `section` by its label.
    public record Row(String section, String label, String first, String second) {

        public boolean differs() {
            return !first.equals(second);
        }
    }

    public static Compared of(Workspace workspace, Texts texts, RecordId first, RecordId second) {
        return new Making(workspace, texts, first, second).compared();
    }

    private static final class Making {

        private final Workspace workspace;
        private final Texts texts;
        private final RecordId first;
        private final RecordId second;
        private final SortedMap<String, Section> left;
        private final SortedMap<String, Section> right;
        private final List<Row> rows = new ArrayList<>();

        Making(Workspace workspace, Texts texts, RecordId first, RecordId second) {
            this.workspace = workspace;
            this.texts = texts;
            this.first = first;
            this.second = second;
            left = workspace.sections(first);
            right = workspace.sections(second);
        }

        Compared compared() {
            belonging();
            var names = new TreeSet<>(left.keySet());
            names.addAll(right.keySet());
            Schema schema = workspace.schema();
            schema.of(first.kind())
                    .forEach(section ->
                            names.stream()
                                    .filter(name -> base(name).equals(section.name()))
                                    .forEach(name -> rows(section, name)));
            return new Compared(
                    side(first, left),
                    side(second, right),
                    rows,
                    Opened.of(workspace, first, second));
        }

        private static String base(String name) {
            return name.contains("@") ? name.substring(0, name.indexOf('@')) : name;
        }

        private void rows(Schema.Section section, String name) {
            String year = name.contains("@") ? " " + name.substring(name.indexOf('@') + 1) : "";
            for (Schema.Property property : section.properties()) {
                String one = words(left.get(name), property);
                String other = words(right.get(name), property);
                if (!property.label().isBlank() && !(one + other).matches("—*")) {
                    rows.add(new Row(section.label() + year, property.label(), one, other));
                }
            }
        }

        private String words(@Nullable Section section, Schema.Property property) {
            Optional<Value> value =
                    section == null ? Optional.empty() : section.shown().get(property.name());
            return value.map(v -> words(property, v)).orElse("—");
        }

        private String words(Schema.Property property, Value value) {
            boolean names =
                    property.name().equals("village") || property.name().equals("household");
            return names
                    ? workspace
                            .recordOf(value.plain())
                            .map(r -> Labels.of(workspace, r) + " " + r.shortKey())
                            .orElse(value.plain())
                    : InWords.of(property, value);
        }

        /// Members of households, and how often they were visited.
        private void belonging() {
            if (first.kind() == Kind.HOUSEHOLD) {
                String section = texts.of("links.belonging");
                rows.add(
                        new Row(
                                section,
                                texts.of("links.members"),
                                members(first),
                                members(second)));
                rows.add(new Row(section, texts.of("links.visits"), visits(first), visits(second)));
            }
        }

        private String members(RecordId household) {
            return Members.now(workspace, household).stream()
                    .map(Members.Member::name)
                    .collect(Collectors.joining("、"));
        }

        private String visits(RecordId household) {
            List<String> rounds =
                    workspace
                            .query(
                                    """
                                    SELECT DISTINCT round FROM visit
                                    WHERE subject = ? AND finalised = 1 AND edit_records IS NULL ORDER BY round
                                    """,
                                    household.text())
                            .stream()
                            .map(row -> row.getOrDefault("round", ""))
                            .toList();
            return rounds.isEmpty() ? texts.of("links.noVisit") : String.join("、", rounds);
        }

        private Side side(RecordId record, Map<String, Section> sections) {
            return new Side(record, Labels.of(workspace, record), place(record), stated(sections));
        }

        private String place(RecordId record) {
            if (record.kind() == Kind.PERSON) {
                return workspace
                        .recordOf(workspace.section(record, "residence").shown().plain("household"))
                        .map(home -> place(home) + " " + Labels.of(workspace, home))
                        .orElse("");
            }
            if (record.kind() != Kind.HOUSEHOLD) {
                return "";
            }
            var place = workspace.section(record, "place").shown();
            String village =
                    workspace
                            .recordOf(place.plain("village"))
                            .map(v -> Labels.of(workspace, v))
                            .orElse("");
            return (village + " " + place.plain("group_name")).strip();
        }

        /// Those who stand behind it, each once.
        private String stated(Map<String, Section> sections) {
            Set<String> who = new LinkedHashSet<>();
            sections.values().stream()
                    .flatMap(section -> section.allHeads().stream())
                    .flatMap(head -> workspace.attestations(head.id()).stream())
                    .map(Attestation::stamp)
                    .map(stamp -> (stamp.by() + " " + day(stamp.at())).strip())
                    .sorted()
                    .forEach(who::add);
            return who.stream().limit(3).collect(Collectors.joining("、"));
        }

        private static String day(@Nullable String at) {
            return at == null ? "" : at.substring(0, Math.min(10, at.length()));
        }
    }
}
