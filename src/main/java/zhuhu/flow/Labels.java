package zhuhu.flow;

import java.util.Optional;
import java.util.stream.Stream;
import zhuhu.record.Link;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// What a person calls a record.
public final class Labels {

    private Labels() {}

    /// A household by its head, a person or village by name, a visit by its household and round.
    public static String of(Workspace workspace, RecordId record) {
        return switch (record.kind()) {
            case VILLAGE -> shown(workspace, record, "basics").plain("village_name");
            case HOUSEHOLD -> household(workspace, record);
            case PERSON -> shown(workspace, record, "identity").plain("person_name");
            case VISIT -> visit(workspace, record);
            case PAIRING -> shown(workspace, record, "pairing").plain("helper_name");
            case LINK -> link(workspace, record);
            case ISSUE, MEASURE, PROJECT, SITE, FUND, TASK ->
                    first(shown(workspace, record, record.kind().code()), "title", "content");
        };
    }

    /// Both by what they are called: “王一鸣 = 王一明”, with ≠ where they are not the same.
    private static String link(Workspace workspace, RecordId record) {
        Values said = shown(workspace, record, Link.SECTION);
        return Link.ends(record, said)
                .map(ends ->
                        of(workspace, ends.first())
                                + (said.plain("same").equals("1") ? " = " : " ≠ ")
                                + of(workspace, ends.second()))
                .orElse("");
    }

    private static String household(Workspace workspace, RecordId record) {
        String named = shown(workspace, record, "place").plain("head_name");
        return named.isEmpty()
                ? VisitStart.members(workspace, record).stream()
                        .findFirst()
                        .map(head -> of(workspace, head))
                        .orElse("")
                : named;
    }

    private static String visit(Workspace workspace, RecordId record) {
        Values about = shown(workspace, record, "about");
        Optional<RecordId> subject = workspace.recordOf(about.plain("subject"));
        return subject.map(s -> of(workspace, s)).orElse("") + " " + about.plain("round");
    }

    private static String first(Values values, String... properties) {
        return Stream.of(properties)
                .flatMap(p -> values.get(p).stream())
                .map(Value::plain)
                .findFirst()
                .orElse("");
    }

    private static Values shown(Workspace workspace, RecordId record, String section) {
        return workspace.section(record, section).shown();
    }
}
