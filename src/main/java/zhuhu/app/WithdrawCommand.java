package zhuhu.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Progress;
import zhuhu.flow.review.WithdrawBook;
import zhuhu.flow.review.Withdrawing;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// `withdraw FILE PACKAGE [--take-back] [--dry-run] [--reason TEXT]`
@Command(name = "withdraw")
final class WithdrawCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Mixin SaidBy said = new SaidBy();

    @Parameters(index = "0", paramLabel = "FILE")
    Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "PACKAGE")
    String key = "";

    @Option(names = "--take-back")
    boolean takeBack;

    @Option(names = "--dry-run")
    boolean dryRun;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "")
    String reason = "";

    WithdrawCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return switch (said.time()) {
            case Outcome.Done<LocalDateTime>(LocalDateTime time) ->
                    options.with(console, file, workspace -> run(workspace, time));
            case Outcome.Failed<LocalDateTime>(List<Problem> problems) -> console.refused(problems);
        };
    }

    private int run(Workspace workspace, LocalDateTime time) {
        var act = new WithdrawBook(workspace, said.author(workspace, console.texts()), () -> time);
        Outcome<Withdrawing> done = act.find(key).then(book -> act(act, book));
        return switch (done) {
            case Outcome.Done<Withdrawing>(Withdrawing changes) -> print(changes);
            case Outcome.Failed<Withdrawing>(List<Problem> problems) -> console.refused(problems);
        };
    }

    private Outcome<Withdrawing> act(WithdrawBook act, WithdrawBook.Book book) {
        if (dryRun) {
            return takeBack
                    ? act.previewTakeBack(book, Progress.NONE)
                    : act.preview(book, Progress.NONE);
        }
        return takeBack
                ? act.takeBack(book, Progress.NONE)
                : act.withdraw(book, reason, Progress.NONE);
    }

    private int print(Withdrawing all) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("package", all.packageId()).put("file", all.file());
        json.put("withdrawn", !takeBack).put("written", !dryRun);
        json.put("attestations", all.attestations()).put("records", all.records());
        json.put("gone", all.gone());
        var lines = new ArrayList<String>();
        lines.add(
                console.texts()
                        .of(
                                takeBack ? "withdraw.app.restored" : "withdraw.app.preview",
                                all.file(),
                                all.records(),
                                all.changes().size(),
                                all.gone(),
                                all.opened().size(),
                                all.closed().size(),
                                all.resting().size()));
        ArrayNode changes = json.putArray("changes");
        for (Withdrawing.SectionChange one : all.changes()) {
            put(changes, one.record(), one.label(), one.section())
                    .put("before", one.before())
                    .put("after", one.after());
            lines.add(
                    console.texts()
                            .of(
                                    "withdraw.app.change",
                                    one.label(),
                                    one.sectionLabel(),
                                    one.before(),
                                    one.after()));
        }
        contests(json.putArray("opened"), all.opened(), "withdraw.app.opened", lines);
        contests(json.putArray("closed"), all.closed(), "withdraw.app.closed", lines);
        ArrayNode resting = json.putArray("resting");
        for (Withdrawing.Resting one : all.resting()) {
            put(resting, one.record(), one.label(), one.section())
                    .put("by", one.by())
                    .put("at", one.at());
            lines.add(
                    console.texts()
                            .of(
                                    "withdraw.app.resting",
                                    one.label(),
                                    one.sectionLabel(),
                                    one.by(),
                                    one.at()));
        }
        lines.add(console.texts().of(dryRun ? "withdraw.app.dry" : "withdraw.app.done"));
        return console.print(Console.DONE, json, lines);
    }

    private void contests(
            ArrayNode array, List<Withdrawing.Contest> contests, String text, List<String> lines) {
        for (Withdrawing.Contest one : contests) {
            put(array, one.record(), one.label(), one.section());
            lines.add(console.texts().of(text, one.label(), one.sectionLabel()));
        }
    }

    private static ObjectNode put(ArrayNode array, RecordId record, String label, String section) {
        return array.addObject()
                .put("key", record.shortKey())
                .put("record", record.text())
                .put("label", label)
                .put("section", section);
    }
}
