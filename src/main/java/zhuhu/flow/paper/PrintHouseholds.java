package zhuhu.flow.paper;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.FindRecord;
import zhuhu.flow.HouseholdList;
import zhuhu.flow.Progress;
import zhuhu.flow.Visit;
import zhuhu.form.Outline;
import zhuhu.form.engine.Outlines;
import zhuhu.paper.Block;
import zhuhu.paper.Paper;
import zhuhu.paper.PaperFile;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.record.Section;
import zhuhu.record.Stamp;
import zhuhu.record.Value;
import zhuhu.record.Values;
import zhuhu.store.Workspace;

/// Prints households, one paper each: the sheet to take along, or the finished visit for the
/// household's own file. Reads only. One thread.
public final class PrintHouseholds {

    /// What is printed of each household.
    public enum What {
        /// Questions with what is known and room to write.
        SHEET,
        /// The finished visit of the workspace's round.
        VISIT
    }

    /// Shape: `keys` of households, persons or villages, none for all; unfinished visits are left
    /// out where a village or all are asked for.
    public record Order(Path out, What what, List<String> keys, Numbers numbers) {
        public Order {
            keys = List.copyOf(keys);
        }
    }

    private static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Unopened extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<Problem> problems;

        Unopened(List<Problem> problems) {
            this.problems = problems;
        }
    }

    private final Workspace workspace;
    private final Author author;
    private final Clock clock;
    private final Texts texts;
    private final Heads heads;
    private final String round;

    public PrintHouseholds(Workspace workspace, Author author, Clock clock, Texts texts) {
        this.workspace = workspace;
        this.author = author;
        this.clock = clock;
        this.texts = texts;
        this.heads = new Heads(workspace, texts, LocalDate.now(clock).toString());
        this.round = workspace.setting("round").orElse("");
    }

    /// Failed: a key is not known, a visit is not finished, there is nothing to print, or the file
    /// cannot be written; what stood there is untouched.
    public Outcome<Printed> print(Order order, Progress progress) {
        return chosen(order).then(households -> print(order, households, progress));
    }

    private Outcome<Printed> print(Order order, List<RecordId> households, Progress progress) {
        if (households.isEmpty()) {
            return Outcome.failed(
                    Problem.of(order.what() == What.SHEET ? "paperNobody" : "paperNoVisits"));
        }
        Function<RecordId, Paper> paper =
                household ->
                        order.what() == What.SHEET
                                ? sheet(household, order)
                                : visit(household, order);
        Iterator<Paper> papers = watched(households, paper, progress);
        try {
            return PaperFile.save(order.out(), papers, Heads.words(texts), true)
                    .map(pages -> new Printed(order.out(), households.size(), pages));
        } catch (Cancelled e) {
            return Outcome.failed(Problem.of("paperStopped", order.out()));
        } catch (Unopened e) {
            return Outcome.failed(e.problems);
        }
    }

    private static Iterator<Paper> watched(
            List<RecordId> households, Function<RecordId, Paper> paper, Progress progress) {
        Iterator<RecordId> rest = households.iterator();
        return new Iterator<>() {
            private long done;

            @Override
            public boolean hasNext() {
                return rest.hasNext();
            }

            @Override
            public Paper next() {
                if (progress.cancelled()) {
                    throw new Cancelled();
                }
                progress.at("paper.step", done, households.size());
                done++;
                return paper.apply(rest.next());
            }
        };
    }

    private Paper sheet(RecordId household, Order order) {
        try (Visit visit = open(household)) {
            Outline outline = Outlines.of(visit.form().form());
            var blocks = new ArrayList<Block>();
            blocks.add(heads.identity(household));
            blocks.addAll(
                    new SheetBlocks(visit, outline, texts, new Said(order.numbers())).blocks());
            return heads.paper(household, visit.form().form().title(), blocks);
        }
    }

    private Paper visit(RecordId household, Order order) {
        try (Visit visit = open(household)) {
            Outline outline = Outlines.of(visit.form().form());
            var blocks = new ArrayList<Block>();
            blocks.add(heads.identity(household));
            blocks.addAll(
                    new VisitBlocks(visit, outline, texts, new Said(order.numbers()))
                            .blocks(reasons(visit.id()), finished(visit)));
            return heads.paper(
                    household, texts.of("paper.visit.title", visit.form().form().title()), blocks);
        }
    }

    private Visit open(RecordId household) {
        return switch (Visit.open(
                workspace,
                household,
                round,
                author,
                () -> LocalDateTime.now(clock),
                Visit.Keep.AT_THE_END)) {
            case Outcome.Done<Visit>(Visit visit) -> visit;
            case Outcome.Failed<Visit>(List<Problem> problems) -> throw new Unopened(problems);
        };
    }

    private List<Values> reasons(RecordId visit) {
        return workspace.section(visit, "reasons").shown().get("reasons").orElse(Value.EMPTY)
                        instanceof Value.Rows(List<Values> rows)
                ? rows
                : List.of();
    }

    private String finished(Visit visit) {
        Section finalised = workspace.section(visit.id(), "finalised");
        return finalised.allHeads().stream()
                .flatMap(r -> workspace.attestations(r.id()).stream())
                .findFirst()
                .map(a -> words(a.stamp(), visit))
                .orElse("");
    }

    private String words(Stamp stamp, Visit visit) {
        String at = String.valueOf(stamp.at()).replace('T', ' ');
        return texts.of("paper.done", stamp.by(), at, visit.form().id(), visit.form().version());
    }

    // ---- which households

    private Outcome<List<RecordId>> chosen(Order order) {
        Set<String> finished = finished();
        var chosen = new LinkedHashSet<RecordId>();
        var problems = new ArrayList<Problem>();
        if (order.keys().isEmpty()) {
            lines("").forEach(chosen::add);
        }
        for (String key : order.keys()) {
            switch (new FindRecord(workspace).subject(key)) {
                case Outcome.Done<RecordId>(RecordId found) when found.kind() == Kind.VILLAGE ->
                        lines(found.text()).forEach(chosen::add);
                case Outcome.Done<RecordId>(RecordId found) when found.kind() != Kind.HOUSEHOLD ->
                        problems.add(Problem.of("paperSubject", key));
                case Outcome.Done<RecordId>(RecordId found)
                        when order.what() == What.VISIT && !finished.contains(found.text()) ->
                        problems.add(Problem.of("paperNotFinished", key));
                case Outcome.Done<RecordId>(RecordId found) -> chosen.add(found);
                case Outcome.Failed<RecordId>(List<Problem> why) -> problems.addAll(why);
            }
        }
        if (order.what() == What.VISIT) {
            chosen.removeIf(household -> !finished.contains(household.text()));
        }
        return problems.isEmpty() ? Outcome.done(List.copyOf(chosen)) : Outcome.failed(problems);
    }

    /// Households of a village ("" for all), as the list orders them.
    private List<RecordId> lines(String village) {
        return new HouseholdList(workspace)
                .lines(HouseholdList.Filter.ALL).stream()
                        .map(HouseholdList.Line::id)
                        .filter(id ->
                                village.isEmpty()
                                        || village.equals(
                                                workspace
                                                        .section(id, "place")
                                                        .shown()
                                                        .plain("village")))
                        .toList();
    }

    private Set<String> finished() {
        return workspace
                .query(
                        "SELECT subject FROM visit WHERE round = ? AND form = ? AND finalised = '1'",
                        round,
                        workspace.pack().manifest().visitForm())
                .stream()
                .map(row -> String.valueOf(row.get("subject")))
                .collect(Collectors.toSet());
    }
}
