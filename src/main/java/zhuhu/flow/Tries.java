package zhuhu.flow;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.form.FormNode;
import zhuhu.form.Ref;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// Tries to visit a household (上门记录): rows of `date`, `visitor`, `result` in the visit's repeat
/// `tries`. They stay with the visit, whatever comes of it in the end.
public final class Tries {

    /// From so many tries on, a household where nobody was at home is not due any more.
    public static final int ENOUGH = 2;

    /// Outcomes after which somebody has to come again: nobody at home, and refused.
    static final Set<String> FAILED = Set.of("02", "03");

    /// Outcomes with which the household was asked.
    private static final Set<String> ASKED = Set.of("01", "04");

    /// The repeat that holds them.
    public static final String REPEAT = "tries";

    /// A try, as it was written down; `date` ISO or "".
    public record Try(String date, String visitor, String result) {}

    /// What came of recording one. Shape: `tries` all of them now, oldest first; `finalised` false
    /// where the visit had begun and goes on as a draft.
    public record Recorded(RecordId visit, boolean finalised, List<Try> tries) {
        public Recorded {
            tries = List.copyOf(tries);
        }
    }

    private final Workspace workspace;
    private final Texts texts;

    public Tries(Workspace workspace, Texts texts) {
        this.workspace = workspace;
        this.texts = texts;
    }

    /// One more failed try, today, by who is at the keyboard. A visit that has begun keeps its
    /// answers and stays open; else it is finalised with what came of it. Failed: the household was
    /// already visited in this round, or the form does not ask for tries.
    public Outcome<Recorded> record(
            RecordId household,
            String round,
            Author author,
            Supplier<LocalDateTime> clock,
            TryResult result) {
        return Visit.open(workspace, household, round, author, clock, Visit.Keep.AT_THE_END)
                .then(visit -> {
                    try (visit) {
                        return record(visit, author, clock, result);
                    }
                });
    }

    private Outcome<Recorded> record(
            Visit visit, Author author, Supplier<LocalDateTime> clock, TryResult result) {
        if (!offered(visit)) {
            return Outcome.failed(Problem.of("tryNotAsked", visit.form().form().title()));
        }
        if (visit.reopened()) {
            return Outcome.failed(
                    Problem.of("tryAfterVisit", Labels.of(workspace, visit.subject())));
        }
        boolean begun = hasBegun(visit);
        add(visit, author.name(), clock.get().toLocalDate(), result);
        boolean done = !begun && visit.finalise() instanceof Outcome.Done;
        if (!done) {
            visit.keepAsDraft();
        }
        return Outcome.done(new Recorded(visit.id(), done, in(visit)));
    }

    /// Whether the visit's form has a place for tries.
    public static boolean offered(Visit visit) {
        return visit.form().form().nodes().stream()
                .flatMap(FormNode::walk)
                .anyMatch(n -> n instanceof FormNode.Repeat r && r.name().equals(REPEAT));
    }

    /// Whether more than the door has been asked about.
    private static boolean hasBegun(Visit visit) {
        return ASKED.contains(said(visit, "outcome"))
                || visit.begunScreens().stream()
                        .anyMatch(screen -> !screen.equals(visit.screenOfRepeat(REPEAT)));
    }

    /// Adds a try to an open visit, and what came of it, unless the household is being asked. Gives
    /// the new row's id.
    String add(Visit visit, String visitor, LocalDate day, TryResult result) {
        String before = said(visit, "outcome");
        if (visit.rows(REPEAT).isEmpty() && failed(workspace, visit.id())) {
            // Reason: the try with which the visit was finished first has no row of its own yet.
            row(visit, said(visit, "visited_on"), said(visit, "visitors"), words(before));
        }
        String row = row(visit, day.toString(), visitor, result.words(texts));
        if (!ASKED.contains(before)) {
            answer(visit, "outcome", "", Value.text(result.outcome()));
            answer(visit, "visited_on", "", Value.text(day.toString()));
            if (said(visit, "visitors").isEmpty()) {
                answer(visit, "visitors", "", Value.text(visitor));
            }
        }
        return row;
    }

    private String words(String outcome) {
        return Stream.of(TryResult.values())
                .filter(r -> r.outcome().equals(outcome))
                .findFirst()
                .map(r -> r.words(texts))
                .orElse("");
    }

    private static String row(Visit visit, String date, String visitor, String result) {
        String row = visit.addRow(REPEAT);
        answer(visit, "date", row, date.isEmpty() ? Value.EMPTY : Value.text(date));
        answer(visit, "visitor", row, visitor.isEmpty() ? Value.EMPTY : Value.text(visitor));
        answer(visit, "result", row, Value.text(result));
        return row;
    }

    private static void answer(Visit visit, String question, String row, Value value) {
        ref(visit, question, row).ifPresent(ref -> visit.answer(ref, value));
    }

    private static String said(Visit visit, String question) {
        return ref(visit, question, "").map(ref -> visit.value(ref).plain()).orElse("");
    }

    private static Optional<Ref> ref(Visit visit, String question, String row) {
        return visit.find(question, row).stream().findFirst();
    }

    /// The tries of an open visit, oldest first.
    static List<Try> in(Visit visit) {
        var tries = new ArrayList<Try>();
        for (String row : visit.rows(REPEAT)) {
            tries.add(
                    new Try(
                            value(visit, "date", row),
                            value(visit, "visitor", row),
                            value(visit, "result", row)));
        }
        return tries;
    }

    private static String value(Visit visit, String question, String row) {
        return ref(visit, question, row).map(ref -> visit.value(ref).plain()).orElse("");
    }

    /// Whether a visit is finished and says that nobody was at home or would answer.
    static boolean failed(Workspace workspace, RecordId visit) {
        boolean finished =
                workspace.section(visit, "finalised").shown().plain("finalised").equals("1");
        return finished
                && workspace
                        .schema()
                        .sectionOf(visit.kind(), "outcome")
                        .map(s -> workspace.section(visit, s.name()).shown().plain("outcome"))
                        .filter(FAILED::contains)
                        .isPresent();
    }

    /// The tries that the household's visit of a round states, oldest first.
    public static List<Try> stated(Workspace workspace, RecordId household, String round) {
        return stated(workspace, VisitOf.household(workspace, household, round).id());
    }

    /// The tries that a visit states, oldest first.
    static List<Try> stated(Workspace workspace, RecordId visit) {
        var tries = new ArrayList<Try>();
        workspace
                .schema()
                .sectionOf(visit.kind(), REPEAT)
                .map(s -> workspace.section(visit, s.name()).shown())
                .flatMap(values -> values.get(REPEAT))
                .ifPresent(value -> {
                    if (value instanceof Value.Rows(List<Values> rows)) {
                        rows.forEach(row ->
                                tries.add(
                                        new Try(
                                                row.plain("date"),
                                                row.plain("visitor"),
                                                row.plain("result"))));
                    }
                });
        return tries;
    }
}
