package zhuhu.flow.edit;

import zhuhu.base.Outcome;
import zhuhu.flow.Author;
import zhuhu.pack.Schema;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
        Map<String, String> years = new HashMap<>();
        workspace
                .schema()
                .of(record.kind())
                .filter(Schema.Section::yearly)
                .forEach(s -> years.put(s.name(), incomeYear(workspace)));
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
                        author,
                        clock));
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
        return workspace
                .setting("round")
                .flatMap(round -> workspace.pack().manifest().round(round))
                .map(round -> String.valueOf(round.incomeYear()))
                .orElse("");
    }
}
