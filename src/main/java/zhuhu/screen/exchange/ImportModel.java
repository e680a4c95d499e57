package zhuhu.screen.exchange;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Progress;
import zhuhu.flow.roster.ImportRosters.Request;
import zhuhu.flow.roster.ImportRosters.Unclear;
import zhuhu.flow.roster.ImportedRoster;
import zhuhu.screen.Background;
import zhuhu.screen.Job;

/// Reading rosters, one file after the other, asking for a date or a password where one is missing.
/// The window's thread only.
public final class ImportModel {

    /// Where an import stands.
    public sealed interface Stage {
        record Idle() implements Stage {}

        record Running(Path file, Job job) implements Stage {}

        /// A file does not tell its 数据日期.
        record WantsDate(Path file) implements Stage {}

        /// A file wants its password; `wrong` if one was tried.
        record WantsPassword(Path file, boolean wrong) implements Stage {}

        record Over(List<ImportedRoster> files) implements Stage {
            public Over {
                files = List.copyOf(files);
            }
        }
    }

    private final Exchange exchange;
    private final Background background;
    private final Runnable changed;
    private final Deque<Request> waiting = new ArrayDeque<>();
    private final List<ImportedRoster> done = new ArrayList<>();
    private final List<Request> unclear = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Stage> stage =
            new ReadOnlyObjectWrapper<>(new Stage.Idle());

    /// `changed` runs when an import is over.
    public ImportModel(Exchange exchange, Background background, Runnable changed) {
        this.exchange = exchange;
        this.background = background;
        this.changed = changed;
    }

    public ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    /// Reads these files; ignored while others are being read.
    public void read(Collection<Path> files) {
        boolean free = stage.get() instanceof Stage.Idle || stage.get() instanceof Stage.Over;
        if (files.isEmpty() || !free) {
            return;
        }
        done.clear();
        waiting.clear();
        unclear.clear();
        files.forEach(file -> waiting.add(Request.of(file)));
        next();
    }

    /// Reads the files with held rows once more: those rows come in as records of their own, and
    /// whether they are the same as others is asked under 重复.
    public void apart() {
        if (stage.get() instanceof Stage.Over && !unclear.isEmpty()) {
            done.clear();
            waiting.clear();
            unclear.forEach(request -> waiting.add(request.taking(Unclear.APART)));
            unclear.clear();
            next();
        }
    }

    /// The date that was asked for.
    public void date(LocalDate day) {
        again(waiting.remove().dated(day));
    }

    /// The password that was asked for.
    public void password(String word) {
        again(waiting.remove().locked(word));
    }

    /// Leaves out the file that wants something.
    public void skip() {
        waiting.remove();
        next();
    }

    /// Asks the reading to stop; the file under way is left out whole, and so are those that wait.
    public void cancel() {
        if (stage.get() instanceof Stage.Running(_, Job job)) {
            job.cancel();
        }
    }

    /// Back to choosing files.
    public void close() {
        stage.set(new Stage.Idle());
    }

    private void again(Request request) {
        waiting.addFirst(request);
        next();
    }

    private void next() {
        if (waiting.isEmpty()) {
            over();
            return;
        }
        Request request = waiting.element();
        Job job =
                background.start(
                        (Progress progress) -> exchange.importRosters(request, progress),
                        outcome -> came(request, outcome),
                        this::over);
        if (!job.over().get()) {
            stage.set(new Stage.Running(file(request), job));
        }
    }

    private void came(Request request, Outcome<List<ImportedRoster>> outcome) {
        List<Problem> failed =
                switch (outcome) {
                    case Outcome.Done<List<ImportedRoster>>(List<ImportedRoster> files) ->
                            files.stream().flatMap(f -> f.failed().stream()).toList();
                    case Outcome.Failed<List<ImportedRoster>>(List<Problem> problems) -> problems;
                };
        if (has(failed, "rosterNoDate")) {
            stage.set(new Stage.WantsDate(file(request)));
        } else if (has(failed, "sheetNeedsPassword") || has(failed, "sheetWrongPassword")) {
            stage.set(new Stage.WantsPassword(file(request), has(failed, "sheetWrongPassword")));
        } else {
            waiting.remove();
            switch (outcome) {
                case Outcome.Done<List<ImportedRoster>>(List<ImportedRoster> files) -> {
                    done.addAll(files);
                    if (files.stream().anyMatch(file -> !file.held().isEmpty())) {
                        unclear.add(request);
                    }
                }
                case Outcome.Failed<List<ImportedRoster>>(List<Problem> problems) ->
                        done.add(refused(file(request), problems));
            }
            if (has(failed, "importCancelled")) {
                waiting.clear();
            }
            next();
        }
    }

    private void over() {
        waiting.clear();
        stage.set(done.isEmpty() ? new Stage.Idle() : new Stage.Over(done));
        changed.run();
    }

    private static Path file(Request request) {
        return request.files().getFirst();
    }

    private static boolean has(List<Problem> problems, String code) {
        return problems.stream().anyMatch(p -> p.code().equals(code));
    }

    private static ImportedRoster refused(Path file, List<Problem> problems) {
        return ImportedRoster.failed(String.valueOf(file.getFileName()), problems);
    }
}
