package zhuhu.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
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
import zhuhu.base.Place;
import zhuhu.base.Problem;
import zhuhu.flow.Author;
import zhuhu.flow.Progress;
import zhuhu.flow.merge.BookFiles;
import zhuhu.flow.merge.CellEdit;
import zhuhu.flow.merge.MergeBooks;
import zhuhu.flow.merge.MergedBook;
import zhuhu.flow.merge.MergedRow;
import zhuhu.flow.merge.RowClass;
import zhuhu.store.Workspace;

/// `merge BOOK-or-DIR... --into FILE [--dry-run] [--password-file F]`
@Command(name = "merge")
final class MergeCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Parameters(paramLabel = "BOOK", arity = "1..*")
    List<Path> books = List.of();

    @Option(names = "--into", paramLabel = "FILE", required = true)
    Path file = Path.of("");

    @Option(names = "--dry-run")
    boolean dryRun;

    @Option(names = "--password-file", paramLabel = "F")
    @Nullable Path passwordFile;

    MergeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return switch (orders()) {
            case Outcome.Done<List<MergeBooks.Order>>(List<MergeBooks.Order> orders) ->
                    options.with(console, file, workspace -> run(workspace, orders));
            case Outcome.Failed<List<MergeBooks.Order>>(List<Problem> problems) ->
                    console.refused(problems);
        };
    }

    private Outcome<List<MergeBooks.Order>> orders() {
        try {
            Optional<String> password =
                    passwordFile == null
                            ? Optional.empty()
                            : Optional.of(FileOptions.line(passwordFile));
            return BookFiles.of(books)
                    .map(files ->
                            files.stream().map(f -> new MergeBooks.Order(f, password)).toList());
        } catch (IOException e) {
            return Outcome.failed(Problem.of("passphraseFile", passwordFile));
        }
    }

    private int run(Workspace workspace, List<MergeBooks.Order> orders) {
        var author =
                new Author(
                        workspace.setting("person_name").orElse(""),
                        workspace.setting("unit").orElse(""),
                        workspace.setting("phone").orElse(""),
                        "command-line");
        var act = new MergeBooks(workspace, author, Clock.systemDefaultZone(), console.texts());
        MergeBooks.Merged merged =
                dryRun ? act.rehearse(orders, Progress.NONE) : act.merge(orders, Progress.NONE);
        boolean nothing = merged.books().stream().allMatch(MergedBook::isRefused);
        return nothing
                ? console.refused(
                        merged.books().stream().flatMap(b -> b.refused().stream()).toList())
                : print(merged);
    }

    private int print(MergeBooks.Merged merged) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode files = document.putArray("files");
        var lines = new ArrayList<String>();
        for (MergedBook book : merged.books()) {
            files.add(json(book));
            lines.addAll(lines(book));
        }
        document.put("openConflicts", merged.openConflicts());
        document.put("held", merged.held());
        document.put("pending", merged.pending());
        document.put("dryRun", dryRun);
        lines.add(
                console.texts()
                        .of(
                                "merge.line.open",
                                merged.openConflicts(),
                                merged.held(),
                                merged.pending()));
        if (dryRun) {
            lines.add(console.texts().of("merge.line.tried"));
        }
        boolean clean = merged.books().stream().allMatch(MergedBook::isClean);
        return console.print(clean ? Console.DONE : Console.DONE_WITH_PROBLEMS, document, lines);
    }

    private ObjectNode json(MergedBook book) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("file", book.file());
        node.put("rows", book.counts().rows());
        for (RowClass each : List.of(RowClass.values()).reversed()) {
            node.put(each.code(), book.counts().of(each));
        }
        node.set("problems", console.places(problems(book)));
        ArrayNode edits = node.putArray("handEdits");
        for (MergedRow row : book.rows()) {
            row.edits().forEach(edit -> edits.add(json(row, edit)));
        }
        MergedBook.About about = book.about();
        node.put("package", about.packageId());
        node.put("hash", about.hash());
        ArrayNode villages = node.putArray("villages");
        about.villages().forEach(villages::add);
        node.put("round", about.round());
        node.put("by", about.by());
        node.put("unit", about.unit());
        node.put("at", about.at());
        node.put("reSent", book.before() == MergedBook.Before.SAME_FILE);
        node.put("withdrawnBefore", book.withdrawn().size());
        MergedBook.FactCounts facts = book.facts();
        node.putObject("facts")
                .put("revisions", facts.revisions())
                .put("attestations", facts.attestations())
                .put("withdrawals", facts.withdrawals())
                .put("recordsWithoutRow", facts.records())
                .put("pictures", facts.pictures())
                .put("waiting", facts.waiting())
                .put("damaged", facts.damaged());
        return node;
    }

    private static ObjectNode json(MergedRow row, CellEdit edit) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("sheet", row.sheet());
        node.put("row", row.row());
        node.put("record", row.record().map(r -> r.shortKey()).orElse(null));
        node.put("label", edit.label());
        node.put("was", edit.was());
        node.put("now", edit.now());
        node.put("fate", edit.fate().name().toLowerCase(Locale.ROOT));
        node.put("waiting", edit.waiting().orElse(null));
        node.put("attestation", edit.attestation().map(id -> id.hex()).orElse(null));
        return node;
    }

    /// What is wrong with the file, then why rows are what they are.
    private static List<Problem> problems(MergedBook book) {
        var problems = new ArrayList<Problem>(book.refused());
        for (Problem problem : book.problems()) {
            problems.add(problem.place() == null ? problem.at(Place.in(book.file())) : problem);
        }
        book.rows().forEach(row -> problems.addAll(row.reasons()));
        return problems;
    }

    private List<String> lines(MergedBook book) {
        var lines = new ArrayList<String>();
        if (book.isRefused()) {
            lines.add(console.texts().of("merge.line.refused", book.file()));
        } else {
            lines.add(
                    console.texts()
                            .of(
                                    "merge.line",
                                    book.file(),
                                    book.counts().rows(),
                                    book.counts().of(RowClass.NEW),
                                    book.counts().of(RowClass.SAME),
                                    book.counts().of(RowClass.CHANGED),
                                    book.counts().of(RowClass.CONFLICT),
                                    book.counts().of(RowClass.HAND_EDITED),
                                    book.counts().of(RowClass.DAMAGED),
                                    book.counts().of(RowClass.REFUSED)));
        }
        if (book.before() == MergedBook.Before.SAME_FILE) {
            lines.add(
                    "  " + console.texts().of("merge.line.again", book.counts().of(RowClass.NEW)));
        }
        if (!book.withdrawn().isEmpty()) {
            lines.add("  " + console.texts().of("merge.line.back", book.withdrawn().size()));
        }
        for (MergedRow row : book.rows()) {
            for (CellEdit edit : row.edits()) {
                lines.add(
                        "  "
                                + console.texts()
                                        .of(
                                                "merge.line.edit",
                                                row.sheet(),
                                                row.row(),
                                                edit.label(),
                                                edit.was(),
                                                edit.now()));
            }
        }
        problems(book).forEach(p -> lines.add("  " + console.words(p)));
        return lines;
    }
}
