package zhuhu.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
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
import zhuhu.flow.Progress;
import zhuhu.flow.VerifyBook;
import zhuhu.flow.merge.BookFiles;
import zhuhu.flow.merge.MergeBooks;
import zhuhu.flow.upward.VerifyCertificate;
import zhuhu.flow.upward.VerifyCertificate.Verified;
import zhuhu.pack.Pack;
import zhuhu.pack.PackReader;
import zhuhu.store.Workspace;

/// `verify FILE|BOOK`: whether a workspace or a workbook is whole. `verify CERTIFICATE.pdf --with
/// BOOK-or-DIR...`: whether a certificate of coverage agrees with the files it rests on.
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    @Option(names = "--password-file", paramLabel = "F")
    @Nullable Path passwordFile;

    @Option(names = "--with", paramLabel = "BOOK-or-DIR", arity = "1..*")
    List<Path> with = List.of();

    @Option(names = "--pack", paramLabel = "PACK")
    @Nullable String pack;

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (beginsWith(List.of("25504446")) || !with.isEmpty()) {
            return verifyCertificate();
        }
        return isWorkbook() ? verifyBook() : verifyFile();
    }

    private int verifyCertificate() {
        if (with.isEmpty()) {
            return console.refused(Problem.of("certificateAlone", file));
        }
        try {
            Optional<String> password =
                    passwordFile == null
                            ? Optional.empty()
                            : Optional.of(FileOptions.line(passwordFile));
            var act =
                    new VerifyCertificate(
                            console.texts(), Clock.systemDefaultZone(), new SecureRandom());
            return switch (BookFiles.of(with)
                    .map(books -> orders(books, password))
                    .then(orders -> act.verify(file, orders, this::pack, Progress.NONE))) {
                case Outcome.Done<Verified>(Verified verified) -> print(verified);
                case Outcome.Failed<Verified>(List<Problem> why) -> unreadable(why);
            };
        } catch (IOException e) {
            return console.refused(Problem.of("passphraseFile", passwordFile));
        }
    }

    private Outcome<Pack> pack(String name) {
        return PackReader.read(pack == null ? name : pack);
    }

    /// Reason: the password is for the files that have one; the others open without.
    private List<MergeBooks.Order> orders(List<Path> books, Optional<String> password) {
        return books.stream()
                .map(book ->
                        new MergeBooks.Order(
                                book,
                                beginsWith(book, List.of("d0cf11e0"))
                                        ? password
                                        : Optional.empty()))
                .toList();
    }

    private int print(Verified verified) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("ok", verified.problems().isEmpty());
        json.set("problems", console.places(verified.problems()));
        json.put("round", verified.round());
        json.put("due", verified.due());
        json.put("done", verified.done());
        ArrayNode unseen = json.putArray("unseen");
        verified.unseen().forEach(unseen::add);
        var lines = new ArrayList<String>();
        verified.problems().forEach(p -> lines.add(console.words(p)));
        lines.add(
                console.texts()
                        .of(
                                verified.problems().isEmpty()
                                        ? "app.certificate.agrees"
                                        : "app.certificate.differs",
                                verified.due(),
                                verified.done()));
        if (!verified.unseen().isEmpty() && verified.problems().isEmpty()) {
            lines.add(console.texts().of("app.certificate.unseen", verified.unseen().size()));
        }
        return console.print(
                verified.problems().isEmpty() ? Console.DONE : Console.DONE_WITH_PROBLEMS,
                json,
                lines);
    }

    /// By what it begins with (an archive, or the container of encrypted workbooks), else by its
    /// name: a workspace looks like chance from its first byte on.
    private boolean isWorkbook() {
        return beginsWith(List.of("504b0304", "d0cf11e0")) || isNamedLikeOne();
    }

    private boolean beginsWith(List<String> heads) {
        return beginsWith(file, heads);
    }

    /// Shape: `heads` the first four bytes in hex.
    private static boolean beginsWith(Path path, List<String> heads) {
        try (InputStream stream = Files.newInputStream(path)) {
            return heads.contains(HexFormat.of().formatHex(stream.readNBytes(4)));
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isNamedLikeOne() {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }

    private int verifyBook() {
        try {
            Optional<String> password =
                    passwordFile == null
                            ? Optional.empty()
                            : Optional.of(FileOptions.line(passwordFile));
            return switch (VerifyBook.verify(file, password)) {
                case Outcome.Done<List<Problem>>(List<Problem> problems) -> print(problems);
                case Outcome.Failed<List<Problem>>(List<Problem> why) -> unreadable(why);
            };
        } catch (IOException e) {
            return console.refused(Problem.of("passphraseFile", passwordFile));
        }
    }

    private int verifyFile() {
        return switch (options.open(console, file)) {
            case Outcome.Done<Workspace>(Workspace workspace) -> {
                try (workspace) {
                    yield print(workspace.verify());
                }
            }
            case Outcome.Failed<Workspace>(List<Problem> why) -> unreadable(why);
        };
    }

    /// What can't be opened is not whole either.
    private int unreadable(List<Problem> why) {
        why.forEach(console::complain);
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("ok", false);
        json.set("problems", console.places(why));
        return console.print(Console.REFUSED, json, List.of());
    }

    private int print(List<Problem> problems) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("ok", problems.isEmpty());
        json.set("problems", console.places(problems));
        List<String> lines =
                problems.isEmpty()
                        ? List.of(console.texts().of("app.whole"))
                        : problems.stream().map(console::words).toList();
        return console.print(
                problems.isEmpty() ? Console.DONE : Console.DONE_WITH_PROBLEMS, json, lines);
    }
}
