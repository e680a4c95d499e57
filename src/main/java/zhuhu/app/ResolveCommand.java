package zhuhu.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.JsonValues;
import zhuhu.flow.settle.Conflict;
import zhuhu.flow.settle.Conflicts;
import zhuhu.flow.settle.Deferred;
import zhuhu.flow.settle.Rule;
import zhuhu.flow.settle.Ruling;
import zhuhu.flow.settle.Settle;
import zhuhu.flow.settle.Settled;
import zhuhu.record.FactId;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;

/// `resolve FILE CONFLICT... --take REVISION...`, or with `--values ANSWERS.json`, `--rule RULE`,
/// `--undo ACT...`, `--defer`.
@Command(name = "resolve")
final class ResolveCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Parameters(index = "0", paramLabel = "FILE")
    Path file = Path.of("");

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "CONFLICT")
    List<String> conflicts = List.of();

    @Option(names = "--take", paramLabel = "REVISION")
    List<String> takes = List.of();

    @Option(names = "--values", paramLabel = "ANSWERS.json")
    @Nullable Path values;

    @Option(names = "--rule", paramLabel = "RULE", defaultValue = "")
    String rule = "";

    @Option(names = "--undo", paramLabel = "ACT")
    List<String> undo = List.of();

    @Option(names = "--defer")
    boolean defer;

    @Option(names = "--by", paramLabel = "NAME", defaultValue = "")
    String by = "";

    @Option(names = "--device", paramLabel = "ID", defaultValue = "command-line")
    String device = "";

    @Option(names = "--at", paramLabel = "DATETIME")
    @Nullable String at;

    ResolveCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return switch (GivenTime.of(at)) {
            case Outcome.Done<LocalDateTime>(LocalDateTime time) ->
                    options.with(console, file, workspace -> act(workspace, time));
            case Outcome.Failed<LocalDateTime>(List<Problem> problems) -> console.refused(problems);
        };
    }

    private int act(Workspace workspace, LocalDateTime time) {
        String name =
                Stream.of(by, workspace.setting("person_name").orElse(""))
                        .filter(n -> !n.isBlank())
                        .findFirst()
                        .orElseGet(() -> console.texts().of("app.nobody"));
        var settle = new Settle(workspace, new Author(name, "", "", device), time);
        if (!undo.isEmpty()) {
            return undo(workspace, settle);
        }
        if (!rule.isEmpty()) {
            return byRule(workspace, settle);
        }
        if (defer) {
            return defer(workspace);
        }
        if (takes.isEmpty() || conflicts.isEmpty()) {
            return console.refused(Problem.of("resolveWhat"));
        }
        Outcome<Settled> done =
                chosen(new Conflicts(workspace))
                        .then(sides -> values == null ? settle.take(sides) : write(settle, sides));
        return settled(workspace, done, List.of());
    }

    /// Each conflict named, with the one of its sides that is taken.
    private Outcome<SequencedMap<Conflict, FactId>> chosen(Conflicts open) {
        var sides = new LinkedHashMap<Conflict, FactId>();
        var problems = new ArrayList<Problem>();
        for (String id : conflicts) {
            switch (open.named(id)) {
                case Outcome.Done<Conflict>(Conflict conflict) ->
                        side(conflict)
                                .ifPresentOrElse(
                                        side -> sides.put(conflict, side),
                                        () -> problems.add(Problem.of("resolveTakes", id)));
                case Outcome.Failed<Conflict>(List<Problem> why) -> problems.addAll(why);
            }
        }
        return problems.isEmpty() ? Outcome.done(sides) : Outcome.failed(problems);
    }

    private Optional<FactId> side(Conflict conflict) {
        List<FactId> mine =
                conflict.sides().stream()
                        .map(s -> s.id())
                        .filter(id -> takes.stream().anyMatch(t -> id.hex().startsWith(t.strip())))
                        .toList();
        return mine.size() == 1 ? Optional.of(mine.getFirst()) : Optional.empty();
    }

    private Outcome<Settled> write(Settle settle, SequencedMap<Conflict, FactId> sides) {
        if (sides.size() != 1) {
            return Outcome.failed(Problem.of("resolveTakes", String.join(" ", conflicts)));
        }
        return AnswerFile.read(values == null ? Path.of("") : values)
                .then((JsonNode json) ->
                        settle.write(
                                sides.firstEntry().getKey(),
                                sides.firstEntry().getValue(),
                                JsonValues.values(json)));
    }

    private int byRule(Workspace workspace, Settle settle) {
        List<Ruling> rulings = Rule.of(new Conflicts(workspace).all());
        Optional<Ruling> ruling =
                rulings.stream().filter(r -> r.rule().code().equals(rule)).findFirst();
        return ruling.map(r -> settled(workspace, settle.byRule(r), r.left()))
                .orElseGet(() -> console.refused(Problem.of("ruleUnknown", rule)));
    }

    private int undo(Workspace workspace, Settle settle) {
        List<RecordId> acts =
                undo.stream().flatMap(id -> workspace.recordOf(id.strip()).stream()).toList();
        if (acts.size() != undo.size()) {
            return console.refused(Problem.of("undoNothing"));
        }
        return switch (settle.undo(acts)) {
            case Outcome.Done<Integer> _ -> {
                int open = new Conflicts(workspace).all().size();
                yield console.print(
                        Console.DONE,
                        JsonNodeFactory.instance.objectNode().put("openConflicts", open),
                        List.of(console.texts().of("settle.cli.undone", open)));
            }
            case Outcome.Failed<Integer>(List<Problem> problems) -> console.refused(problems);
        };
    }

    private int defer(Workspace workspace) {
        var found = new ArrayList<Conflict>();
        var all = new Conflicts(workspace).all();
        for (String id : conflicts) {
            switch (new Conflicts(workspace).named(id)) {
                case Outcome.Done<Conflict>(Conflict conflict) -> found.add(conflict);
                case Outcome.Failed<Conflict>(List<Problem> problems) -> {
                    return console.refused(problems);
                }
            }
        }
        List<String> open = all.stream().map(Conflict::id).toList();
        found.forEach(c -> Deferred.put(workspace, c.id(), true, open));
        return console.print(
                Console.DONE,
                JsonNodeFactory.instance.objectNode().put("openConflicts", open.size()),
                List.of(console.texts().of("settle.cli.deferred")));
    }

    private int settled(Workspace workspace, Outcome<Settled> outcome, List<Conflict> left) {
        return switch (outcome) {
            case Outcome.Done<Settled>(Settled settled) -> {
                Texts texts = console.texts();
                int open = new Conflicts(workspace).all().size();
                ObjectNode json = JsonNodeFactory.instance.objectNode();
                ArrayNode acts = json.putArray("acts");
                settled.acts().forEach(act -> acts.add(act.text()));
                json.put("settled", settled.conflicts());
                json.put("sections", settled.sections());
                ArrayNode rest = json.putArray("left");
                left.forEach(c -> rest.add(c.id()));
                json.put("openConflicts", open);
                var lines = new ArrayList<String>();
                String names =
                        String.join(" ", settled.acts().stream().map(RecordId::text).toList());
                lines.add(texts.of("settle.cli.settled", settled.conflicts(), names, open));
                if (!left.isEmpty()) {
                    lines.add(texts.of("settle.cli.left", left.size()));
                }
                yield console.print(Console.DONE, json, lines);
            }
            case Outcome.Failed<Settled>(List<Problem> problems) -> console.refused(problems);
        };
    }
}
