package zhuhu.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Workspaces;
import zhuhu.pack.PackReader;
import zhuhu.store.Workspace;

/// `new FILE --pack PACK [--training]`
@Command(name = "new")
final class NewCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    @Option(names = "--pack", paramLabel = "PACK")
    @Nullable String pack;

    @Option(names = "--from", paramLabel = "TASK.xlsx")
    @Nullable Path task;

    @Option(names = "--training")
    boolean training;

    NewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (task != null) {
            return console.refused(Problem.of("notYet", "new --from"));
        }
        if (pack == null) {
            return console.refused(Problem.of("packMissing"));
        }
        String name = pack;
        Outcome<Workspace> made =
                options.passphrase(console, training)
                        .then(pass ->
                                PackReader.read(name)
                                        .then(read ->
                                                Workspaces.create(file, pass, read, training)));
        return switch (made) {
            case Outcome.Done<Workspace>(Workspace workspace) -> done(workspace);
            case Outcome.Failed<Workspace>(List<Problem> problems) -> console.refused(problems);
        };
    }

    private int done(Workspace workspace) {
        try (workspace) {
            var manifest = workspace.pack().manifest();
            String round = workspace.setting("round").orElse("");
            var json = JsonNodeFactory.instance.objectNode();
            json.put("file", file.toString()).put("pack", manifest.name()).put("round", round);
            json.put("training", training);
            return console.print(
                    Console.DONE,
                    json,
                    List.of(console.texts().of("app.made", file, manifest.title(), round)));
        }
    }
}
