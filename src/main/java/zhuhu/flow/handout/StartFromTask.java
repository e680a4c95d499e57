package zhuhu.flow.handout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.Progress;
import zhuhu.flow.merge.MergeBooks;
import zhuhu.flow.merge.MergedBook;
import zhuhu.pack.Manifest;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

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
                .then(task -> make(request, task, progress));
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
        Manifest.Round round = task.round();
        workspace.write(writer -> {
            writer.setting("round", round.id());
            writer.setting(Rounds.SETTING, Rounds.with(workspace, List.of(round)));
            return round;
        });
        MergeBooks.Merged merged =
                new MergeBooks(workspace, author.get(), clock, texts)
                        .merge(
                                List.of(new MergeBooks.Order(request.task(), request.password())),
                                progress);
        if (merged.books().isEmpty()) {
            return Outcome.failed(Problem.of("taskStopped", request.task().getFileName()));
        }
        MergedBook book = merged.books().getFirst();
        if (book.isRefused()) {
            return Outcome.failed(book.refused());
        }
        // Reason: a task workbook comes straight from the township; one that lost facts on the way
        // is sent for again, not mended by the village.
        int lost = book.facts().damaged() + book.facts().waiting();
        return lost == 0
                ? Outcome.done(workspace)
                : Outcome.failed(Problem.of("taskDamaged", request.task().getFileName(), lost));
    }

    /// Only what this act made.
    private static void drop(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }
}
