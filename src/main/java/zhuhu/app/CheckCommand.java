package zhuhu.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
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
import zhuhu.check.Finding;
import zhuhu.flow.CheckWorkspace;
import zhuhu.store.Workspace;

/// `check FILE [--rule R17]`: what is wrong or odd in the register. Finding something is no
/// failure: status 1 is for checks that could not be run.
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Parameters(index = "0", paramLabel = "FILE")
    Path file = Path.of("");

    @Option(names = "--rule", paramLabel = "R17")
    @Nullable String rule;

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return options.with(console, file, this::check);
    }

    private int check(Workspace workspace) {
        var today = LocalDate.now(Clock.systemDefaultZone());
        return switch (new CheckWorkspace(workspace, today).run(Optional.ofNullable(rule))) {
            case Outcome.Done<CheckWorkspace.Checked>(CheckWorkspace.Checked found) -> print(found);
            case Outcome.Failed<CheckWorkspace.Checked>(List<Problem> problems) ->
                    console.refused(problems);
        };
    }

    private int print(CheckWorkspace.Checked found) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode findings = json.putArray("findings");
        var words = new ArrayList<String>();
        for (CheckWorkspace.Line line : found.lines()) {
            Finding finding = line.finding();
            findings.addObject()
                    .put("rule", finding.rule())
                    .put("level", finding.level().code())
                    .put("record", line.record().shortKey())
                    .put("id", line.record().text())
                    .put("household", line.household().shortKey())
                    .put("section", finding.section())
                    .put("question", finding.question())
                    .put("message", finding.message())
                    .put("next", finding.next())
                    .put("reason", finding.reason().isEmpty() ? null : finding.reason());
            words.add(
                    String.join(
                            "\t",
                            finding.rule(),
                            console.texts().of("level." + finding.level().code()),
                            line.village(),
                            line.label(),
                            finding.message(),
                            finding.reason().isEmpty() ? finding.next() : finding.reason()));
        }
        json.set("problems", console.places(found.problems()));
        found.problems().forEach(console::complain);
        int status = found.problems().isEmpty() ? Console.DONE : Console.DONE_WITH_PROBLEMS;
        return console.print(status, json, words);
    }
}
