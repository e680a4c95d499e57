package zhuhu.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.FindRecord;
import zhuhu.flow.settle.Conflict;
import zhuhu.flow.settle.Conflicts;
import zhuhu.flow.settle.ConflictsJson;
import zhuhu.flow.settle.Rule;
import zhuhu.flow.settle.Ruling;
import zhuhu.flow.settle.Side;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// `conflicts FILE [--record KEY]`
@Command(name = "conflicts")
final class ConflictsCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    @Option(names = "--record", paramLabel = "KEY", defaultValue = "")
    String record = "";

    ConflictsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.with(console, file, this::list);
    }

    private int list(Workspace workspace) {
        if (record.isEmpty()) {
            return print(new Conflicts(workspace).all());
        }
        return switch (new FindRecord(workspace).by(record)) {
            case Outcome.Done<RecordId>(RecordId found) ->
                    print(new Conflicts(workspace).of(found));
            case Outcome.Failed<RecordId>(List<Problem> problems) -> console.refused(problems);
        };
    }

    private int print(List<Conflict> conflicts) {
        Texts texts = console.texts();
        List<Ruling> rulings = Rule.of(conflicts);
        var lines = new ArrayList<String>();
        lines.add(
                conflicts.isEmpty()
                        ? texts.of("settle.cli.none")
                        : texts.of("settle.cli.open", conflicts.size()));
        conflicts.forEach(c -> lines.addAll(lines(c)));
        rulings.forEach(r ->
                lines.add(
                        texts.of(
                                "settle.cli.rule",
                                r.rule().code(),
                                r.rule().sentence(texts),
                                r.decided().size())));
        return console.print(Console.DONE, ConflictsJson.of(conflicts, rulings, texts), lines);
    }

    private List<String> lines(Conflict conflict) {
        Texts texts = console.texts();
        var lines = new ArrayList<String>();
        lines.add(
                texts.of(
                        "settle.cli.conflict",
                        conflict.id(),
                        conflict.home().villageLabel(),
                        conflict.home().householdLabel(),
                        conflict.title(),
                        conflict.sort().words(texts)));
        for (int i = 0; i < conflict.sides().size(); i++) {
            Side side = conflict.sides().get(i);
            lines.add(texts.of("settle.cli.side", side.id().hex(), side.words()));
            for (Conflict.Row row : conflict.differing()) {
                lines.add(
                        texts.of(
                                "settle.cli.row",
                                row.property().label(),
                                row.said().get(i),
                                row.base()));
            }
        }
        return lines;
    }
}
