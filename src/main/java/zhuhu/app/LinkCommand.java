package zhuhu.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Author;
import zhuhu.flow.link.AnswerDuplicate;
import zhuhu.flow.link.AnswerDuplicate.Answered;
import zhuhu.flow.link.AnswerDuplicate.Stands;
import zhuhu.flow.link.Ends;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// `link FILE KEY KEY --same|--not-same [--take first|second]`: two records are one, or are not.
/// Exit status 1 where joining left conflicts to settle.
@Command(name = "link")
final class LinkCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Parameters(index = "0", paramLabel = "FILE")
    Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "KEY")
    String first = "";

    @Parameters(index = "2", paramLabel = "KEY")
    String second = "";

    @Option(names = "--same")
    boolean same;

    @Option(names = "--not-same")
    boolean notSame;

    @Option(names = "--take", paramLabel = "SIDE", defaultValue = "")
    String take = "";

    @Option(names = "--by", paramLabel = "NAME", defaultValue = "")
    String by = "";

    @Option(names = "--device", paramLabel = "ID", defaultValue = "command-line")
    String device = "";

    LinkCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (same == notSame) {
            return console.refused(Problem.of("linkAnswer"));
        }
        return switch (take) {
            case "" -> answer(Stands.OPEN);
            case "first" -> answer(Stands.FIRST);
            case "second" -> answer(Stands.SECOND);
            default -> console.refused(Problem.of("linkTake", take));
        };
    }

    private int answer(Stands stands) {
        return options.with(
                console,
                file,
                workspace ->
                        switch (answered(workspace, stands)) {
                            case Outcome.Done<Answered>(Answered done) -> print(done);
                            case Outcome.Failed<Answered>(List<Problem> problems) ->
                                    console.refused(problems);
                        });
    }

    private Outcome<Answered> answered(Workspace workspace, Stands stands) {
        String name =
                Stream.of(by, workspace.setting("person_name").orElse(""))
                        .filter(word -> !word.isBlank())
                        .findFirst()
                        .orElseGet(() -> console.texts().of("app.nobody"));
        var act =
                new AnswerDuplicate(
                        workspace,
                        new Author(name, "", "", device),
                        () -> LocalDateTime.now(ZoneId.systemDefault()));
        Outcome<RecordId> one = Ends.find(workspace, first);
        Outcome<RecordId> other = Ends.find(workspace, second);
        return one.then(a -> other.then(b -> same ? act.same(a, b, stands) : act.notTheSame(a, b)));
    }

    private int print(Answered done) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("link", done.link().id().text());
        json.put("same", done.link().same());
        json.put("changed", !done.said().isEmpty());
        json.put("settled", done.settled());
        ArrayNode open = json.putArray("conflicts");
        done.open().forEach(open::add);
        int status = done.open().isEmpty() ? Console.DONE : Console.DONE_WITH_PROBLEMS;
        String words =
                !done.link().same()
                        ? console.texts().of("links.done.notSame")
                        : done.open().isEmpty()
                                ? console.texts().of("links.done.same")
                                : console.texts()
                                        .of(
                                                "links.done.open",
                                                done.open().size(),
                                                String.join("、", done.open()));
        return console.print(status, json, List.of(words));
    }
}
