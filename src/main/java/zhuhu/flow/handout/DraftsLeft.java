package zhuhu.flow.handout;

import java.util.List;
import zhuhu.flow.Labels;
import zhuhu.pack.Manifest;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// Visits under way: no workbook takes them along, so whoever hands in has to know of each.
public final class DraftsLeft {

    private DraftsLeft() {}

    /// Shape: `subject` household or village, `label` its name, `place` its 村民小组; `village` the
    /// UUID text of its village; `round` by title, `here` if the workspace is in it; `at` ISO; `by`
    /// who saved it last, "" where nobody knows.
    public record Line(
            RecordId subject,
            String label,
            String place,
            String village,
            String round,
            boolean here,
            String at,
            String by) {}

    /// Newest first.
    public static List<Line> of(Workspace workspace) {
        Rounds rounds = Rounds.of(workspace);
        String now = workspace.setting("round").orElse("");
        return workspace.drafts().stream().map(d -> line(workspace, rounds, now, d)).toList();
    }

    private static Line line(
            Workspace workspace, Rounds rounds, String now, Workspace.Draft draft) {
        RecordId subject = draft.subject();
        Values place = workspace.section(subject, "place").shown();
        boolean village = subject.kind() == Kind.VILLAGE;
        return new Line(
                subject,
                Labels.of(workspace, subject),
                village ? "" : place.plain("group_name"),
                village ? subject.text() : place.plain("village"),
                rounds.round(draft.round()).map(Manifest.Round::title).orElse(draft.round()),
                draft.round().equals(now),
                draft.at(),
                draft.by());
    }
}
