package zhuhu.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `dump FILE`: the derived state, one JSON line a record.
@Command(name = "dump")
final class DumpCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    DumpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.with(
                console,
                file,
                workspace -> {
                    // Reason: lines end alike on every system, so that equal states give equal
                    // bytes.
                    workspace.dump(line -> console.out().print(line + "\n"));
                    console.out().flush();
                    return Console.DONE;
                });
    }
}
