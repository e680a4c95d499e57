package zhuhu.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDateTime;
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
import zhuhu.flow.review.SendBack;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// `approve FILE KEY... [--village KEY ...] [--where EXPR] [--anyway] [--take-back]`
@Command(name = "approve")
final class ApproveCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Mixin SaidBy said = new SaidBy();

    @Parameters(index = "0", paramLabel = "FILE")
    Path file = Path.of("");

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "KEY")
    List<String> keys = List.of();

    @Option(names = "--village", paramLabel = "KEY")
    List<String> villages = List.of();

    @Option(names = "--where", paramLabel = "EXPR", defaultValue = "")
    String where = "";

    @Option(names = "--round", paramLabel = "ID")
    @Nullable String round;

    @Option(names = "--anyway")
    boolean anyway;

    @Option(names = "--take-back")
    boolean takeBack;

    ApproveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (keys.isEmpty() && villages.isEmpty() && where.isBlank()) {
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
        var wanted = new FindVisits.Wanted(keys, villages, where);
        var sendBack = new SendBack(workspace, said.author(workspace, console.texts()), () -> time);
        return switch (new FindVisits(workspace, in).of(wanted)) {
            case Outcome.Done<List<RecordId>>(List<RecordId> visits) ->
                    takeBack ? undo(sendBack, visits) : approve(sendBack, visits);
            case Outcome.Failed<List<RecordId>>(List<Problem> problems) ->
                    console.refused(problems);
        };
    }

    private int approve(SendBack sendBack, List<RecordId> visits) {
        SendBack.Open open = anyway ? SendBack.Open.APPROVED_TOO : SendBack.Open.LEFT_OUT;
        SendBack.Approved approved = sendBack.approve(visits, open, Progress.NONE);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json.putArray("approved"), approved.visits());
        put(json.putArray("already"), approved.already());
        ArrayNode left = json.putArray("leftOut");
        var lines = new ArrayList<String>();
        for (SendBack.LeftOut one : approved.left()) {
            left.addObject()
                    .put("visit", one.visit().text())
                    .put("key", one.visit().shortKey())
                    .set("problems", console.places(one.why()));
            one.why().forEach(problem -> lines.add(console.words(problem)));
        }
        lines.add(
                console.texts()
                        .of(
                                "sendback.app.approved",
                                approved.visits().size(),
                                approved.already().size(),
                                approved.left().size()));
        boolean nothing = approved.visits().isEmpty() && approved.already().isEmpty();
        int status =
                approved.left().isEmpty()
                        ? Console.DONE
                        : nothing ? Console.REFUSED : Console.DONE_WITH_PROBLEMS;
        return console.print(status, json, lines);
    }

    private int undo(SendBack sendBack, List<RecordId> visits) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode takenBack = json.putArray("takenBack");
        var problems = new ArrayList<Problem>();
        int done = 0;
        for (RecordId visit : visits) {
            switch (sendBack.takeBack(visit, List.of(), SendBack.What.APPROVALS)) {
                case Outcome.Done<Integer>(Integer _) -> {
                    takenBack.addObject().put("visit", visit.text()).put("key", visit.shortKey());
                    done++;
                }
                case Outcome.Failed<Integer>(List<Problem> why) -> problems.addAll(why);
            }
        }
        if (done == 0) {
            return console.refused(problems);
        }
        json.set("problems", console.places(problems));
        problems.forEach(console::complain);
        int status = problems.isEmpty() ? Console.DONE : Console.DONE_WITH_PROBLEMS;
        return console.print(
                status, json, List.of(console.texts().of("sendback.app.takenBack", done)));
    }

    private static void put(ArrayNode array, List<RecordId> visits) {
        visits.forEach(
                visit -> array.addObject().put("visit", visit.text()).put("key", visit.shortKey()));
    }
}
