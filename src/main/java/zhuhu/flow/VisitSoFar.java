package zhuhu.flow;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import zhuhu.base.Outcome;
import zhuhu.form.Failure;
import zhuhu.form.PartView;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// How far the visit of a household has come, for its card. Shape: `state` as [HouseholdStates]
/// gives it, `open` whether somebody still has to see to it; `tries` oldest first, those of the
/// draft if there is one; `notes` newest first; `draft` while the visit is not finished.
public record VisitSoFar(
        RecordId household,
        String state,
        boolean open,
        List<Tries.Try> tries,
        List<HouseholdNote> notes,
        Optional<Begun> draft) {

    public VisitSoFar {
        tries = List.copyOf(tries);
        notes = List.copyOf(notes);
    }

    /// A draft. Shape: `at` when it was saved last; `screen` the label of the screen it stands on;
    /// `missing` what still stops it, in form order, each in words.
    public record Begun(String at, String screen, List<String> missing) {
        public Begun {
            missing = List.copyOf(missing);
        }
    }

    public static VisitSoFar of(
            Workspace workspace,
            RecordId household,
            String round,
            Author author,
            Supplier<LocalDateTime> clock) {
        var states = HouseholdStates.of(workspace, round);
        var notes = new HouseholdNotes(workspace).of(household);
        RecordId id = VisitOf.household(workspace, household, round).id();
        String state = states.of(household.text());
        boolean open = states.isOpen(household.text());
        Optional<Workspace.Draft> draft = workspace.draft(id);
        if (draft.isPresent()
                && Visit.open(workspace, household, round, author, clock, Visit.Keep.AT_THE_END)
                        instanceof Outcome.Done<Visit>(Visit visit)) {
            try (visit) {
                return new VisitSoFar(
                        household,
                        state,
                        open,
                        Tries.in(visit),
                        notes,
                        Optional.of(begun(visit, draft.get().at())));
            }
        }
        return new VisitSoFar(
                household, state, open, Tries.stated(workspace, id), notes, Optional.empty());
    }

    private static Begun begun(Visit visit, String at) {
        return new Begun(
                at,
                label(visit, visit.current()),
                visit.missing().stream().map(f -> words(visit, f)).toList());
    }

    private static String words(Visit visit, Failure failure) {
        String label = Stops.label(visit.form().form(), failure.ref().name());
        return label(visit, failure.screen()) + " · " + label;
    }

    private static String label(Visit visit, String screen) {
        return visit.parts().stream()
                .flatMap(part -> part.screens().stream())
                .filter(s -> s.name().equals(screen))
                .map(PartView.ScreenName::label)
                .findFirst()
                .orElse("");
    }
}
