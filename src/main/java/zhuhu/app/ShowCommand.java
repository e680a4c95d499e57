package zhuhu.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import zhuhu.flow.FindRecord;
import zhuhu.flow.ShowRecord;
import zhuhu.flow.settle.HistoryBook;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// `show FILE KEY [--history] [--out OUT.xlsx]`; `--out` writes the whole history as a table.
@Command(name = "show")
final class ShowCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Parameters(index = "0", paramLabel = "FILE")
    Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "KEY")
    String key = "";

    @Option(names = "--history")
    boolean history;

    @Option(names = "--out", paramLabel = "OUT.xlsx")
    @Nullable Path out;

    ShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.with(console, file, this::show);
    }

    private int show(Workspace workspace) {
        return switch (new FindRecord(workspace).by(key)) {
            case Outcome.Done<RecordId>(RecordId record) -> {
                Path book = out;
                if (book != null) {
                    yield written(HistoryBook.write(workspace, record, Optional.empty(), book));
                }
                var show = new ShowRecord(workspace);
                ObjectNode json = history ? show.withHistory(record) : show.now(record);
                yield console.print(Console.DONE, json, List.of(json.toPrettyString()));
            }
            case Outcome.Failed<RecordId>(List<Problem> problems) -> console.refused(problems);
        };
    }

    private int written(Outcome<Path> outcome) {
        return switch (outcome) {
            case Outcome.Done<Path>(Path file) ->
                    console.print(
                            Console.DONE,
                            JsonNodeFactory.instance.objectNode().put("file", file.toString()),
                            List.of(file.toString()));
            case Outcome.Failed<Path>(List<Problem> problems) -> console.refused(problems);
        };
    }
}
