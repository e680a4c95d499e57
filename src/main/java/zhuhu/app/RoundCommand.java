package zhuhu.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.handout.OpenRound;
import zhuhu.flow.handout.Rounds;
import zhuhu.pack.Manifest;
import zhuhu.store.Workspace;

/// `round FILE [--start ID [--due DATE] [--title TEXT] [--income-year YEAR] [--dry-run]]`: the
/// rounds of a workspace, or into one of them.
@Command(name = "round")
final class RoundCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    @Option(names = "--start", paramLabel = "ID")
    @Nullable String start;

    @Option(names = "--due", paramLabel = "DATE")
    String due = "";

    @Option(names = "--title", paramLabel = "TEXT")
    String title = "";

    @Option(names = "--income-year", paramLabel = "YEAR")
    @Nullable Integer incomeYear;

    @Option(names = "--dry-run")
    boolean dryRun;

    RoundCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.with(console, file, this::run);
    }

    private int run(Workspace workspace) {
        String id = start;
        if (id == null) {
            return list(workspace);
        }
        OptionalInt year = incomeYear == null ? OptionalInt.empty() : OptionalInt.of(incomeYear);
        var request = new OpenRound.Request(id, title, due, year);
        var act = new OpenRound(workspace, LocalDate.now());
        Outcome<OpenRound.Plan> done = dryRun ? act.plan(request) : act.open(request);
        return switch (done) {
            case Outcome.Done<OpenRound.Plan>(OpenRound.Plan plan) -> print(plan);
            case Outcome.Failed<OpenRound.Plan>(List<Problem> problems) ->
                    console.refused(problems);
        };
    }

    private int list(Workspace workspace) {
        Rounds rounds = Rounds.of(workspace);
        String current = rounds.current().map(Manifest.Round::id).orElse("");
        var json = JsonNodeFactory.instance.objectNode().put("current", current);
        var lines = new ArrayList<String>();
        for (Manifest.Round round : rounds.all()) {
            json.withArray("rounds").add(json(round));
            String key =
                    round.id().equals(current) ? "handout.round.line.now" : "handout.round.line";
            lines.add(console.texts().of(key, round.id(), round.title(), round.due()));
        }
        return console.print(Console.DONE, json, lines);
    }

    private int print(OpenRound.Plan plan) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("round", json(plan.to()));
        json.put("from", plan.from().map(Manifest.Round::id).orElse(""));
        json.put("new", plan.fresh()).put("households", plan.owed()).put("open", plan.open());
        json.put("drafts", plan.drafts()).put("returned", plan.returned());
        json.put("done", !dryRun);
        Texts texts = console.texts();
        var lines = new ArrayList<String>();
        lines.add(
                texts.of(
                        dryRun ? "handout.round.would" : "handout.round.opened",
                        plan.to().id(),
                        plan.to().title(),
                        plan.to().due()));
        lines.add(texts.of("handout.round.owed", plan.owed(), plan.open()));
        if (plan.drafts() > 0) {
            lines.add(texts.of("handout.round.drafts", plan.drafts()));
        }
        if (plan.returned() > 0) {
            lines.add(texts.of("handout.round.returned", plan.returned()));
        }
        return console.print(Console.DONE, json, lines);
    }

    private static ObjectNode json(Manifest.Round round) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", round.id())
                .put("title", round.title())
                .put("start", round.start())
                .put("due", round.due())
                .put("incomeYear", round.incomeYear());
    }
}
