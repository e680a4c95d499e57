package zhuhu.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import zhuhu.flow.form.FormDifferences;
import zhuhu.flow.handout.PackWords;
import zhuhu.flow.handout.TakeTask;
import zhuhu.flow.handout.UpdatePack;
import zhuhu.flow.merge.MergedBook;
import zhuhu.flow.merge.RowClass;
import zhuhu.store.Workspace;

/// `update FILE --from TASK.xlsx|PACK [--password-file F] [--dry-run]`: takes in the next round's
/// task workbook, or a newer campaign alone.
@Command(name = "update")
final class UpdateCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    @Option(names = "--from", paramLabel = "TASK.xlsx|PACK", required = true)
    String from = "";

    @Option(names = "--password-file", paramLabel = "F")
    @Nullable Path passwordFile;

    @Option(names = "--dry-run")
    boolean dryRun;

    UpdateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try {
            Optional<String> password =
                    passwordFile == null
                            ? Optional.empty()
                            : Optional.of(FileOptions.line(passwordFile));
            return options.with(
                    console,
                    file,
                    workspace -> isWorkbook() ? task(workspace, password) : pack(workspace));
        } catch (IOException e) {
            return console.refused(Problem.of("passphraseFile", passwordFile));
        }
    }

    private boolean isWorkbook() {
        String name = from.toLowerCase(Locale.ROOT);
        return name.endsWith(".xlsx")
                || name.endsWith(".xls")
                || Files.isRegularFile(Path.of(from));
    }

    private int pack(Workspace workspace) {
        var act = new UpdatePack(workspace, console.texts());
        var source = new UpdatePack.Source.Shipped(from);
        return switch (dryRun ? act.plan(source) : act.update(source)) {
            case Outcome.Failed<UpdatePack.Plan>(List<Problem> why) -> console.refused(why);
            case Outcome.Done<UpdatePack.Plan>(UpdatePack.Plan plan) -> {
                ObjectNode json = JsonNodeFactory.instance.objectNode();
                put(json, plan);
                json.put("done", !dryRun);
                yield console.print(Console.DONE, json, PackWords.of(plan, console.texts()));
            }
        };
    }

    private int task(Workspace workspace, Optional<String> password) {
        var author =
                new Author(workspace.setting("person_name").orElse(""), "", "", "command-line");
        var act = new TakeTask(workspace, author, Clock.systemDefaultZone(), console.texts());
        Path book = Path.of(from);
        if (dryRun) {
            return switch (act.plan(book, password)) {
                case Outcome.Failed<TakeTask.Plan>(List<Problem> why) -> console.refused(why);
                case Outcome.Done<TakeTask.Plan>(TakeTask.Plan plan) ->
                        print(plan, Optional.empty());
            };
        }
        return switch (act.take(book, password, Progress.NONE)) {
            case Outcome.Failed<TakeTask.Taken>(List<Problem> why) -> console.refused(why);
            case Outcome.Done<TakeTask.Taken>(TakeTask.Taken taken) ->
                    print(taken.plan(), Optional.of(taken.book()));
        };
    }

    private int print(TakeTask.Plan plan, Optional<MergedBook> book) {
        var texts = console.texts();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("round", plan.round().id()).put("due", plan.round().due());
        json.put("turn", plan.turn().name().toLowerCase(Locale.ROOT));
        plan.pack().ifPresent(pack -> put(json, pack));
        var lines = new ArrayList<String>();
        lines.add(
                texts.of(
                        dryRun ? "handout.round.would" : "handout.round.opened",
                        plan.round().id(),
                        plan.round().title(),
                        plan.round().due()));
        lines.addAll(
                plan.pack()
                        .map(pack -> PackWords.of(pack, texts))
                        .orElseGet(() -> List.of(texts.of("handout.take.pack.older"))));
        var problems = new ArrayList<Problem>(plan.older());
        book.ifPresent(merged -> {
            problems.addAll(merged.problems());
            ObjectNode rows = json.putObject("rows");
            for (RowClass each : RowClass.values()) {
                rows.put(each.code(), merged.counts().of(each));
            }
            lines.add(
                    texts.of(
                            "handout.take.over.rows",
                            merged.counts().of(RowClass.NEW),
                            merged.counts().of(RowClass.CHANGED),
                            merged.counts().of(RowClass.SAME),
                            merged.counts().of(RowClass.CONFLICT)));
        });
        json.put("done", !dryRun);
        json.set("problems", console.places(problems));
        problems.forEach(console::complain);
        return console.print(
                problems.isEmpty() ? Console.DONE : Console.DONE_WITH_PROBLEMS, json, lines);
    }

    private static void put(ObjectNode json, UpdatePack.Plan plan) {
        ArrayNode forms = json.putArray("forms");
        for (UpdatePack.FormChange form : plan.forms()) {
            ObjectNode node = forms.addObject();
            node.put("id", form.id()).put("from", form.from()).put("to", form.to());
            for (FormDifferences.Kind kind : FormDifferences.Kind.values()) {
                node.put(
                        kind.name().toLowerCase(Locale.ROOT),
                        form.differences().stream().filter(d -> d.kind() == kind).count());
            }
        }
        ArrayNode files = json.putArray("files");
        plan.files().forEach(files::add);
        json.put("drafts", plan.drafts());
    }
}
