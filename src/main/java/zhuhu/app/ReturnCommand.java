package zhuhu.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Progress;
import zhuhu.flow.review.FindVisits;
import zhuhu.flow.review.ReturnSlips;
import zhuhu.flow.review.ReviewPoint;
import zhuhu.flow.review.ReviewPoints;
import zhuhu.flow.review.SendBack;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// `return FILE KEY --comment TEXT [--section NAME ...]`, `return FILE KEY --take-back`, `return
/// FILE --list`, `return FILE --slips DIR [--village KEY ...]`
@Command(name = "return")
final class ReturnCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Mixin SaidBy said = new SaidBy();

    @Parameters(index = "0", paramLabel = "FILE")
    Path file = Path.of("");

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "KEY")
    List<String> keys = List.of();

    @Option(names = "--comment", paramLabel = "TEXT", defaultValue = "")
    String comment = "";

    @Option(names = "--section", paramLabel = "NAME")
    List<String> sections = List.of();

    @Option(names = "--round", paramLabel = "ID")
    @Nullable String round;

    @Option(names = "--take-back")
    boolean takeBack;

    @Option(names = "--list")
    boolean list;

    @Option(names = "--slips", paramLabel = "DIR")
    @Nullable Path slips;

    @Option(names = "--village", paramLabel = "KEY")
    List<String> villages = List.of();

    ReturnCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (keys.isEmpty() && !list && slips == null) {
            return console.refused(Problem.of("sendbackNoKey"));
        }
        return switch (said.time()) {
            case Outcome.Done<LocalDateTime>(LocalDateTime time) ->
                    options.with(console, file, workspace -> run(workspace, time));
            case Outcome.Failed<LocalDateTime>(List<Problem> problems) -> console.refused(problems);
        };
    }

    private int run(Workspace workspace, LocalDateTime time) {
        String in = round == null ? workspace.setting("round").orElse("") : round;
        if (list) {
            return print(ReviewPoints.of(workspace, in));
        }
        if (slips != null) {
            return print(
                    new ReturnSlips(
                                    workspace,
                                    said.author(workspace, console.texts()),
                                    Clock.fixed(time.toInstant(ZoneOffset.UTC), ZoneOffset.UTC),
                                    console.texts())
                            .write(new ReturnSlips.Order(slips, villages, in), Progress.NONE));
        }
        var wanted = new FindVisits.Wanted(keys, List.of(), "");
        return switch (new FindVisits(workspace, in).of(wanted)) {
            case Outcome.Done<List<RecordId>>(List<RecordId> visits) ->
                    act(
                            visits,
                            new SendBack(
                                    workspace,
                                    said.author(workspace, console.texts()),
                                    () -> time));
            case Outcome.Failed<List<RecordId>>(List<Problem> problems) ->
                    console.refused(problems);
        };
    }

    private int act(List<RecordId> visits, SendBack sendBack) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode returned = json.putArray("returned");
        ArrayNode takenBack = json.putArray("takenBack");
        var problems = new ArrayList<Problem>();
        var lines = new ArrayList<String>();
        for (RecordId visit : visits) {
            if (takeBack) {
                switch (sendBack.takeBack(visit, sections, SendBack.What.RETURNS)) {
                    case Outcome.Done<Integer>(Integer count) -> {
                        takenBack.addObject().put("visit", visit.text()).put("points", count);
                        lines.add(console.texts().of("sendback.app.takenBack", count));
                    }
                    case Outcome.Failed<Integer>(List<Problem> why) -> problems.addAll(why);
                }
                continue;
            }
            switch (sendBack.back(visit, sections, comment)) {
                case Outcome.Done<SendBack.Sent>(SendBack.Sent sent) -> {
                    ObjectNode node = returned.addObject().put("visit", visit.text());
                    ArrayNode names = node.put("key", visit.shortKey()).putArray("sections");
                    sent.sections().forEach(names::add);
                    lines.add(console.texts().of("sendback.app.sent", sent.sections().size()));
                }
                case Outcome.Failed<SendBack.Sent>(List<Problem> why) -> problems.addAll(why);
            }
        }
        if (lines.isEmpty()) {
            return console.refused(problems);
        }
        json.set("problems", console.places(problems));
        problems.forEach(console::complain);
        int status = problems.isEmpty() ? Console.DONE : Console.DONE_WITH_PROBLEMS;
        return console.print(status, json, lines);
    }

    private int print(Outcome<ReturnSlips.Written> written) {
        return switch (written) {
            case Outcome.Failed<ReturnSlips.Written>(List<Problem> problems) ->
                    console.refused(problems);
            case Outcome.Done<ReturnSlips.Written>(ReturnSlips.Written done) -> {
                ObjectNode json = JsonNodeFactory.instance.objectNode();
                ArrayNode array = json.putArray("slips");
                var lines = new ArrayList<String>();
                for (ReturnSlips.Slip slip : done.slips()) {
                    array.addObject()
                            .put("village", slip.name())
                            .put("file", slip.file().toString())
                            .put("package", slip.packageId())
                            .put("points", slip.points());
                    lines.add(
                            console.texts()
                                    .of(
                                            "sendback.app.slip",
                                            slip.name(),
                                            slip.points(),
                                            slip.file()));
                }
                json.set("problems", console.places(done.problems()));
                done.problems().forEach(console::complain);
                yield console.print(
                        done.problems().isEmpty() ? Console.DONE : Console.DONE_WITH_PROBLEMS,
                        json,
                        lines);
            }
        };
    }

    private int print(List<ReviewPoint> points) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode array = json.putArray("points");
        var lines = new ArrayList<String>();
        for (ReviewPoint point : points) {
            ObjectNode node =
                    array.addObject()
                            .put("visit", point.visit().text())
                            .put("household", point.household().text())
                            .put("label", point.label())
                            .put("place", point.place())
                            .put("section", point.section())
                            .put("comment", point.comment())
                            .put("askedBy", point.askedBy())
                            .put("askedAt", point.askedAt())
                            .put("state", point.state())
                            .put("answer", point.answer())
                            .put("answeredBy", point.answeredBy())
                            .put("answeredAt", point.answeredAt());
            ArrayNode changes = node.putArray("changes");
            point.changes()
                    .forEach(change ->
                            changes.addObject()
                                    .put("section", change.section())
                                    .put("label", change.label())
                                    .put("before", change.before())
                                    .put("now", change.now()));
            lines.add(
                    String.join(
                            "\t",
                            point.place(),
                            point.label(),
                            point.sectionLabel(),
                            point.comment(),
                            console.texts().of("state." + point.state()),
                            point.answer(),
                            point.answeredBy(),
                            point.answeredAt()));
        }
        return console.print(Console.DONE, json, lines);
    }
}
