package zhuhu.flow.settle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import zhuhu.base.Texts;
import zhuhu.flow.InWords;
import zhuhu.flow.Labels;
import zhuhu.form.AnswerKind;
import zhuhu.pack.Manifest;
import zhuhu.pack.Schema;
import zhuhu.record.Attestation;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Stamp;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// Puts what a conflict is about into words: whose it is, what its section is called, where a
/// statement came from. Remembers what it looked up; one thread.
final class Told {

    private static final String UNASKED = "—";

    private final Workspace workspace;
    private final Texts texts = Texts.chinese();
    private final Map<String, String> files = new HashMap<>();
    private final Map<RecordId, Conflict.Home> homes = new HashMap<>();
    private final Map<String, Via> vias = new HashMap<>();

    /// What a statement came through. Shape: `act` "" for a visit; `words` what a person calls it.
    private record Via(boolean visit, String act, String words) {}

    Told(Workspace workspace) {
        this.workspace = workspace;
        workspace.packages().forEach(row -> files.put(row.id(), row.file()));
    }

    // ---- whose it is

    Conflict.Home home(RecordId record) {
        return homes.computeIfAbsent(record, this::lookUp);
    }

    private Conflict.Home lookUp(RecordId record) {
        Optional<RecordId> owner = owner(record);
        Optional<RecordId> household = owner.filter(o -> o.kind() == Kind.HOUSEHOLD);
        Optional<RecordId> village =
                household
                        .map(h ->
                                workspace.recordOf(
                                        workspace.section(h, "place").shown().plain("village")))
                        .orElse(owner.filter(o -> o.kind() == Kind.VILLAGE));
        return new Conflict.Home(
                household,
                household.map(h -> Labels.of(workspace, h)).orElse(""),
                village,
                village.map(v -> Labels.of(workspace, v)).orElse(""),
                record.kind() == Kind.VISIT ? round(record) : Labels.of(workspace, record));
    }

    private Optional<RecordId> owner(RecordId record) {
        return switch (record.kind()) {
            case HOUSEHOLD, VILLAGE -> Optional.of(record);
            case VISIT -> named(record, "about", "subject");
            case PERSON -> named(record, "residence", "household");
            case PAIRING, ISSUE, MEASURE, PROJECT, SITE, FUND, TASK, LINK ->
                    Stream.of("household", "village")
                            .flatMap(p -> named(record, record.kind().code(), p).stream())
                            .findFirst();
        };
    }

    private Optional<RecordId> named(RecordId record, String section, String property) {
        String id = workspace.section(record, section).shown().plain(property);
        return id.isEmpty() ? Optional.empty() : workspace.recordOf(id);
    }

    private String round(RecordId visit) {
        String round = workspace.section(visit, "about").shown().plain("round");
        return workspace.pack().manifest().round(round).map(Manifest.Round::title).orElse(round);
    }

    // ---- what its section is called

    /// “收入”, “收入 2016 年”, “身份：陆大山”.
    String title(RecordId record, String section) {
        int at = section.indexOf('@');
        String label = label(record, section);
        String behind = at < 0 ? "" : section.substring(at + 1);
        if (record.kind() == Kind.VISIT) {
            String row = behind.isEmpty() ? "" : person(behind);
            return row.isEmpty() ? label : texts.of("settle.title.of", label, row);
        }
        if (!behind.isEmpty()) {
            return texts.of("settle.title.year", label, behind);
        }
        return record.kind() == Kind.HOUSEHOLD || record.kind() == Kind.VILLAGE
                ? label
                : texts.of("settle.title.of", label, Labels.of(workspace, record));
    }

    String label(RecordId record, String section) {
        int at = section.indexOf('@');
        return workspace
                .schema()
                .section(record.kind(), section)
                .map(Schema.Section::label)
                .orElse(at < 0 ? section : section.substring(0, at));
    }

    private String person(String id) {
        return workspace.recordOf(id).map(r -> Labels.of(workspace, r)).orElse("");
    }

    // ---- what it says

