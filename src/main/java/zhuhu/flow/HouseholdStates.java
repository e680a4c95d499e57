package zhuhu.flow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import zhuhu.pack.Manifest;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Section;
import zhuhu.store.Workspace;

/// The state of every household in a round, as lists show it. Shape: `todo draft done absent
/// refused moved dead notfound returned answered approved edited`; "" where no visit is due.
/// Source: `docs/glossary.md`, states of a household. A picture of one moment; read anew after
/// writing.
public final class HouseholdStates {

    /// What of two visits of one round says more: where two records are one, both may have been
    /// visited.
    private static final List<String> LEAST_FIRST =
            List.of("draft", "refused", "absent", "notfound", "dead", "moved", "done");

    private static final Map<String, String> BY_OUTCOME =
            Map.of(
                    "01", "done",
                    "02", "absent",
                    "03", "refused",
                    "04", "done",
                    "05", "moved",
                    "06", "dead",
                    "07", "notfound");

    /// Every state that a household with a visit due can be in.
    public static final List<String> ALL =
            List.of(
                    "todo",
                    "draft",
                    "done",
                    "absent",
                    "refused",
                    "moved",
                    "dead",
                    "notfound",
                    "returned",
                    "answered",
                    "approved",
                    "edited");

    private final Map<String, String> visited = new HashMap<>();
    private final Set<String> due = new HashSet<>();
    private final Reviews reviews;
    private final Map<String, Integer> tries = new HashMap<>();

    private HouseholdStates(Reviews reviews) {
        this.reviews = reviews;
    }

    /// In the round that the workspace is in.
    public static HouseholdStates of(Workspace workspace) {
        return of(workspace, workspace.setting("round").orElse(""));
    }

    public static HouseholdStates of(Workspace workspace, String round) {
        var states = new HouseholdStates(Reviews.of(workspace, round));
        Manifest manifest = workspace.pack().manifest();
        for (Map<String, String> row :
                workspace.query(
                        """
                        SELECT id, subject, outcome, finalised FROM visit WHERE round = ? AND form = ?
                        """,
                        round,
                        manifest.visitForm())) {
            var visit = new RecordId(Kind.VISIT, UUID.fromString(text(row, "id")));
            boolean finalised = text(row, "finalised").equals("1");
            String state = BY_OUTCOME.getOrDefault(text(row, "outcome"), "done");
            if (finalised || hasBegun(workspace, visit)) {
                states.visited.merge(
                        text(row, "subject"), finalised ? state : "draft", HouseholdStates::more);
            }
            if (finalised && state.equals("absent")) {
                int rows = Tries.stated(workspace, visit).size();
                states.tries.merge(text(row, "subject"), Math.max(1, rows), Integer::sum);
            }
        }
        for (Workspace.Draft draft : workspace.drafts()) {
            if (draft.round().equals(round) && draft.form().equals(manifest.visitForm())) {
                states.visited.put(draft.subject().text(), "draft");
            }
        }
        for (Map<String, String> row :
                workspace.query(
                        """
                        SELECT id FROM household
                        WHERE coalesce(ended, '0') <> '1' AND (registered = '1' OR exit_year = ?)
                        """,
                        manifest.exitYear())) {
            states.due.add(text(row, "id"));
        }
        return states;
    }

    private static String more(String one, String other) {
        return LEAST_FIRST.indexOf(one) >= LEAST_FIRST.indexOf(other) ? one : other;
    }

    /// `household`: the record's UUID text.
    public String of(String household) {
        Optional<String> reviewed = reviews.of(household);
        if (reviewed.isPresent()) {
            return reviewed.get();
        }
        String visit = visited.get(household);
        return visit != null ? visit : due.contains(household) ? "todo" : "";
    }

    /// Whether somebody still has to see to it in this round: nobody was there, the visit is not
    /// finished or was returned, or nobody was at home and it was tried less than twice.
    /// `household` as in [#of(String)].
    public boolean isOpen(String household) {
        return switch (of(household)) {
            case "todo", "draft", "returned" -> true;
            case "absent", "answered", "edited" ->
                    "absent".equals(visited.get(household)) && tries(household) < Tries.ENOUGH;
            default -> false;
        };
    }

    /// Whether it was seen to and nothing was sent back, reviewed or not. `household` as in
    /// [#of(String)].
    public boolean isDone(String household) {
        return "done".equals(visited.get(household)) && !of(household).equals("returned");
    }

    /// How often a household was tried where nobody is at home; 0 for others. The visit that says
    /// so is a try even without a row.
    public int tries(String household) {
        return tries.getOrDefault(household, 0);
    }

    /// Whether a visit says anything of its screens; notes alone are no visit.
    private static boolean hasBegun(Workspace workspace, RecordId visit) {
        return workspace.sections(visit).entrySet().stream()
                .filter(e -> !(e.getValue() instanceof Section.Unwritten))
                .map(Map.Entry::getKey)
                .anyMatch(name -> !NoLongerSaid.isOfVisit(name));
    }

    private static String text(Map<String, String> row, String column) {
        String value = row.get(column);
        return value == null ? "" : value;
    }
}
