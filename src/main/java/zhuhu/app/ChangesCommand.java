package zhuhu.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Author;
import zhuhu.flow.FindRecord;
import zhuhu.flow.Progress;
import zhuhu.flow.change.ExportChanges;
import zhuhu.flow.change.FindChanges;
import zhuhu.flow.change.RosterChange;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// `changes FILE [--village KEY ...] [--unlisted] --out OUT.xlsx`
@Command(name = "changes")
final class ChangesCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    @Option(names = "--village", paramLabel = "KEY")
    List<String> villages = List.of();

    @Option(names = "--unlisted")
    boolean unlisted;

    @Option(names = "--out", paramLabel = "OUT.xlsx", required = true)
    Path out = Path.of("");

    ChangesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.with(console, file, this::run);
    }

    private int run(Workspace workspace) {
        var author = CommandAuthor.of(workspace);
        var find = new FindChanges(workspace, console.texts());
        Outcome<FindChanges.Found> found =
                villages(workspace, villages)
                        .then(chosen ->
                                find.find(
                                        new FindChanges.Request(chosen, unlisted), Progress.NONE));
        return switch (found) {
            case Outcome.Failed<FindChanges.Found>(List<Problem> problems) ->
                    console.refused(problems);
            case Outcome.Done<FindChanges.Found>(FindChanges.Found changes) ->
                    write(workspace, author, changes);
        };
    }

    /// The villages that keys name.
    static Outcome<Set<RecordId>> villages(Workspace workspace, List<String> keys) {
        var chosen = new HashSet<RecordId>();
        for (String key : keys) {
            switch (new FindRecord(workspace).by(key, Kind.VILLAGE)) {
                case Outcome.Done<RecordId>(RecordId village) -> chosen.add(village);
                case Outcome.Failed<RecordId>(List<Problem> problems) -> {
                    return Outcome.failed(problems);
                }
            }
        }
        return Outcome.done(chosen);
    }

    private int write(Workspace workspace, Author author, FindChanges.Found found) {
        var export =
                new ExportChanges(workspace, author, Clock.systemDefaultZone(), console.texts());
        return switch (export.export(found, out)) {
            case Outcome.Failed<Long>(List<Problem> problems) -> console.refused(problems);
            case Outcome.Done<Long> _ -> print(found);
        };
    }

    private int print(FindChanges.Found found) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("file", out.toString());
        ArrayNode changes = json.putArray("changes");
        found.changes().forEach(change -> changes.add(node(change)));
        json.put("left", found.left());
        ObjectNode counts = json.putObject("counts");
        for (RosterChange.State state : RosterChange.State.values()) {
            counts.put(state.code(), found.counts().getOrDefault(state, 0L));
        }
        String line =
                console.texts()
                        .of(
                                "change.written",
                                out,
                                found.changes().size(),
                                count(found, RosterChange.State.OPEN),
                                count(found, RosterChange.State.NOT_DONE),
                                count(found, RosterChange.State.DONE),
                                count(found, RosterChange.State.UNSETTLED));
        return console.print(Console.DONE, json, List.of(line));
    }

    private static long count(FindChanges.Found found, RosterChange.State state) {
        return found.counts().getOrDefault(state, 0L);
    }

    private static ObjectNode node(RosterChange change) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("household", change.whose().household().shortKey());
        node.put("record", change.whose().record().shortKey());
        node.put("village", change.whose().village());
        node.put("householdNo", change.whose().householdNo());
        node.put("head", change.whose().head());
        node.put("personNo", change.whose().personNo());
        node.put("name", change.whose().name());
        node.put("sort", change.what().sort().code());
        node.put("section", change.what().section());
        node.put("property", change.key().property());
        node.put("label", change.what().label());
        node.put("national", change.what().national());
        node.put("roster", change.said().roster());
        node.put("verified", change.said().verified());
        node.put("code", change.said().code());
        node.put("by", change.source().by());
        node.put("on", change.source().on());
        node.put("visit", change.source().visit());
        node.put("reason", change.source().reason());
        node.put("document", change.source().document());
        return node.put("state", change.state().code());
    }
}
