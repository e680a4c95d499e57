package zhuhu.flow;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Stream;
import zhuhu.base.CitizenId;
import zhuhu.flow.edit.DirectEdits;
import zhuhu.flow.edit.Members;
import zhuhu.pack.Schema;
import zhuhu.record.Attestation;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// One household as its card shows it: sections with labels, members, and where values came from.
/// Shape: sections in the schema's order, only those ever written.
public record HouseholdCard(
        RecordId id,
        String key,
        String title,
        String village,
        String state,
        List<Block> sections,
        List<Member> members,
        List<Former> former,
        List<Blank> blanks,
        List<Attached> attached) {

    /// How names of blocks begin that are no sections, and so cannot be corrected.
    public static final String READ_ONLY = "=";

    public HouseholdCard {
        sections = List.copyOf(sections);
        members = List.copyOf(members);
        former = List.copyOf(former);
        blanks = List.copyOf(blanks);
        attached = List.copyOf(attached);
    }

    /// A card of a household that nobody left and whose sections are all written.
    public HouseholdCard(
            RecordId id,
            String key,
            String title,
            String village,
            String state,
            List<Block> sections,
            List<Member> members) {
        this(id, key, title, village, state, sections, members, List.of(), List.of(), List.of());
    }

    /// Somebody who used to live here. Shape: `why` and `on` as stated (“死亡”), or the household
    /// moved to, with `moved` true.
    public record Former(
            RecordId id, String name, String why, String on, boolean moved, List<Block> sections) {
        public Former {
            sections = List.copyOf(sections);
        }
    }

    /// A section that was never written; `name` with the round's year where there is one a year.
    public record Blank(RecordId record, String name, String label) {}

    /// A helper, a measure or an issue of the household; `words` what it is about.
    public record Attached(RecordId id, String words, Block block) {}

    /// A section: label, rows, who said it last, and whether sides differ.
    public record Block(
            String name, String label, List<Row> rows, Optional<Stamp> source, boolean contested) {
        public Block {
            rows = List.copyOf(rows);
        }
    }

    /// A property in words; `text` is “—” where not asked, “” where empty.
    public record Row(String property, String label, String text) {}

    /// `age` is -1 where unknown.
    public record Member(
            RecordId id,
            String name,
            String relation,
            String sex,
            int age,
            String idNo,
            List<Block> sections) {
        public Member {
            sections = List.copyOf(sections);
        }
    }

    /// Ages of members are counted at `today`.
    public static HouseholdCard of(Workspace workspace, RecordId household, LocalDate today) {
        var making = new Making(workspace, today);
        String village = workspace.section(household, "place").shown().plain("village");
        return new HouseholdCard(
                household,
                household.shortKey(),
                Labels.of(workspace, household),
                workspace.recordOf(village).map(v -> Labels.of(workspace, v)).orElse(""),
                HouseholdStates.of(workspace).of(household.text()),
                Stream.concat(
                                making.blocks(household).stream(),
                                CardExtras.of(workspace, household).stream())
                        .toList(),
                VisitStart.members(workspace, household).stream().map(making::member).toList(),
                Members.former(workspace, household).stream().map(making::former).toList(),
                making.blanks(household),
                making.attached(household));
    }

    private record Making(Workspace workspace, LocalDate today) {

        List<Block> blocks(RecordId record) {
            SortedMap<String, Section> sections = workspace.sections(record);
            var blocks = new ArrayList<Block>();
            workspace
                    .schema()
                    .of(record.kind())
                    .forEach(spec ->
                            sections.forEach((name, section) -> {
                                boolean same =
                                        name.equals(spec.name())
                                                || name.startsWith(spec.name() + "@");
                                if (same && !(section instanceof Section.Unwritten)) {
                                    blocks.add(block(spec, name, section));
                                }
                            }));
            return blocks;
        }

        List<Attached> attached(RecordId household) {
            var attached = new ArrayList<Attached>();
            for (Kind kind : List.of(Kind.PAIRING, Kind.MEASURE, Kind.ISSUE)) {
                boolean ofHomes = workspace.schema().property(kind, "household").isPresent();
                if (household.kind() != Kind.HOUSEHOLD || !ofHomes) {
                    continue;
                }
                String sql =
                        "SELECT id FROM " + kind.code() + " WHERE household = ? ORDER BY rowid";
                for (Map<String, String> row : workspace.query(sql, household.text())) {
                    var id = new RecordId(kind, UUID.fromString(row.getOrDefault("id", "")));
                    String words = Labels.of(workspace, id);
                    blocks(id).forEach(block -> attached.add(new Attached(id, words, block)));
                }
            }
            return attached;
        }

        private Block block(Schema.Section spec, String name, Section section) {
            String year = name.contains("@") ? " " + name.substring(name.indexOf('@') + 1) : "";
            Values shown = section.shown();
            List<Row> rows =
                    spec.properties().stream()
                            .map(p ->
                                    new Row(
                                            p.name(),
                                            p.label(),
                                            shown.get(p.name()).map(v -> words(p, v)).orElse("—")))
                            .toList();
            return new Block(
                    name,
                    spec.label() + year,
                    rows,
                    source(section),
                    section instanceof Section.Contested);
        }

        private String words(Schema.Property property, zhuhu.record.Value value) {
            if (property.name().equals("village") || property.name().equals("household")) {
                return workspace
                        .recordOf(value.plain())
                        .map(r -> Labels.of(workspace, r))
                        .orElse(value.plain());
            }
            return InWords.of(property, value);
        }

        private Optional<Stamp> source(Section section) {
            List<Revision> heads = section.allHeads();
            return heads.isEmpty()
                    ? Optional.empty()
                    : workspace.attestations(heads.getFirst().id()).stream()
                            .map(Attestation::stamp)
                            .findFirst();
        }

        Former former(RecordId person) {
            Map<String, Section> sections = workspace.sections(person);
            Values change = shown(sections, "change");
            boolean moved = !change.plain("change").equals("2");
            String home = shown(sections, "residence").plain("household");
            String why =
                    moved
                            ? workspace.recordOf(home).map(h -> Labels.of(workspace, h)).orElse("")
                            : label("change_reason", change.plain("change_reason"));
            return new Former(
                    person,
                    shown(sections, "identity").plain("person_name"),
                    why,
                    moved ? "" : change.plain("changed_on"),
                    moved,
                    blocks(person));
        }

        List<Blank> blanks(RecordId record) {
            SortedMap<String, Section> sections = workspace.sections(record);
            String year = DirectEdits.incomeYear(workspace);
            return workspace
                    .schema()
                    .of(record.kind())
                    .filter(spec -> !spec.name().equals("number"))
                    .map(spec ->
                            new Blank(
                                    record,
                                    spec.yearly() ? spec.name() + "@" + year : spec.name(),
                                    spec.yearly() ? spec.label() + " " + year : spec.label()))
                    .filter(blank ->
                            sections.getOrDefault(blank.name(), new Section.Unwritten())
                                    instanceof Section.Unwritten)
                    .toList();
        }

        Member member(RecordId person) {
            Map<String, Section> sections = workspace.sections(person);
            Values identity = shown(sections, "identity");
            String idNo = identity.plain("id_no");
            return new Member(
                    person,
                    identity.plain("person_name"),
                    label("relation", shown(sections, "residence").plain("relation")),
                    label("sex", sex(identity.plain("sex"), idNo)),
                    age(idNo, identity.plain("birth_date")),
                    idNo,
                    blocks(person));
        }

        /// As stated; else as the 17th digit of a whole number tells.
        private String sex(String stated, String idNo) {
            boolean whole = stated.isEmpty() && CitizenId.fault(idNo, today).isEmpty();
            return whole ? (idNo.charAt(16) - '0') % 2 == 1 ? "1" : "2" : stated;
        }

        private int age(String idNo, String typed) {
            Optional<LocalDate> birth = CitizenId.birth(idNo);
            if (birth.isEmpty() && typed.matches("\\d{4}-\\d{2}-\\d{2}")) {
                birth = Optional.of(LocalDate.parse(typed));
            }
            return birth.map(date -> Period.between(date, today).getYears()).orElse(-1);
        }

        private String label(String property, String choice) {
            return workspace
                    .schema()
                    .property(Kind.PERSON, property)
                    .map(p -> p.labelOf(choice))
                    .orElse(choice);
        }

        private static Values shown(Map<String, Section> sections, String name) {
            Section section = sections.get(name);
            return section == null ? Values.NONE : section.shown();
        }
    }
}
