package zhuhu.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.ExportWorkbook;
import zhuhu.flow.FillVisit;
import zhuhu.flow.FindRecord;
import zhuhu.flow.Progress;
import zhuhu.flow.change.ExportChanges;
import zhuhu.flow.change.FindChanges;
import zhuhu.flow.handout.AssignTasks;
import zhuhu.flow.handout.OpenRound;
import zhuhu.flow.handout.StartFromTask;
import zhuhu.flow.review.ReturnSlips;
import zhuhu.flow.review.SendBack;
import zhuhu.flow.settle.Conflict;
import zhuhu.flow.settle.Conflicts;
import zhuhu.flow.settle.Settle;
import zhuhu.flow.upward.ReportUpward;
import zhuhu.record.RecordId;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// The township's part of a tour: tasks out to a village, its two laptops at work, and, once their
/// workbooks are merged, a conflict settled, a visit sent back, and everything handed up. One
/// thread at a time.
final class TourTown {

    private static final String DUE = "2017-06-30";
    private static final List<Author> VISITORS =
            List.of(
                    new Author("李志远", "清水镇五人小组", "", "laptop-1"),
                    new Author("王秀英", "清水镇五人小组", "", "laptop-2"));
    private static final List<Integer> AREAS_SQ_M = List.of(81, 62);

    private final Path folder;
    private final Author clerk;
    private final Clock clock;
    private final Texts texts;
    private final List<RecordId> visits = new ArrayList<>();

    /// Shape: `answers` of households that no laptop has.
    record Played(List<Path> books, List<Path> answers, int visits) {}

    /// Shape: `settled` how many conflicts; the files that were written.
    record Handed(int settled, Path changes, Path workbook, Path certificate) {}

    TourTown(Path folder, Author clerk, Clock clock, Texts texts) {
        this.folder = folder;
        this.clerk = clerk;
        this.clock = clock;
        this.texts = texts;
    }

    /// Puts the round's deadline, hands a task to every village, and has the first one worked on:
    /// its households in turn on two laptops, the first of those that were met on both, with
    /// another floor space.
    Outcome<Played> handOut(Workspace town, List<Path> answers) {
        var order =
                new AssignTasks.Order(
                        folder.resolve("tasks"),
                        List.of(),
                        AssignTasks.Paper.NONE,
                        Optional.empty());
        return new OpenRound(town, LocalDateTime.now(clock).toLocalDate())
                .open(
                        new OpenRound.Request(
                                town.setting("round").orElse(""), "", DUE, OptionalInt.empty()))
                .then(_ -> new AssignTasks(town, clerk, clock, texts).run(order, Progress.NONE))
                .then(assigned -> atWork(assigned.tasks().getFirst(), answers));
    }

    private Outcome<Played> atWork(AssignTasks.Task task, List<Path> answers) {
        var books = new ArrayList<Path>();
        var left = new ArrayList<Path>();
        for (int laptop = 0; laptop < VISITORS.size(); laptop++) {
            left.clear();
            Path book = folder.resolve("laptop-%d.xlsx".formatted(laptop + 1));
            switch (work(task.book(), laptop, answers, left, book)) {
                case Outcome.Done<Path>(Path written) -> books.add(written);
                case Outcome.Failed<Path>(List<Problem> why) -> {
                    return Outcome.failed(why);
                }
            }
        }
        return Outcome.done(new Played(books, left, visits.size()));
    }

    private Outcome<Path> work(
            Path task, int laptop, List<Path> answers, List<Path> left, Path book) {
        Author visitor = VISITORS.get(laptop);
        var request =
                new StartFromTask.Request(
                        task,
                        Optional.empty(),
                        folder.resolve("laptop-%d.zhuhu".formatted(laptop + 1)),
                        Passphrase.of("training").orElseThrow());
        return new StartFromTask(() -> visitor, clock, texts)
                .run(request, Progress.NONE)
                .then(workspace -> {
                    try (workspace) {
                        return visitAll(workspace, laptop, answers, left)
                                .then(_ ->
                                        new ExportWorkbook(workspace, visitor, clock, texts)
                                                .export(
                                                        ExportWorkbook.Choice.everything(book),
                                                        Progress.NONE))
                                .map(ExportWorkbook.Exported::file);
                    }
                });
    }

