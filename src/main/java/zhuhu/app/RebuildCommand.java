package zhuhu.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `rebuild FILE`: derived tables made anew from the facts.
@Command(name = "rebuild")
final class RebuildCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    RebuildCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.with(
                console,
                file,
                workspace -> {
                    workspace.rebuild();
                    var json = JsonNodeFactory.instance.objectNode().put("ok", true);
                    return console.print(
                            Console.DONE, json, List.of(console.texts().of("app.rebuilt")));
                });
    }
}
