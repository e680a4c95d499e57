package zhuhu.flow.edit;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import zhuhu.base.Outcome;
import zhuhu.flow.Author;
import zhuhu.flow.handout.Rounds;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// Opens one section of a record for the window.
public final class DirectEdits {

    private DirectEdits() {}

    /// `section` as the record names it (`income@2016`).
    public static Outcome<DirectEdit> open(
            Workspace workspace,
            RecordId record,
            String section,
            Author author,
            Supplier<LocalDateTime> clock) {
        Map<String, String> years = years(workspace, record.kind());
        int at = section.indexOf('@');
        if (at >= 0) {
            years.put(section.substring(0, at), section.substring(at + 1));
        }
        return DirectEdit.open(
                new DirectEdit.Opening(
                        workspace,
                        record,
                        subject(workspace, record),
                        years,
                        Values.NONE,
                        Values.NONE,
                        author,
                        clock));
    }

    /// A new member of a household. `reason` is a choice of 增减原因 (`06` newborn, `07` married in,
    /// `08` other).
    public static Outcome<DirectEdit> newcomer(
            Workspace workspace,
            RecordId household,
            String reason,
            Author author,
            Supplier<LocalDateTime> clock) {
        Values proposed =
                Values.NONE
                        .with("change", Value.text("1"))
                        .with("change_reason", Value.text(reason))
                        .with("changed_on", Value.text(clock.get().toLocalDate().toString()));
        if (reason.equals("06")) {
            proposed =
                    proposed.with("id_kind", Value.text("09"))
                            .with("no_id_reason", Value.text("新生儿，还没有上户口"));
        }
        return DirectEdit.open(
                new DirectEdit.Opening(
                        workspace,
                        new RecordId(Kind.PERSON, UUID.randomUUID()),
                        household,
                        Map.of(),
                        Values.NONE.with("household", Value.text(household.text())),
                        proposed,
                        author,
                        clock));
    }

    /// A new record that belongs to a household or village: a helper, an issue, a measure.
    public static Outcome<DirectEdit> added(
            Workspace workspace,
            RecordId subject,
            Kind kind,
            Author author,
            Supplier<LocalDateTime> clock) {
        return DirectEdit.open(
                new DirectEdit.Opening(
                        workspace,
                        new RecordId(kind, UUID.randomUUID()),
                        subject,
                        Map.of(),
                        Values.NONE.with(subject.kind().code(), Value.text(subject.text())),
                        Values.NONE,
                        author,
                        clock));
    }

    /// The year of each yearly section of a kind: that of the round.
    static Map<String, String> years(Workspace workspace, Kind kind) {
        Map<String, String> years = new HashMap<>();
        workspace
                .schema()
                .of(kind)
                .filter(Schema.Section::yearly)
                .forEach(s -> years.put(s.name(), incomeYear(workspace)));
        return years;
    }

    /// The household or village on whose card a record stands; itself if it is one.
    static RecordId subject(Workspace workspace, RecordId record) {
        if (record.kind() == Kind.HOUSEHOLD || record.kind() == Kind.VILLAGE) {
            return record;
        }
        Optional<Schema.Section> section =
                workspace.schema().sectionOf(record.kind(), Kind.HOUSEHOLD.code());
        Values owner =
                section.map(s -> workspace.section(record, s.name()).shown()).orElse(Values.NONE);
        return Stream.of(Kind.HOUSEHOLD, Kind.VILLAGE)
                .flatMap(kind -> workspace.recordOf(owner.plain(kind.code())).stream())
                .findFirst()
                .orElse(record);
    }

    /// The year that the workspace's round asks incomes of; "" if it has no round.
    public static String incomeYear(Workspace workspace) {
        return Rounds.of(workspace)
                .current()
                .map(round -> String.valueOf(round.incomeYear()))
                .orElse("");
    }
}
