package zhuhu.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import zhuhu.flow.HouseholdList;
import zhuhu.flow.Progress;
import zhuhu.flow.paper.HouseholdTable;
import zhuhu.flow.paper.Numbers;
import zhuhu.flow.paper.PrintHouseholds;
import zhuhu.flow.paper.PrintTable;
import zhuhu.flow.paper.Printed;
import zhuhu.store.Workspace;

/// `print sheet|visit FILE [KEY ...] --out PDF [--full-numbers]` and `print list FILE [--state S]
/// [--find TEXT] --out PDF`
@Command(name = "print")
final class PrintCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--json")
    boolean json;

    PrintCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return console.refused(Problem.of("commandNone", "print", "sheet、visit、list"));
    }

    private static Author author(Workspace workspace) {
        return new Author(
                workspace.setting("person_name").orElse(""),
                workspace.setting("unit").orElse(""),
                workspace.setting("phone").orElse(""),
                "command-line");
    }

    private static int said(Console console, Outcome<Printed> outcome) {
        return switch (outcome) {
            case Outcome.Done<Printed>(Printed done) -> {
                ObjectNode json = JsonNodeFactory.instance.objectNode();
                json.put("file", done.file().toString());
                json.put("papers", done.papers());
                json.put("pages", done.pages());
                String line =
                        console.texts().of("app.printed", done.file(), done.papers(), done.pages());
                yield console.print(Console.DONE, json, List.of(line));
            }
            case Outcome.Failed<Printed>(List<Problem> problems) -> console.refused(problems);
        };
    }

    /// What `sheet` and `visit` share.
    abstract static class OfHouseholds implements Callable<Integer> {

        private final Console console;
        private final PrintHouseholds.What what;

        @Mixin FileOptions options = new FileOptions();

        @Parameters(paramLabel = "FILE", index = "0")
        Path file = Path.of("");

        @Parameters(paramLabel = "KEYS", index = "1..*")
        List<String> keys = List.of();

        @Option(names = "--out", paramLabel = "PDF", required = true)
        Path out = Path.of("");

        @Option(names = "--full-numbers")
        boolean fullNumbers;

        OfHouseholds(Console console, PrintHouseholds.What what) {
            this.console = console;
            this.what = what;
        }

        @Override
        public Integer call() {
            Numbers numbers = fullNumbers ? Numbers.WHOLE : Numbers.COVERED;
            var order = new PrintHouseholds.Order(out, what, keys, numbers);
            return options.with(
                    console,
                    file,
                    workspace ->
                            said(
                                    console,
                                    new PrintHouseholds(
                                                    workspace,
                                                    author(workspace),
                                                    Clock.systemDefaultZone(),
                                                    console.texts())
                                            .print(order, Progress.NONE)));
        }
    }

    /// The sheet to take along.
    @Command(name = "sheet")
    static final class Sheet extends OfHouseholds {
        Sheet(Console console) {
            super(console, PrintHouseholds.What.SHEET);
        }
    }

    /// The finished visit.
    @Command(name = "visit")
    static final class Finished extends OfHouseholds {
        Finished(Console console) {
            super(console, PrintHouseholds.What.VISIT);
        }
    }

    /// The list of households.
    @Command(name = "list")
    static final class Listed implements Callable<Integer> {

        private final Console console;

        @Mixin FileOptions options = new FileOptions();

        @Parameters(paramLabel = "FILE")
        Path file = Path.of("");

        @Option(names = "--state", paramLabel = "STATE")
        @Nullable String state;

        @Option(names = "--find", paramLabel = "TEXT")
        String find = "";

        @Option(names = "--out", paramLabel = "PDF", required = true)
        Path out = Path.of("");

        Listed(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            var filter =
                    new HouseholdList.Filter(
                            find, Optional.ofNullable(state), Optional.empty(), Optional.empty());
            return options.with(
                    console,
                    file,
                    workspace ->
                            said(
                                    console,
                                    new PrintTable(
                                                    workspace,
                                                    author(workspace),
                                                    Clock.systemDefaultZone(),
                                                    console.texts())
                                            .print(
                                                    out,
                                                    new HouseholdTable(workspace, console.texts())
                                                            .of(filter))));
        }
    }
}
