package zhuhu.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Author;
import zhuhu.flow.Progress;
import zhuhu.flow.Workspaces;
import zhuhu.flow.handout.StartFromTask;
import zhuhu.pack.PackReader;
import zhuhu.store.Workspace;

/// `new FILE --pack PACK [--training]`, `new FILE --from TASK.xlsx [--password-file F]`
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

    @Option(names = "--password-file", paramLabel = "F")
    @Nullable Path passwordFile;

    @Option(names = "--training")
    boolean training;

    NewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (task != null) {
            return fromTask(task);
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

    /// Reason: whether it is for training stands in the workbook, so its own passphrase is asked
    /// for as the workbook says.
    private int fromTask(Path from) {
        try {
            Optional<String> password =
                    passwordFile == null
                            ? Optional.empty()
                            : Optional.of(FileOptions.line(passwordFile));
            var start =
                    new StartFromTask(
                            () -> new Author("", "", "", "command-line"),
                            Clock.systemDefaultZone(),
                            console.texts());
            Outcome<Workspace> made =
                    start.look(from, password)
                            .then(look ->
                                    options.passphrase(console, look.training())
                                            .then(pass ->
                                                    start.run(
                                                            new StartFromTask.Request(
                                                                    from, password, file, pass),
                                                            Progress.NONE)));
            return switch (made) {
                case Outcome.Done<Workspace>(Workspace workspace) -> done(workspace);
                case Outcome.Failed<Workspace>(List<Problem> problems) -> console.refused(problems);
            };
        } catch (IOException e) {
            return console.refused(Problem.of("passphraseFile", passwordFile));
        }
    }

    private int done(Workspace workspace) {
        try (workspace) {
            var manifest = workspace.pack().manifest();
            String round = workspace.setting("round").orElse("");
            String households =
                    workspace.query("SELECT count(*) AS n FROM household").stream()
                            .map(row -> row.getOrDefault("n", "0"))
                            .findFirst()
                            .orElse("0");
            var json = JsonNodeFactory.instance.objectNode();
            json.put("file", file.toString()).put("pack", manifest.name()).put("round", round);
            json.put("households", Integer.parseInt(households));
            json.put("training", workspace.setting("training").orElse("0").equals("1"));
            return console.print(
                    Console.DONE,
                    json,
                    List.of(console.texts().of("app.made", file, manifest.title(), round)));
        }
    }
}