    /// Properties in the schema's order, then what the schema does not know, by name.
    List<Conflict.Row> rows(RecordId record, String section, Values base, List<Values> said) {
        var names = new TreeSet<>(base.map().keySet());
        said.forEach(values -> names.addAll(values.map().keySet()));
        var rows = new ArrayList<Conflict.Row>();
        for (Schema.Property property : properties(record, section, names)) {
            List<Optional<Value>> values = said.stream().map(v -> v.get(property.name())).toList();
            rows.add(
                    new Conflict.Row(
                            property,
                            words(property, base.get(property.name())),
                            values.stream().map(v -> words(property, v)).toList(),
                            values));
        }
        return rows;
    }

    private List<Schema.Property> properties(
            RecordId record, String section, TreeSet<String> names) {
        var properties = new ArrayList<Schema.Property>();
        workspace
                .schema()
                .section(record.kind(), section)
                .map(Schema.Section::properties)
                .orElse(List.of())
                .forEach(property -> {
                    if (names.remove(property.name())) {
                        properties.add(property);
                    }
                });
        names.forEach(name ->
                properties.add(
                        new Schema.Property(name, name, AnswerKind.TEXT, List.of(), false, "")));
        return properties;
    }

    String words(Schema.Property property, Optional<Value> value) {
        if (value.isEmpty()) {
            return UNASKED;
        }
        boolean reference =
                property.name().equals("household")
                        || property.name().equals("village")
                        || property.name().equals("subject");
        return reference
                ? workspace
                        .recordOf(value.get().plain())
                        .map(r -> Labels.of(workspace, r))
                        .orElse(value.get().plain())
                : InWords.of(property, value.get());
    }

    // ---- where it came from

    Voice voice(Attestation attestation) {
        Stamp stamp = attestation.stamp();
        return switch (stamp.how()) {
            case RESOLVED -> Voice.SETTLED;
            case ROSTER -> Voice.ROSTER;
            case WORKBOOK -> Voice.BOOK;
            case TYPED, CONFIRMED -> via(stamp).visit() ? Voice.VISIT : Voice.EDIT;
        };
    }

    /// The visit, act or file of the weightiest of those behind a statement.
    String source(List<Attestation> attestations, Voice voice) {
        return attestations.stream()
                .filter(a -> voice(a) == voice)
                .map(a -> via(a.stamp()).words())
                .filter(words -> !words.isEmpty())
                .distinct()
                .findFirst()
                .orElse("");
    }

    /// “名册 2017-02-20”, “李志远 2017-03-10 填写”.
    String words(Attestation attestation) {
        Stamp stamp = attestation.stamp();
        String at = Objects.requireNonNullElse(stamp.at(), "");
        String day = at.substring(0, Math.min(10, at.length()));
        String words =
                switch (stamp.how()) {
                    case ROSTER -> texts.of("source.roster", day);
                    case TYPED -> texts.of("source.typed", stamp.by(), day);
                    case CONFIRMED -> texts.of("source.confirmed", stamp.by(), day);
                    case WORKBOOK -> texts.of("source.workbook", stamp.by(), day);
                    case RESOLVED -> texts.of("source.resolved", stamp.by(), day);
                };
        return words.strip();
    }

    private Via via(Stamp stamp) {
        String via = stamp.via();
        return via == null ? new Via(false, "", "") : vias.computeIfAbsent(via, this::lookUpVia);
    }

    private Via lookUpVia(String via) {
        String file = files.get(via);
        if (file != null) {
            return new Via(false, "", file);
        }
        if (!via.matches("[0-9a-f-]{36}")) {
            return new Via(false, "", "");
        }
        var record = new RecordId(Kind.VISIT, UUID.fromString(via));
        Values edit = workspace.section(record, "edit").shown();
        if (edit.get("edit_records").isPresent()) {
            return new Via(false, edit.plain("edit_act"), act(edit));
        }
        Values about = workspace.section(record, "about").shown();
        return about.map().isEmpty()
                ? new Via(false, "", "")
                : new Via(true, "", texts.of("settle.via.visit", round(record)));
    }

    private String act(Values edit) {
        String reason = edit.plain("edit_reason");
        String act = edit.plain("edit_act");
        return reason.isEmpty() ? texts.of("act." + act) : reason;
    }
}
