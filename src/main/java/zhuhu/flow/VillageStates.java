package zhuhu.flow;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import zhuhu.form.CompiledForm;
import zhuhu.store.Workspace;

/// How far each village's own visit has come in a round. Shape: `todo draft done`; "" where the
/// pack has no form for villages. A picture of one moment.
public final class VillageStates {

    private final Map<String, String> visited = new HashMap<>();
    private final boolean asked;

    private VillageStates(boolean asked) {
        this.asked = asked;
    }

    public static VillageStates of(Workspace workspace, String round) {
        Optional<String> form = workspace.pack().villageForm().map(CompiledForm::id);
        var states = new VillageStates(form.isPresent());
        form.ifPresent(id -> states.read(workspace, round, id));
        return states;
    }

    private void read(Workspace workspace, String round, String form) {
        for (Map<String, String> row :
                workspace.query(
                        "SELECT subject, finalised FROM visit WHERE round = ? AND form = ?",
                        round,
                        form)) {
            visited.merge(
                    row.getOrDefault("subject", ""),
                    row.getOrDefault("finalised", "").equals("1") ? "done" : "draft",
                    (one, other) -> one.equals("done") ? one : other);
        }
        for (Workspace.Draft draft : workspace.drafts()) {
            if (draft.round().equals(round) && draft.form().equals(form)) {
                visited.put(draft.subject().text(), "draft");
            }
        }
    }

    /// `village`: the record's UUID text.
    public String of(String village) {
        return asked ? visited.getOrDefault(village, "todo") : "";
    }
}
