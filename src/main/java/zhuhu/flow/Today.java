package zhuhu.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// What the first page of a day shows. Shape: `states` households owed by state, the sum is `owed`;
/// `open` of them still have to be seen to, `tryAgain` because nobody was at home and it was tried
/// too seldom; `checks` the four of the campaign; `drafts` newest first; `villagesOpen` villages
/// whose own visit is not finished, of `villages`; `households` all that the file holds;
/// `lastBackup` ISO local date-time. A picture of one moment.
public record Today(
        Map<String, Integer> states,
        int open,
        int tryAgain,
        List<FourChecks.Check> checks,
        List<Open> drafts,
        List<Open> returned,
        List<RecordId> villagesOpen,
        int villages,
        int households,
        Optional<String> lastBackup) {

    /// A visit to go on with. Shape: `subject` household or village; `words` the screen it stands
    /// on, or what was said of it; `at` ISO or "".
    public record Open(RecordId subject, String label, String place, String words, String at) {}

    public Today {
        states = Map.copyOf(states);
        checks = List.copyOf(checks);
        drafts = List.copyOf(drafts);
        returned = List.copyOf(returned);
        villagesOpen = List.copyOf(villagesOpen);
    }

    /// Before anything was read.
    public static final Today NOTHING =
            new Today(
                    Map.of(),
                    0,
                    0,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    0,
                    0,
                    Optional.empty());

    public static Today of(Workspace workspace) {
        String round = workspace.setting("round").orElse("");
        Coverage coverage = Coverage.of(workspace, Optional.empty());
        Set<String> owed =
                coverage.rows().stream().map(line -> line.id().text()).collect(Collectors.toSet());
        VillageStates villages = VillageStates.of(workspace, round);
        var all = new ArrayList<RecordId>();
        workspace.records(Kind.VILLAGE, all::add);
        boolean asked = workspace.pack().villageForm().isPresent();
        List<RecordId> open =
                all.stream().filter(v -> asked && !villages.of(v.text()).equals("done")).toList();
        return new Today(
                coverage.states(),
                coverage.open().size(),
                (int)
                        coverage.rows().stream()
                                .filter(l -> l.state().equals("absent"))
                                .filter(l -> coverage.open().contains(l.id()))
                                .count(),
                FourChecks.of(workspace, round, owed),
                drafts(workspace, round),
                returned(workspace, round),
                open,
                asked ? all.size() : 0,
                households(workspace),
                workspace.setting("last_backup"));
    }

    public int owed() {
        return states.values().stream().mapToInt(i -> i).sum();
    }

    public int of(String state) {
        return states.getOrDefault(state, 0);
    }

    private static int households(Workspace workspace) {
        return workspace.query("SELECT count(*) AS n FROM household").stream()
                .map(row -> row.getOrDefault("n", "0"))
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private static List<Open> drafts(Workspace workspace, String round) {
        return workspace.drafts().stream()
                .filter(draft -> draft.round().equals(round))
                .map(draft ->
                        new Open(
                                draft.subject(),
                                Labels.of(workspace, draft.subject()),
                                place(workspace, draft.subject()),
                                screen(workspace, draft),
                                draft.at()))
                .toList();
    }

    private static String screen(Workspace workspace, Workspace.Draft draft) {
        return workspace
                .schema()
                .section(Kind.VISIT, draft.screen())
                .map(s -> s.label())
                .or(() -> repeat(workspace, draft))
                .orElse("");
    }

    /// Reason: a screen that is a table of members has no section of its own.
    private static Optional<String> repeat(Workspace workspace, Workspace.Draft draft) {
        return workspace.pack().form(draft.form()).stream()
                .flatMap(form -> form.form().nodes().stream())
                .flatMap(node -> node.walk())
                .filter(node -> node.name().equals(draft.screen()))
                .map(node -> node.label())
                .findFirst();
    }

    private static List<Open> returned(Workspace workspace, String round) {
        var open = new ArrayList<Open>();
        for (Reviews.Returned visit : Reviews.of(workspace, round).returned()) {
            workspace
                    .recordOf(visit.household())
                    .ifPresent(household ->
                            open.add(
                                    new Open(
                                            household,
                                            Labels.of(workspace, household),
                                            place(workspace, household),
                                            words(visit),
                                            "")));
        }
        return open;
    }

    private static String words(Reviews.Returned visit) {
        return visit.sections().stream()
                .map(c -> c.words().isBlank() ? c.section() : c.section() + "：" + c.words())
                .collect(Collectors.joining("；"));
    }

    /// Village and group of a household; the township of a village.
    private static String place(Workspace workspace, RecordId subject) {
        if (subject.kind() == Kind.VILLAGE) {
            return workspace.section(subject, "basics").shown().plain("township");
        }
        var place = workspace.section(subject, "place").shown();
        String village =
                workspace
                        .recordOf(place.plain("village"))
                        .map(v -> Labels.of(workspace, v))
                        .orElse("");
        return (village + " " + place.plain("group_name")).strip();
    }
}
