package zhuhu.flow.handout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.CheckWorkspace;
import zhuhu.flow.ExportWorkbook;
import zhuhu.flow.ExportWorkbook.Choice;
import zhuhu.flow.ExportWorkbook.Content;
import zhuhu.flow.ExportWorkbook.Exported;
import zhuhu.flow.FindRecord;
import zhuhu.flow.Labels;
import zhuhu.flow.Progress;
import zhuhu.flow.paper.Numbers;
import zhuhu.flow.paper.PrintHouseholds;
import zhuhu.flow.paper.Printed;
import zhuhu.pack.Manifest;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;
import zhuhu.workbook.export.TaskPart;

/// Writes one task workbook a village: its whole history, the campaign's files, the round with its
/// deadline, and what is still open; if wished, a sheet on paper for each household too. Each file
/// is written whole or not at all. One thread.
public final class AssignTasks {

    private final Workspace workspace;
    private final Author author;
    private final Clock clock;
    private final Texts texts;

    /// Who gets one, and where. Shape: `villages` keys, none for all; `password` encrypts the
    /// workbooks, never the paper.
    public record Order(
            Path folder, List<String> villages, Paper paper, Optional<String> password) {
        public Order {
            villages = List.copyOf(villages);
        }
    }

    /// Whether the sheets to take along are written too.
    public enum Paper {
        NONE,
        SHEETS
    }

    /// What one village gets. Shape: `sheets` the paper, if any; `points` still open; `drafts` that
    /// stay behind here; `pictures` written beside it.
    public record Task(
            RecordId village,
            String name,
            Path book,
            String packageId,
            long households,
            int points,
            long drafts,
            int pictures,
            Optional<Printed> sheets) {}

    /// Shape: `tasks` in the order asked; `problems` of villages that got none, or no paper.
    public record Assigned(Manifest.Round round, List<Task> tasks, List<Problem> problems) {
        public Assigned {
            tasks = List.copyOf(tasks);
            problems = List.copyOf(problems);
        }
    }

    public AssignTasks(Workspace workspace, Author author, Clock clock, Texts texts) {
        this.workspace = workspace;
        this.author = author;
        this.clock = clock;
        this.texts = texts;
    }

    /// Failed: nothing was written, because a village is not known, there is no round or no folder,
    /// or every single file failed. Stopped half-way, the villages that were done stand in the
    /// list.
    public Outcome<Assigned> run(Order order, Progress progress) {
        Optional<Manifest.Round> round = Rounds.of(workspace).current();
        if (round.isEmpty()) {
            return Outcome.failed(Problem.of("handoutNoRound"));
        }
        if (order.password().map(String::isBlank).orElse(false)) {
            return Outcome.failed(Problem.of("exportBlankPassword"));
        }
        return villages(order.villages())
                .then(villages ->
                        folder(order.folder())
                                .then(_ -> run(order, villages, round.get(), progress)));
    }

    private Outcome<Assigned> run(
            Order order, List<RecordId> villages, Manifest.Round round, Progress progress) {
        progress.at("handout.step.points", 0, villages.size());
        CheckWorkspace.Checked checked = checked();
        OpenPoints points = OpenPoints.of(workspace, checked, LocalDate.now(clock), texts);
        var tasks = new ArrayList<Task>();
        var problems = new ArrayList<Problem>();
        for (RecordId village : villages) {
            if (progress.cancelled()) {
                problems.add(Problem.of("handoutStopped", tasks.size(), villages.size()));
                break;
            }
            progress.at("handout.step.village", tasks.size(), villages.size());
            var form = new TaskForm(round, checked, points);
            switch (book(order, village, form, progress)) {
                case Outcome.Done<Task>(Task task) ->
                        tasks.add(paper(order, task, problems, progress));
                case Outcome.Failed<Task>(List<Problem> why) -> problems.addAll(why);
            }
        }
        return tasks.isEmpty()
                ? Outcome.failed(problems)
                : Outcome.done(new Assigned(round, tasks, problems));
    }

    private Outcome<Task> book(Order order, RecordId village, TaskForm form, Progress progress) {
        Path book = free(order.folder(), name(village, form.round), "xlsx");
        var choice = new Choice(book, Content.WORKBOOK, List.of(village.text()), order.password());
        return new ExportWorkbook(workspace, author, clock, texts)
                .export(choice, form, only(progress))
                .map(done -> task(village, done, form.told));
    }

    private Task task(RecordId village, Exported done, int points) {
        return new Task(
                village,
                Labels.of(workspace, village),
                done.file(),
                done.packageId(),
                done.records().getOrDefault(Kind.HOUSEHOLD, 0L),
                points,
                done.drafts(),
                done.pictures().written(),
                Optional.empty());
    }

