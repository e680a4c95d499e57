package zhuhu.flow.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.check.Finding;
import zhuhu.flow.CheckWorkspace;
import zhuhu.flow.Labels;
import zhuhu.pack.Level;
import zhuhu.record.RecordId;
import zhuhu.record.Review;
import zhuhu.record.Section;
import zhuhu.store.Workspace;

/// What speaks against approving a visit: errors and unexplained doubts of its household, conflicts
/// in the visit, the household or a member, points sent back and not answered. A picture of one
/// moment.
final class ApprovalHolds {

    private static final String NOT_FINISHED = "sendbackNotFinished";

    private final Workspace workspace;
    private final Map<String, Set<String>> doubts = new HashMap<>();
    private final Map<String, Set<String>> contested = new HashMap<>();

    private ApprovalHolds(Workspace workspace) {
        this.workspace = workspace;
    }

    /// `today` as [CheckWorkspace] takes it.
    static ApprovalHolds of(Workspace workspace, LocalDate today) {
        var holds = new ApprovalHolds(workspace);
        var checked = new CheckWorkspace(workspace, today).run(java.util.Optional.empty());
        if (checked instanceof Outcome.Done<CheckWorkspace.Checked>(CheckWorkspace.Checked found)) {
            for (CheckWorkspace.Line line : found.lines()) {
                Finding finding = line.finding();
                if (finding.level() == Level.ERROR || finding.wantsReason()) {
                    put(holds.doubts, line.household().text(), finding.rule());
                }
            }
        }
        holds.contested("SELECT id AS home, contested FROM household WHERE contested <> ''");
        holds.contested(
                "SELECT household AS home, contested FROM person"
                        + " WHERE contested <> '' AND household IS NOT NULL");
        return holds;
    }

    private void contested(String sql) {
        workspace.eachRow(
                sql,
                row ->
                        put(
                                contested,
                                row.getOrDefault("home", ""),
                                row.getOrDefault("contested", "")));
    }

    private static void put(Map<String, Set<String>> map, String key, String value) {
        map.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(value);
    }

    /// Everything that speaks against it; empty if nothing does.
    List<Problem> of(RecordId visit, SortedMap<String, Section> written) {
        String label = Labels.of(workspace, visit).strip();
        var why = new ArrayList<Problem>();
        if (!SendBack.isFinished(written)) {
            return List.of(Problem.of(NOT_FINISHED, label));
        }
        Section about = written.get("about");
        String home = about == null ? "" : about.shown().plain("subject");
        var rules = doubts.getOrDefault(home, Set.of());
        if (!rules.isEmpty()) {
            why.add(Problem.of("sendbackDoubts", label, String.join("、", rules)));
        }
        var open = new LinkedHashSet<String>(contested.getOrDefault(home, Set.of()));
        written.forEach((name, section) -> {
            if (section instanceof Section.Contested) {
                open.add(name);
            }
        });
        if (!open.isEmpty()) {
            why.add(Problem.of("sendbackContested", label, String.join(" ", open)));
        }
        List<Review> returned =
                Review.of(written).stream()
                        .filter(review -> review.state() == Review.State.RETURNED)
                        .toList();
        if (!returned.isEmpty()) {
            var labels = new ReviewLabels(workspace);
            String names =
                    returned.stream()
                            .map(review -> labels.of(review.section()))
                            .collect(Collectors.joining("、"));
            why.add(Problem.of("sendbackUnanswered", label, names));
        }
        return why;
    }

    /// Whether nobody can approve in spite of it.
    static boolean isFinal(Problem problem) {
        return problem.code().equals(NOT_FINISHED);
    }
}
