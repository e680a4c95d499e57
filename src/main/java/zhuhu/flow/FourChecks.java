package zhuhu.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import zhuhu.form.CompiledForm;
import zhuhu.form.FormNode;
import zhuhu.pack.Manifest;
import zhuhu.store.Workspace;

/// 四个逐村逐户: how many of the households owed have each of the four parts behind them, finalised or
/// with every screen confirmed in a draft. A visit that was finalised as made has all of them: a
/// part that does not concern the household was answered by not being asked.
public final class FourChecks {

    private static final List<String> PARTS =
            List.of(
                    "recheck_identification",
                    "settle_measures",
                    "verify_results",
                    "strengthen_followup");

    /// Shape: `name` of the part, `label` as the form has it, `done` households.
    public record Check(String name, String label, int done) {}

    private FourChecks() {}

    /// Of those `owed` (ids as UUID text), in the form's order; empty where the campaign's form has
    /// no such parts.
    public static List<Check> of(Workspace workspace, String round, Set<String> owed) {
        Manifest manifest = workspace.pack().manifest();
        var done = new HashMap<String, Set<String>>();
        for (Map<String, String> row :
                workspace.query(
                        """
                        SELECT subject FROM visit
                        WHERE round = ? AND form = ? AND finalised = 1 AND outcome IN ('01', '04')
                        """,
                        round,
                        manifest.visitForm())) {
            PARTS.forEach(part -> add(done, part, row.getOrDefault("subject", "")));
        }
        for (Workspace.Draft draft : workspace.drafts()) {
            if (draft.round().equals(round) && draft.form().equals(manifest.visitForm())) {
                Shown.of(draft.shown())
                        .parts()
                        .forEach(part -> add(done, part, draft.subject().text()));
            }
        }
        var checks = new ArrayList<Check>();
        workspace.pack().form(manifest.visitForm()).map(CompiledForm::form).stream()
                .flatMap(form -> form.nodes().stream())
                .filter(FormNode.Group.class::isInstance)
                .map(FormNode.Group.class::cast)
                .filter(group -> PARTS.contains(group.name()))
                .forEach(group -> {
                    Set<String> mine = new HashSet<>(done.getOrDefault(group.name(), Set.of()));
                    mine.retainAll(owed);
                    checks.add(new Check(group.name(), group.label(), mine.size()));
                });
        return checks;
    }

    private static void add(Map<String, Set<String>> done, String part, String household) {
        done.computeIfAbsent(part, _ -> new HashSet<>()).add(household);
    }
}
