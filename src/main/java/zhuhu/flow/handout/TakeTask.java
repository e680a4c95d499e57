package zhuhu.flow.handout;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.Progress;
import zhuhu.flow.merge.MergeBooks;
import zhuhu.flow.merge.MergedBook;
import zhuhu.pack.Manifest;
import zhuhu.store.Workspace;

/// Takes a task workbook into a workspace that has work already: the newer campaign, what the
/// township knows, and the round. One thread.
public final class TakeTask {

    private final Workspace workspace;
    private final Author author;
    private final Clock clock;
    private final Texts texts;

    /// What becomes of the round.
    public enum Turn {
        /// The workspace is in it already.
        STAYS,
        ENTERS,
        /// The task's round is due earlier than the present one.
        KEEPS_NEWER
    }

    /// What taking it does, said before it is done. Shape: `villages` the task is about; `from` the
    /// present round; `pack` what changes in the campaign, empty where the task's is older, which
    /// `older` explains.
    public record Plan(
            String villages,
            String by,
            Optional<Manifest.Round> from,
            Manifest.Round round,
            Turn turn,
            Optional<UpdatePack.Plan> pack,
            List<Problem> older) {
        public Plan {
            older = List.copyOf(older);
        }
    }

    /// What was done.
    public record Taken(Plan plan, MergedBook book) {}

    public TakeTask(Workspace workspace, Author author, Clock clock, Texts texts) {
        this.workspace = workspace;
        this.author = author;
        this.clock = clock;
        this.texts = texts;
    }

    /// Failed: it is no task workbook, is damaged, of another campaign, or for training where this
    /// is work.
    public Outcome<Plan> plan(Path file, Optional<String> password) {
        return TaskBook.read(file, password, texts).then(this::plan);
    }

    private Outcome<Plan> plan(TaskBook task) {
        boolean training = workspace.setting("training").orElse("0").equals("1");
        if (training != task.training()) {
            return Outcome.failed(
                    Problem.of(task.training() ? "taskTraining" : "taskRealIntoTraining"));
        }
        return switch (new UpdatePack(workspace, texts).plan(task.pack())) {
            case Outcome.Done<UpdatePack.Plan>(UpdatePack.Plan pack) ->
                    Outcome.done(plan(task, Optional.of(pack), List.of()));
            case Outcome.Failed<UpdatePack.Plan>(List<Problem> why) ->
                    isOlder(why)
                            ? Outcome.done(plan(task, Optional.empty(), why))
                            : Outcome.failed(why);
        };
    }

    /// Reason: a laptop that loaded a newer form keeps it; the facts and the round come all the
    /// same.
    private static boolean isOlder(List<Problem> why) {
        return why.stream().allMatch(p -> p.code().equals("packFormOlder"));
    }

    private Plan plan(TaskBook task, Optional<UpdatePack.Plan> pack, List<Problem> older) {
        Rounds rounds = Rounds.of(workspace);
        Optional<Manifest.Round> now = rounds.current();
        var about = task.about();
        return new Plan(
                about.lines().getOrDefault("villages", ""),
                (about.unit() + " " + about.author()).strip(),
                now,
                task.round(),
                turn(now, task.round()),
                pack,
                older);
    }

    private static Turn turn(Optional<Manifest.Round> now, Manifest.Round round) {
        if (now.isEmpty()) {
            return Turn.ENTERS;
        }
        if (now.get().id().equals(round.id())) {
            return Turn.STAYS;
        }
        return round.due().compareTo(now.get().due()) < 0 ? Turn.KEEPS_NEWER : Turn.ENTERS;
    }

    /// Takes it in: the campaign, then the facts, then the round. Failed as [#plan(Path,
    /// Optional)], or the facts may not come in; the round is then as it was.
    public Outcome<Taken> take(Path file, Optional<String> password, Progress progress) {
        progress.at("handout.step.read", 0, 0);
        return plan(file, password)
                .then(plan -> {
                    plan.pack().ifPresent(new UpdatePack(workspace, texts)::update);
                    return merge(file, password, progress).map(book -> enter(plan, book));
                });
    }

    private Outcome<MergedBook> merge(Path file, Optional<String> password, Progress progress) {
        MergeBooks.Merged merged =
                new MergeBooks(workspace, author, clock, texts)
                        .merge(List.of(new MergeBooks.Order(file, password)), progress);
        if (merged.books().isEmpty()) {
            return Outcome.failed(Problem.of("taskStopped", file.getFileName()));
        }
        MergedBook book = merged.books().getFirst();
        return book.isRefused() ? Outcome.failed(book.refused()) : Outcome.done(book);
    }

    private Taken enter(Plan plan, MergedBook book) {
        return workspace.write(writer -> {
            var known = new ArrayList<Manifest.Round>();
            known.add(plan.round());
            writer.setting(Rounds.SETTING, Rounds.with(workspace, known));
            if (plan.turn() != Turn.KEEPS_NEWER) {
                writer.setting("round", plan.round().id());
            }
            return new Taken(plan, book);
        });
    }
}
