package zhuhu.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.BackUp;
import zhuhu.flow.Progress;
import zhuhu.store.Copies.Copied;
import zhuhu.store.Workspace;

/// `backup FILE --out COPY`: a checked copy of a workspace.
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    @Option(names = "--out", paramLabel = "COPY", required = true)
    Path out = Path.of("");

    BackupCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.with(console, file, this::run);
    }

    private int run(Workspace workspace) {
        return switch (new BackUp(workspace, Clock.systemDefaultZone()).to(out, Progress.NONE)) {
            case Outcome.Done<Copied>(Copied copied) ->
                    console.print(
                            Console.DONE,
                            CopyLines.json(copied)
                                    .put(
                                            "last_backup",
                                            workspace.setting("last_backup").orElse("")),
                            List.of(console.texts().of("app.copied", copied.file())));
            case Outcome.Failed<Copied>(List<Problem> problems) -> console.refused(problems);
        };
    }
}
