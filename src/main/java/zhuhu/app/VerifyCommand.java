package zhuhu.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import zhuhu.base.Problem;

/// `verify FILE|BOOK`: whether a workspace or a workbook is whole.
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.with(console, file, workspace -> print(workspace.verify()));
    }

    private int print(List<Problem> problems) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("ok", problems.isEmpty());
        json.set("problems", console.places(problems));
        List<String> lines =
                problems.isEmpty()
                        ? List.of(console.texts().of("app.whole"))
                        : problems.stream().map(console::words).toList();
        return console.print(
                problems.isEmpty() ? Console.DONE : Console.DONE_WITH_PROBLEMS, json, lines);
    }
}
