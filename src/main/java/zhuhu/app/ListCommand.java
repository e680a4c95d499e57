package zhuhu.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.HouseholdStates;
import zhuhu.flow.RecordList;
import zhuhu.flow.ledger.LedgerStates;
import zhuhu.record.Kind;
import zhuhu.store.Workspace;

/// `list FILE [--kind household] [--state STATE] [--find TEXT] [--where EXPR]`
@Command(name = "list")
final class ListCommand implements Callable<Integer> {

    /// Kinds whose records are in a state; a person's or a project's would always be none.
    private static final Set<Kind> HAVE_STATES =
            EnumSet.of(
                    Kind.VILLAGE,
                    Kind.HOUSEHOLD,
                    Kind.VISIT,
                    Kind.ISSUE,
                    Kind.MEASURE,
                    Kind.PAIRING);

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    @Option(names = "--kind", paramLabel = "KIND", defaultValue = "household")
    String kind = "household";

    @Option(names = "--state", paramLabel = "STATE")
    @Nullable String state;

    @Option(names = "--find", paramLabel = "TEXT", defaultValue = "")
    String find = "";

    @Option(names = "--where", paramLabel = "EXPR", defaultValue = "")
    String where = "";

    ListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Optional<Kind> known = Kind.of(kind);
        if (known.isEmpty()) {
            return console.refused(Problem.of("kindUnknown", kind));
        }
        List<String> states = LedgerStates.of(known.get());
        Collection<String> there = states.isEmpty() ? HouseholdStates.ALL : states;
        if (known.get() == Kind.HOUSEHOLD) {
            there = Stream.concat(there.stream(), Stream.of(RecordList.DUE)).toList();
        }
        if (state != null && !HAVE_STATES.contains(known.get())) {
            return console.refused(Problem.of("listNoStates", kind));
        }
        if (state != null && !there.contains(state)) {
            return console.refused(Problem.of("stateUnknown", state, String.join(" ", there)));
        }
        return options.with(console, file, workspace -> list(workspace, known.get()));
    }

    private int list(Workspace workspace, Kind known) {
        Outcome<List<RecordList.Line>> lines =
                new RecordList(workspace).lines(known, Optional.ofNullable(state), find, where);
        return switch (lines) {
            case Outcome.Done<List<RecordList.Line>>(List<RecordList.Line> found) -> print(found);
            case Outcome.Failed<List<RecordList.Line>>(List<Problem> problems) ->
                    console.refused(problems);
        };
    }

    private int print(List<RecordList.Line> found) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode records = json.putArray("records");
        var words = new ArrayList<String>();
        for (RecordList.Line line : found) {
            records.addObject()
                    .put("key", line.id().shortKey())
                    .put("id", line.id().text())
                    .put("kind", line.id().kind().code())
                    .put("label", line.label())
                    .put("village", line.village())
                    .put("group", line.group())
                    .put("state", line.state().isEmpty() ? null : line.state())
                    .put("due", line.due());
            words.add(
                    String.join(
                            "\t",
                            line.id().shortKey(),
                            line.label(),
                            line.village(),
                            line.group(),
                            line.state().isEmpty()
                                    ? ""
                                    : console.texts().of("state." + line.state())));
        }
        return console.print(Console.DONE, json, words);
    }
}