    private Task paper(Order order, Task task, List<Problem> problems, Progress progress) {
        if (order.paper() == Paper.NONE || task.households() == 0) {
            return task;
        }
        String name = String.valueOf(task.book().getFileName()).replaceFirst("\\.xlsx$", "");
        var print =
                new PrintHouseholds.Order(
                        order.folder().resolve(texts.of("handout.paper.name", name)),
                        PrintHouseholds.What.SHEET,
                        List.of(task.village().text()),
                        Numbers.COVERED);
        return switch (new PrintHouseholds(workspace, author, clock, texts)
                .print(print, only(progress))) {
            case Outcome.Done<Printed>(Printed printed) ->
                    new Task(
                            task.village(),
                            task.name(),
                            task.book(),
                            task.packageId(),
                            task.households(),
                            task.points(),
                            task.drafts(),
                            task.pictures(),
                            Optional.of(printed));
            case Outcome.Failed<Printed>(List<Problem> why) -> {
                problems.addAll(why);
                yield task;
            }
        };
    }

    /// Reason: the window counts villages; what happens inside one file would make it jump.
    private static Progress only(Progress progress) {
        return new Progress() {
            @Override
            public void at(String step, long done, long total) {}

            @Override
            public boolean cancelled() {
                return progress.cancelled();
            }
        };
    }

    /// `任务包_镇_村_轮次`, as any file system takes it.
    private String name(RecordId village, Manifest.Round round) {
        return prefix(workspace, village, texts) + safe(round.id());
    }

    /// What the names of all task workbooks of a village begin with.
    static String prefix(Workspace workspace, RecordId village, Texts texts) {
        String township = workspace.section(village, "basics").shown().plain("township");
        return texts.of("handout.name")
                + "_"
                + safe(township)
                + "_"
                + safe(Labels.of(workspace, village))
                + "_";
    }

    private static String safe(String word) {
        return word.strip().replaceAll("[\\\\/:*?\"<>|_\\s\\p{Cntrl}]+", "-");
    }

    /// A name that is not taken. Reason: what lies there may be the workbook that a village handed
    /// in under the very name that it got.
    private static Path free(Path folder, String name, String ending) {
        Path file = folder.resolve(name + "." + ending);
        for (int n = 2; Files.exists(file); n++) {
            file = folder.resolve("%s_%d.%s".formatted(name, n, ending));
        }
        return file;
    }

    private CheckWorkspace.Checked checked() {
        return switch (new CheckWorkspace(workspace, LocalDate.now(clock)).run(Optional.empty())) {
            case Outcome.Done<CheckWorkspace.Checked>(CheckWorkspace.Checked found) -> found;
            case Outcome.Failed<CheckWorkspace.Checked>(List<Problem> why) ->
                    new CheckWorkspace.Checked(List.of(), why);
        };
    }

    private Outcome<List<RecordId>> villages(List<String> keys) {
        var villages = new ArrayList<RecordId>();
        if (keys.isEmpty()) {
            workspace.records(Kind.VILLAGE, villages::add);
            villages.sort(
                    Comparator.comparing((RecordId v) -> Labels.of(workspace, v))
                            .thenComparing(RecordId::text));
        }
        Set<RecordId> chosen = new HashSet<>();
        var problems = new ArrayList<Problem>();
        for (String key : keys) {
            switch (new FindRecord(workspace).by(key, Kind.VILLAGE)) {
                case Outcome.Done<RecordId>(RecordId village) when chosen.add(village) ->
                        villages.add(village);
                case Outcome.Done<RecordId> _ -> {}
                case Outcome.Failed<RecordId>(List<Problem> why) -> problems.addAll(why);
            }
        }
        if (villages.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.of("handoutNoVillage"));
        }
        return problems.isEmpty() ? Outcome.done(villages) : Outcome.failed(problems);
    }

    private static Outcome<Path> folder(Path folder) {
        try {
            return Outcome.done(Files.createDirectories(folder));
        } catch (IOException e) {
            return Outcome.failed(Problem.of("handoutFolder", folder, e.getMessage()));
        }
    }

    /// What makes a village's workbook its task. Remembers how many points it told.
    private final class TaskForm implements ExportWorkbook.Task {

        private final Manifest.Round round;
        private final CheckWorkspace.Checked checked;
        private final OpenPoints points;
        private int told;

        TaskForm(Manifest.Round round, CheckWorkspace.Checked checked, OpenPoints points) {
            this.round = round;
            this.checked = checked;
            this.points = points;
        }

        @Override
        public TaskPart part(Collection<RecordId> records) {
            List<TaskPart.Point> mine = points.of(records);
            told = mine.size();
            return new TaskPart(round.start(), round.incomeYear(), workspace.pack().files(), mine);
        }

        @Override
        public CheckWorkspace.Checked checked() {
            return checked;
        }
    }
}
