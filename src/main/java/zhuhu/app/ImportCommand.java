package zhuhu.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
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
import zhuhu.flow.roster.Counts;
import zhuhu.flow.roster.ImportRosters;
import zhuhu.flow.roster.ImportedRoster;
import zhuhu.store.Workspace;

/// `import ROSTER... --into FILE [--date DATE] [--password-file F]`
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Parameters(paramLabel = "ROSTER", arity = "1..*")
    List<Path> rosters = List.of();

    @Option(names = "--into", paramLabel = "FILE", required = true)
    Path file = Path.of("");

    @Option(names = "--date", paramLabel = "DATE")
    @Nullable String date;

    @Option(names = "--password-file", paramLabel = "F")
    @Nullable Path passwordFile;

    @Option(names = "--apart")
    boolean apart;

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return switch (request()) {
            case Outcome.Done<ImportRosters.Request>(ImportRosters.Request request) ->
                    options.with(console, file, workspace -> run(workspace, request));
            case Outcome.Failed<ImportRosters.Request>(List<Problem> problems) ->
                    console.refused(problems);
        };
    }

    private Outcome<ImportRosters.Request> request() {
        try {
            Optional<LocalDate> day = Optional.ofNullable(date).map(LocalDate::parse);
            Optional<String> password =
                    passwordFile == null
                            ? Optional.empty()
                            : Optional.of(FileOptions.line(passwordFile));
            return Outcome.done(
                    new ImportRosters.Request(rosters, day, password)
                            .taking(
                                    apart
                                            ? ImportRosters.Unclear.APART
                                            : ImportRosters.Unclear.HELD));
        } catch (DateTimeException e) {
            return Outcome.failed(Problem.of("timeShape", date));
        } catch (IOException e) {
            return Outcome.failed(Problem.of("passphraseFile", passwordFile));
        }
    }

    private int run(Workspace workspace, ImportRosters.Request request) {
        var author = new Author("", "", "", "command-line");
        var act = new ImportRosters(workspace, author, Clock.systemDefaultZone());
        return switch (act.run(request, Progress.NONE)) {
            case Outcome.Done<List<ImportedRoster>>(List<ImportedRoster> files) -> print(files);
            case Outcome.Failed<List<ImportedRoster>>(List<Problem> problems) ->
                    console.refused(problems);
        };
    }

    private int print(List<ImportedRoster> files) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode list = document.putArray("files");
        var lines = new ArrayList<String>();
        boolean clean = true;
        for (ImportedRoster roster : files) {
            list.add(json(roster));
            lines.addAll(lines(roster));
            clean &= roster.isClean();
        }
        return console.print(clean ? Console.DONE : Console.DONE_WITH_PROBLEMS, document, lines);
    }

    private ObjectNode json(ImportedRoster roster) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", roster.file());
        node.put("date", roster.date());
        node.put("rows", roster.rows());
        node.set("villages", json(roster.villages()));
        node.set("households", json(roster.households()));
        node.set("persons", json(roster.persons()));
        node.set("held", console.places(roster.held()));
        node.set("doubts", console.places(roster.doubts()));
        node.set("refused", console.places(roster.refused()));
        ArrayNode unknown = node.putArray("unknownColumns");
        roster.unknownColumns().forEach(unknown::add);
        node.set("failed", console.places(roster.failed()));
        return node;
    }

    private static ObjectNode json(Counts counts) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("new", counts.fresh())
                .put("changed", counts.changed())
                .put("same", counts.same());
    }

    private List<String> lines(ImportedRoster roster) {
        Counts persons = roster.persons();
        var lines = new ArrayList<String>();
        lines.add(
                console.texts()
                        .of(
                                "app.imported",
                                roster.file(),
                                roster.rows(),
                                persons.fresh(),
                                persons.changed(),
                                persons.same(),
                                roster.held().size(),
                                roster.refused().size(),
                                roster.households().all()));
        List.of(roster.failed(), roster.refused(), roster.held(), roster.doubts())
                .forEach(problems -> problems.forEach(p -> lines.add("  " + console.words(p))));
        if (!roster.unknownColumns().isEmpty()) {
            lines.add(
                    console.texts()
                            .of("app.unknownColumns", String.join("、", roster.unknownColumns())));
        }
        return lines;
    }
}
