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
import zhuhu.flow.sample.MakeSample;

/// `sample DIR [--villages N] [--households M] [--seed S]`: an invented township, the same for the
/// same seed.
@Command(name = "sample")
final class SampleCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "DIR")
    Path folder = Path.of("");

    @Option(names = "--villages", paramLabel = "N", defaultValue = "3")
    int villages = 3;

    @Option(names = "--households", paramLabel = "M", defaultValue = "20")
    int households = 20;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1")
    long seed = 1;

    @Option(names = "--json")
    boolean json;

    SampleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (villages < 1 || households < 1 || villages > 500 || households > 2_000) {
            return console.refused(Problem.of("sampleSize", villages, households));
        }
        return switch (MakeSample.in(folder, villages, households, seed)) {
            case Outcome.Done<MakeSample.Made>(MakeSample.Made made) -> print(made);
            case Outcome.Failed<MakeSample.Made>(List<Problem> problems) ->
                    console.refused(problems);
        };
    }

    private int print(MakeSample.Made made) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode rosters = document.putArray("rosters");
        made.rosters().forEach(path -> rosters.add(path.toString()));
        document.put("answers", made.answers().size());
        document.put("expected", made.expected().toString());
        String line =
                console.texts()
                        .of(
                                "app.sampled",
                                folder,
                                made.rosters().size(),
                                made.answers().size(),
                                made.errors().size());
        return console.print(Console.DONE, document, List.of(line));
    }
}
