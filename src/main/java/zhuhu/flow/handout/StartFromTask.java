package zhuhu.flow.handout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.Progress;
import zhuhu.pack.Manifest;
import zhuhu.record.FactId;
import zhuhu.record.Revision;
import zhuhu.record.Stamp;
import zhuhu.record.TakeBack;
import zhuhu.record.Withdrawal;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;
import zhuhu.workbook.read.BookReader;
import zhuhu.workbook.read.FoundFacts;
import zhuhu.workbook.read.OpenBook;

/// Makes a workspace from a task workbook: the campaign's very files, the round, the training mark
/// and every fact. What was handed out is what the village works with. One thread.
public final class StartFromTask {

    private final Supplier<Author> author;
    private final Clock clock;
    private final Texts texts;

    /// What to start from, and where. Shape: `password` of the workbook, `passphrase` of the new
    /// file.
    public record Request(Path task, Optional<String> password, Path file, Passphrase passphrase) {}

    /// What a task workbook is about. Shape: `villages` joined; `from` unit and name of who wrote
    /// it; `households` how many, as the workbook counts them.
    public record Look(
            String villages,
            String campaign,
            Manifest.Round round,
            String from,
            String households,
            boolean training) {}

    /// `author` tells who starts.
    public StartFromTask(Supplier<Author> author, Clock clock, Texts texts) {
        this.author = author;
        this.clock = clock;
        this.texts = texts;
    }

    /// Looks whose task it is; nothing is made. Failed: as [#run(Request, Progress)].
    public Outcome<Look> look(Path task, Optional<String> password) {
        return TaskBook.read(task, password, texts)
                .map(book ->
                        new Look(
                                book.about().lines().getOrDefault("villages", ""),
                                book.pack().manifest().title(),
                                book.round(),
                                (book.about().unit() + " " + book.about().author()).strip(),
                                book.about().lines().getOrDefault("records.household", "0"),
                                book.training()));
    }

    /// Failed: what was given is no task workbook, is damaged, of a newer format or has another
    /// password, or the file is there already; nothing is left behind then.
    public Outcome<Workspace> run(Request request, Progress progress) {
        progress.at("handout.step.read", 0, 0);
        return TaskBook.read(request.task(), request.password(), texts)
                .then(task -> sound(request).then(_ -> make(request, task, progress)));
    }

    /// Reason: a task workbook comes straight from the township; one that lost something on the way
    /// is sent for again, not mended by the village.
    private Outcome<Path> sound(Request request) {
        var damages = new Damages();
        return facts(request, damages)
                .then(_ ->
                        damages.problems.isEmpty()
                                ? Outcome.done(request.task())
                                : Outcome.failed(damages.told(request.task())));
    }

    private Outcome<Workspace> make(Request request, TaskBook task, Progress progress) {
        return Workspace.create(request.file(), request.passphrase(), task.pack(), task.training())
                .then(workspace -> {
                    Outcome<Workspace> filled = fill(workspace, request, task, progress);
                    if (filled instanceof Outcome.Failed) {
                        workspace.close();
                        drop(request.file());
                    }
                    return filled;
                });
    }

    private Outcome<Workspace> fill(
            Workspace workspace, Request request, TaskBook task, Progress progress) {
        progress.at("handout.step.facts", 0, 0);
        return workspace.write(writer -> {
            writer.setting("round", task.round().id());
            writer.setting(Rounds.SETTING, Rounds.with(workspace, List.of(task.round())));
            writer.packageRow(row(request.task(), task));
            return facts(request, new Taking(writer)).map(_ -> workspace);
        });
    }

    private Workspace.PackageRow row(Path file, TaskBook task) {
        return new Workspace.PackageRow(
                task.about().packageId().orElse(""),
                "in",
                "task",
                String.valueOf(file.getFileName()),
                "",
                LocalDateTime.now(clock).withNano(0).toString(),
                author.get().name(),
                task.about().unit());
    }

    private Outcome<Path> facts(Request request, FoundFacts found) {
        return switch (BookReader.open(request.task(), request.password(), texts)) {
            case Outcome.Failed<OpenBook>(List<Problem> why) -> Outcome.failed(why);
            case Outcome.Done<OpenBook>(OpenBook book) -> {
                try (book) {
                    yield book.facts(found).map(_ -> request.task());
                } catch (IOException e) {
                    yield Outcome.failed(
                            Problem.of("bookUnreadable", request.task(), e.getMessage()));
                }
            }
        };
    }

    /// Only what this act made.
    private static void drop(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }

    /// Listens for damages alone.
    private static final class Damages implements FoundFacts {
        private final List<Problem> problems = new ArrayList<>();

        List<Problem> told(Path task) {
            var all = new ArrayList<Problem>();
            all.add(Problem.of("taskDamaged", task.getFileName(), problems.size()));
            all.addAll(problems.subList(0, Math.min(20, problems.size())));
            return all;
        }

        @Override
        public void revision(Revision revision, List<Stamp> stamps) {}

        @Override
        public void waiting(Revision revision, List<Stamp> stamps, SortedSet<FactId> missing) {}

        @Override
        public void withdrawal(Withdrawal withdrawal) {}

        @Override
        public void takeBack(TakeBack takeBack) {}

        @Override
        public void damaged(Problem problem) {
            problems.add(problem);
        }
    }

    private record Taking(Workspace.Writer writer) implements FoundFacts {
        @Override
        public void revision(Revision revision, List<Stamp> stamps) {
            stamps.forEach(stamp -> writer.add(revision, stamp));
        }

        @Override
        public void waiting(Revision revision, List<Stamp> stamps, SortedSet<FactId> missing) {
            revision(revision, stamps);
        }

        @Override
        public void withdrawal(Withdrawal withdrawal) {
            writer.withdraw(withdrawal);
        }

        @Override
        public void takeBack(TakeBack takeBack) {
            writer.takeBack(takeBack);
        }

        @Override
        public void damaged(Problem problem) {}
    }
}
