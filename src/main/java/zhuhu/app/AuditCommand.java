package zhuhu.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
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
import zhuhu.flow.ExportSteps;
import zhuhu.flow.ExportSteps.Written;
import zhuhu.store.Workspace;

/// `audit FILE [--record KEY] --out audit.csv`: what visits did, as ODK writes it.
@Command(name = "audit")
final class AuditCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    @Option(names = "--record", paramLabel = "KEY")
    @Nullable String record;

    @Option(names = "--out", paramLabel = "AUDIT.csv", required = true)
    Path out = Path.of("");

    AuditCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.with(console, file, this::run);
    }

    private int run(Workspace workspace) {
        return switch (new ExportSteps(workspace).to(out, Optional.ofNullable(record))) {
            case Outcome.Done<Written>(Written written) ->
                    console.print(
                            Console.DONE,
                            JsonNodeFactory.instance
                                    .objectNode()
                                    .put("file", written.file().toString())
                                    .put("events", written.steps()),
                            List.of(
                                    console.texts()
                                            .of("app.audited", written.file(), written.steps())));
            case Outcome.Failed<Written>(List<Problem> problems) -> console.refused(problems);
        };
    }
}
