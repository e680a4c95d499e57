package zhuhu.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;

/// `tour DIR`: the whole flow on an invented township, without a display.
@Command(name = "tour")
final class TourCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "DIR")
    Path folder = Path.of("");

    @Option(names = "--json")
    boolean json;

    TourCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return switch (Tour.play(folder, console.texts(), console.err()::println)) {
            case Outcome.Done<Tour.Played>(Tour.Played played) -> print(played);
            case Outcome.Failed<Tour.Played>(List<Problem> problems) -> console.refused(problems);
        };
    }

    private int print(Tour.Played played) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("workspace", played.workspace().toString());
        document.put("workbook", played.workbook().toString());
        document.put("changes", played.handed().changes().toString());
        document.put("upward", played.handed().workbook().toString());
        document.put("certificate", played.handed().certificate().toString());
        document.put("settled", played.handed().settled());
        document.put("visits", played.visits());
        ArrayNode pictures = document.putArray("pictures");
        played.pictures().forEach(picture -> pictures.add(picture.toString()));
        String line =
                console.texts().of("app.toured", folder, played.visits(), played.pictures().size());
        return console.print(Console.DONE, document, List.of(line));
    }
}
