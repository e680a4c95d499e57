package zhuhu.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
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
import zhuhu.flow.handout.AssignTasks;
import zhuhu.flow.handout.AssignTasks.Assigned;
import zhuhu.flow.handout.AssignTasks.Paper;
import zhuhu.flow.paper.Printed;
import zhuhu.store.Workspace;

/// `assign FILE --out-dir DIR [--paper] [--village KEY ...] [--password-file F]`: one task workbook
/// a village.
@Command(name = "assign")
final class AssignCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    @Option(names = "--out-dir", paramLabel = "DIR", required = true)
    Path folder = Path.of("");

    @Option(names = "--paper")
    boolean paper;

    @Option(names = "--village", paramLabel = "KEY")
    List<String> villages = List.of();

    @Option(names = "--password-file", paramLabel = "F")
    @Nullable Path passwordFile;

    AssignCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try {
            Optional<String> password =
                    passwordFile == null
                            ? Optional.empty()
                            : Optional.of(FileOptions.line(passwordFile));
            var order =
                    new AssignTasks.Order(
                            folder, villages, paper ? Paper.SHEETS : Paper.NONE, password);
            return options.with(console, file, workspace -> run(workspace, order));
        } catch (IOException e) {
            return console.refused(Problem.of("passphraseFile", passwordFile));
        }
    }

    private int run(Workspace workspace, AssignTasks.Order order) {
        var author =
                new Author(
                        workspace.setting("person_name").orElse(""),
                        workspace.setting("unit").orElse(""),
                        workspace.setting("phone").orElse(""),
                        "command-line");
        var act = new AssignTasks(workspace, author, Clock.systemDefaultZone(), console.texts());
        return switch (act.run(order, Progress.NONE)) {
            case Outcome.Done<Assigned>(Assigned assigned) -> print(assigned);
            case Outcome.Failed<Assigned>(List<Problem> problems) -> console.refused(problems);
        };
    }

    private int print(Assigned assigned) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("round", assigned.round().id()).put("due", assigned.round().due());
        ArrayNode tasks = json.putArray("tasks");
        var lines = new ArrayList<String>();
        for (AssignTasks.Task task : assigned.tasks()) {
            ObjectNode node = tasks.addObject();
            node.put("village", task.name()).put("key", task.village().shortKey());
            node.put("file", task.book().toString()).put("package", task.packageId());
            node.put("households", task.households()).put("points", task.points());
            node.put("drafts", task.drafts());
            node.put("paper", task.sheets().map(s -> s.file().toString()).orElse(null));
            lines.add(
                    console.texts()
                            .of(
                                    "handout.assigned",
                                    task.name(),
                                    task.book(),
                                    task.households(),
                                    task.points()));
            task.sheets().map(this::words).ifPresent(lines::add);
        }
        json.set("problems", console.places(assigned.problems()));
        assigned.problems().forEach(console::complain);
        return console.print(
                assigned.problems().isEmpty() ? Console.DONE : Console.DONE_WITH_PROBLEMS,
                json,
                lines);
    }

    private String words(Printed sheets) {
        return console.texts()
                .of("handout.assigned.paper", sheets.file(), sheets.papers(), sheets.pages());
    }
}