    private Outcome<Integer> visitAll(
            Workspace workspace, int laptop, List<Path> answers, List<Path> left) {
        int turn = 0;
        boolean shared = false;
        for (Path file : answers) {
            Outcome<RecordId> found = new FindRecord(workspace).subject(Tour.key(file));
            if (!(found instanceof Outcome.Done<RecordId>(RecordId subject))) {
                left.add(file);
                continue;
            }
            try {
                var json = (ObjectNode) new ObjectMapper().readTree(Files.readAllBytes(file));
                boolean both = !shared && json.path("outcome").asText().equals("01");
                if (both) {
                    json.put("house_area", AREAS_SQ_M.get(laptop));
                    shared = true;
                } else if (turn++ % VISITORS.size() != laptop) {
                    continue;
                }
                if (visit(workspace, subject, VISITORS.get(laptop), json)
                        instanceof Outcome.Failed<FillVisit.Filled>(List<Problem> why)) {
                    return Outcome.failed(why);
                }
            } catch (IOException e) {
                return Outcome.failed(Problem.of("fileUnreadable", file));
            }
        }
        return Outcome.done(turn);
    }

    private Outcome<FillVisit.Filled> visit(
            Workspace workspace, RecordId subject, Author visitor, ObjectNode answers) {
        return Tour.open(workspace, subject, visitor)
                .then(visit -> {
                    try (visit) {
                        return FillVisit.of(workspace, visit, answers, false).map(this::remembered);
                    }
                });
    }

    private FillVisit.Filled remembered(FillVisit.Filled filled) {
        visits.add(filled.visit());
        return filled;
    }

    /// Takes the first statement of every conflict but those that settling another one settled.
    Outcome<Integer> settle(Workspace town) {
        int settled = 0;
        for (Conflict conflict : new Conflicts(town).all()) {
            Outcome<Integer> one =
                    new Conflicts(town)
                            .named(conflict.id())
                            .then(open ->
                                    new Settle(town, clerk, LocalDateTime.now(clock))
                                            .take(open, open.sides().getFirst().id()))
                            .map(_ -> 1);
            settled += one instanceof Outcome.Done<Integer> ? 1 : 0;
        }
        return Outcome.done(settled);
    }

    /// Sends the last visit of the laptops back, with slips.
    Outcome<ReturnSlips.Written> sendBack(Workspace town) {
        String round = town.setting("round").orElse("");
        return new SendBack(town, clerk, () -> LocalDateTime.now(clock))
                .back(visits.getLast(), List.of(), texts.of("tour.comment"))
                .then(_ ->
                        new ReturnSlips(town, clerk, clock, texts)
                                .write(
                                        new ReturnSlips.Order(
                                                folder.resolve("slips"), List.of(), round),
                                        Progress.NONE));
    }

    /// Writes the list of changes, the workbook for the county and its certificate.
    Outcome<Handed> handUp(Workspace town, int settled) {
        Path changes = folder.resolve("changes.xlsx");
        Path workbook = folder.resolve("upward.xlsx");
        Path certificate = folder.resolve("certificate.pdf");
        return new FindChanges(town, texts)
                .find(new FindChanges.Request(Set.of(), false), Progress.NONE)
                .then(found -> new ExportChanges(town, clerk, clock, texts).export(found, changes))
                .then(_ ->
                        new ReportUpward(town, clerk, clock, texts, new SecureRandom())
                                .report(
                                        ExportWorkbook.Choice.everything(workbook),
                                        certificate,
                                        Progress.NONE))
                .map(_ -> new Handed(settled, changes, workbook, certificate));
    }
}
