package zhuhu.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Progress;
import zhuhu.flow.Restore;
import zhuhu.store.Copies.Copied;

/// `restore COPY --out FILE`: a copy put back where nothing stands yet.
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Parameters(paramLabel = "COPY")
    Path copy = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", required = true)
    Path out = Path.of("");

    RestoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Outcome<Copied> restored =
                options.unlock(console, pass -> Restore.from(copy, pass, out, Progress.NONE));
        return switch (restored) {
            case Outcome.Done<Copied>(Copied copied) ->
                    console.print(
                            Console.DONE,
                            CopyLines.json(copied),
                            List.of(console.texts().of("app.restored", copied.file())));
            case Outcome.Failed<Copied>(List<Problem> problems) -> console.refused(problems);
        };
    }
}
