package zhuhu.flow.settle;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.edit.Edited;
import zhuhu.flow.edit.Reason;
import zhuhu.flow.edit.RegisterAct;
import zhuhu.flow.edit.UndoEdit;
import zhuhu.record.FactId;
import zhuhu.record.How;
import zhuhu.record.RecordId;
import zhuhu.record.Revision;
import zhuhu.record.Section;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// Settles conflicts: a statement that rests on every side, marked as a settlement, kept with its
/// reason as an act that can be taken back. A visit's section and the register's sections that were
/// written through it are settled the same way at once. Source: `docs/decisions/0019-settling.md`.
/// One thread.
public final class Settle {

    /// Acts that settle, as `edit_act` has them: one conflict, or many by a rule.
    public static final String ONE = "settle";

    public static final String BY_RULE = "settleRule";

    private static final int PATIENCE = 60;

    private final Workspace workspace;
    private final Author author;
    private final LocalDateTime at;
    private final Texts texts = Texts.chinese();

    public Settle(Workspace workspace, Author author, LocalDateTime at) {
        this.workspace = workspace;
        this.author = author;
        this.at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    /// What one conflict is settled with: a statement for each section that it holds.
    private record Decision(Conflict conflict, Map<Place, Stated> stated) {}

    private record Place(RecordId record, String section) {}

    private record Stated(List<FactId> heads, Values before, Values now) {}

    /// Takes one side as it is. Failed: that is no side of it, or the conflict has changed since it
    /// was shown.
    public Outcome<Settled> take(Conflict conflict, FactId side) {
        return decision(conflict, side)
                .then(decision -> write(ONE, List.of(decision), reason(conflict, side)));
    }

    private String reason(Conflict conflict, FactId taken) {
        String words =
                conflict.sides().stream()
                        .filter(s -> s.id().equals(taken))
                        .map(Side::words)
                        .findFirst()
                        .orElse("");
        return texts.of("settle.reason.take", conflict.title(), words);
    }

    /// States something else than any side: `entered` are the properties typed, the rest stays as
    /// the sides agree on it, or as `from` says it. Calculated values are made anew. Failed: what
    /// the section's own form does not take.
    public Outcome<Settled> write(Conflict conflict, FactId from, Values entered) {
        Optional<Side> side =
                conflict.sides().stream().filter(s -> s.id().equals(from)).findFirst();
        if (side.isEmpty()) {
            return Outcome.failed(Problem.of("conflictSide", from.hex()));
        }
        Values stated = entered.over(side.get().values());
        return new Third(workspace, author, at)
                .checked(conflict.record(), conflict.section(), stated)
                .then(values -> third(conflict, conflict.sides().indexOf(side.get()), values))
                .then(decision ->
                        write(
                                ONE,
                                List.of(decision),
                                texts.of("settle.reason.third", conflict.title())));
    }

    /// Takes a side in each of several conflicts, all at once or none.
    public Outcome<Settled> take(SequencedMap<Conflict, FactId> sides) {
        return sides.size() == 1
                ? take(sides.firstEntry().getKey(), sides.firstEntry().getValue())
                : takeAll(sides, ONE, texts.of("settle.reason.several", sides.size()));
    }

    /// Settles everything that a rule decides, all at once. Failed: it decides nothing.
    public Outcome<Settled> byRule(Ruling ruling) {
        String sentence = ruling.rule().sentence(texts);
        return ruling.decided().isEmpty()
                ? Outcome.failed(Problem.of("ruleNothing", sentence))
                : takeAll(ruling.decided(), BY_RULE, sentence);
    }

    private Outcome<Settled> takeAll(
            SequencedMap<Conflict, FactId> sides, String act, String reason) {
        var decisions = new ArrayList<Decision>();
        for (Map.Entry<Conflict, FactId> each : sides.entrySet()) {
            switch (decision(each.getKey(), each.getValue())) {
                case Outcome.Done<Decision>(Decision decision) -> decisions.add(decision);
                case Outcome.Failed<Decision>(List<Problem> problems) -> {
                    return Outcome.failed(problems);
                }
            }
        }
        return write(act, decisions, reason);
    }

    /// Takes a settlement back, a whole rule at once: the sides stand beside each other again.
    /// Failed: somebody stated one of the sections anew since.
    public Outcome<Integer> undo(List<RecordId> acts) {
        return new UndoEdit(workspace, author, at).of(acts, texts.of("settle.undo.reason"));
    }

    // ---- what is stated

    private Outcome<Decision> decision(Conflict conflict, FactId side) {
        List<FactId> sides = conflict.sides().stream().map(Side::id).toList();
        int chosen = sides.indexOf(side);
        if (chosen < 0) {
            return Outcome.failed(Problem.of("conflictSide", side.hex()));
        }
        if (!stands(conflict)) {
            return Outcome.failed(Problem.of("conflictGone", conflict.title()));
        }
        var stated = new LinkedHashMap<Place, Stated>();
        stated.put(
                new Place(conflict.record(), conflict.section()),
                new Stated(
                        conflict.heads(), conflict.base(), conflict.sides().get(chosen).values()));
        for (Conflict.Along along : conflict.along()) {
            stated.put(
                    new Place(along.record(), along.section()),
                    new Stated(along.heads(), along.base(), along.bySide().get(chosen).values()));
        }
        return Outcome.done(new Decision(conflict, stated));
    }

    private Outcome<Decision> third(Conflict conflict, int like, Values values) {
        if (!stands(conflict)) {
            return Outcome.failed(Problem.of("conflictGone", conflict.title()));
        }
        var stated = new LinkedHashMap<Place, Stated>();
        stated.put(
                new Place(conflict.record(), conflict.section()),
                new Stated(conflict.heads(), conflict.base(), values));
        var saved =
                workspace
                        .pack()
                        .form(workspace.section(conflict.record(), "about").shown().plain("form"))
                        .map(SavedTo::new);
        for (Conflict.Along along : conflict.along()) {
            Values below = along.bySide().get(like).values();
            stated.put(
                    new Place(along.record(), along.section()),
                    new Stated(
                            along.heads(),
                            along.base(),
                            saved.map(s -> s.laid(along.record().kind(), below, values))
                                    .orElse(below)));
        }
        return Outcome.done(new Decision(conflict, stated));
    }

    /// Whether the sides are still those that were shown.
    private boolean stands(Conflict conflict) {
        return workspace.section(conflict.record(), conflict.section())
                        instanceof Section.Contested now
                && now.sides().stream()
                        .map(Revision::id)
                        .toList()
                        .equals(conflict.sides().stream().map(Side::id).toList());
    }

    // ---- writing

    private Outcome<Settled> write(String act, List<Decision> decisions, String reason) {
        Outcome<List<Edited>> written = attempt(act, decisions, reason, at);
        // Reason: taken back and settled the same way within the same second is the very same act,
        // and what is withdrawn stays withdrawn. The second told is then the next free one.
        for (int later = 1; later <= PATIENCE && isTakenBack(written); later++) {
            written = attempt(act, decisions, reason, at.plusSeconds(later));
        }
        int sections = decisions.stream().mapToInt(d -> d.stated().size()).sum();
        return written.map(acts ->
                new Settled(
                        acts.stream().flatMap(a -> a.act().stream()).toList(),
                        reason,
                        decisions.size(),
                        sections));
    }

    private static boolean isTakenBack(Outcome<List<Edited>> written) {
        return written instanceof Outcome.Failed<List<Edited>>(List<Problem> problems)
                && problems.stream().allMatch(p -> p.code().equals("editTakenBack"));
    }

    private Outcome<List<Edited>> attempt(
            String name, List<Decision> decisions, String reason, LocalDateTime when) {
        var acts = new TreeMap<RecordId, RegisterAct>();
        for (Decision decision : decisions) {
            RecordId subject = subject(decision.conflict(), decisions.size() == 1);
            RegisterAct act =
                    acts.computeIfAbsent(
                            subject,
                            s ->
                                    new RegisterAct(
                                            workspace,
                                            author,
                                            when,
                                            name,
                                            decision.conflict().record().kind().code(),
                                            s));
            decision.stated()
                    .forEach((place, what) ->
                            act.state(
                                    place.record(),
                                    place.section(),
                                    what.heads(),
                                    what.before(),
                                    what.now(),
                                    How.RESOLVED,
                                    true));
        }
        return RegisterAct.write(workspace, List.copyOf(acts.values()), Reason.of(reason));
    }

    /// On whose card the act stands: the household's, or of several the village's.
    private static RecordId subject(Conflict conflict, boolean alone) {
        Conflict.Home home = conflict.home();
        Optional<RecordId> first = alone ? home.household() : home.village();
        return first.or(home::household).or(home::village).orElse(conflict.record());
    }
}
