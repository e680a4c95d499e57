package zhuhu.flow.handout;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import zhuhu.base.Texts;
import zhuhu.flow.CheckWorkspace;
import zhuhu.flow.HouseholdStates;
import zhuhu.flow.Labels;
import zhuhu.flow.Reviews;
import zhuhu.flow.ledger.Ledger;
import zhuhu.flow.ledger.LedgerEntry;
import zhuhu.flow.ledger.LedgerStates;
import zhuhu.pack.Manifest;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;
import zhuhu.workbook.export.TaskPart;

/// What villages still have to see to: visits that were sent back, sections on which two people
/// differ, doubts without a reason, issues that are not solved. Read once for all villages; a
/// picture of one moment.
final class OpenPoints {

    private final Workspace workspace;
    private final Texts texts;
    private final List<Owned> points = new ArrayList<>();

    /// A point, and the record by which it belongs to a village.
    private record Owned(RecordId record, TaskPart.Point point) {}

    private OpenPoints(Workspace workspace, Texts texts) {
        this.workspace = workspace;
        this.texts = texts;
    }

    static OpenPoints of(
            Workspace workspace, CheckWorkspace.Checked checked, LocalDate today, Texts texts) {
        var points = new OpenPoints(workspace, texts);
        points.addReturned();
        points.addContested();
        points.addDoubts(checked);
        points.addIssues(today);
        return points;
    }

    /// Those of a workbook that holds these records: what was sent back first.
    List<TaskPart.Point> of(Collection<RecordId> records) {
        var held = new HashSet<>(records);
        return points.stream().filter(p -> held.contains(p.record())).map(Owned::point).toList();
    }

    private void add(RecordId record, String kind, String about, String words) {
        points.add(new Owned(record, new TaskPart.Point(texts.of(kind), about, words)));
    }

    private void addReturned() {
        for (Manifest.Round round : Rounds.of(workspace).all()) {
            for (Reviews.Returned visit : Reviews.of(workspace, round.id()).returned()) {
                String about = workspace.recordOf(visit.household()).map(this::about).orElse("");
                for (Reviews.Comment comment : visit.sections()) {
                    String words =
                            texts.of("handout.point.section", comment.section(), comment.words());
                    add(visit.visit(), "handout.point.returned", about, words);
                }
            }
        }
    }

    private void addContested() {
        for (Kind kind : Kind.values()) {
            for (Map<String, String> row :
                    workspace.query(
                            "SELECT id, contested FROM %s WHERE contested <> '' ORDER BY id"
                                    .formatted(kind.code()))) {
                var record = new RecordId(kind, UUID.fromString(row.getOrDefault("id", "")));
                String sections =
                        Arrays.stream(row.getOrDefault("contested", "").split(" ", -1))
                                .map(name -> label(kind, name))
                                .distinct()
                                .collect(Collectors.joining("、"));
                add(
                        record,
                        "handout.point.contested",
                        about(record),
                        texts.of("handout.point.contested.words", sections));
            }
        }
    }

    private String label(Kind kind, String section) {
        String group = section.contains("@") ? section.substring(0, section.indexOf('@')) : section;
        return workspace
                .schema()
                .section(kind, section)
                .or(() -> workspace.schema().section(kind, group))
                .map(Schema.Section::label)
                .orElse(section);
    }

    private void addDoubts(CheckWorkspace.Checked checked) {
        HouseholdStates states = HouseholdStates.of(workspace);
        for (CheckWorkspace.Line line : checked.lines()) {
            boolean visited =
                    List.of("done", "approved").contains(states.of(line.household().text()));
            if (visited && line.finding().wantsReason()) {
                String whose =
                        line.person().isEmpty()
                                ? line.label()
                                : texts.of("handout.point.member", line.label(), line.person());
                add(line.household(), "handout.point.doubt", whose, line.finding().message());
            }
        }
    }

    private void addIssues(LocalDate today) {
        for (LedgerEntry entry : new Ledger(workspace, today).entries(Kind.ISSUE)) {
            if (!LedgerStates.isDone(entry.state())) {
                String about = entry.household().map(this::about).orElse(entry.village());
                String words =
                        entry.due().isEmpty()
                                ? entry.words()
                                : texts.of("handout.point.due", entry.words(), entry.due());
                add(entry.id(), "handout.point.issue", about, words);
            }
        }
    }

    /// Whose it is: a household by its head and group, a visit by its household.
    private String about(RecordId record) {
        return switch (record.kind()) {
            case HOUSEHOLD -> {
                String group = workspace.section(record, "place").shown().plain("group_name");
                yield (Labels.of(workspace, record) + " " + group).strip();
            }
            case VISIT ->
                    Optional.of(workspace.section(record, "about").shown().plain("subject"))
                            .flatMap(workspace::recordOf)
                            .map(this::about)
                            .orElse("");
            case VILLAGE, PERSON, PAIRING, ISSUE, MEASURE, PROJECT, SITE, FUND, TASK, LINK ->
                    Labels.of(workspace, record);
        };
    }
}
