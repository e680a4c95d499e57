package zhuhu.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
import zhuhu.flow.VerifyBook;
import zhuhu.store.Workspace;

/// `verify FILE|BOOK`: whether a workspace or a workbook is whole.
@Command(name = "verify")
final class VerifyCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    @Option(names = "--password-file", paramLabel = "F")
    @Nullable Path passwordFile;

    VerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return isWorkbook() ? verifyBook() : verifyFile();
    }

    /// By what it begins with (an archive, or the container of encrypted workbooks), else by its
    /// name: a workspace looks like chance from its first byte on.
    private boolean isWorkbook() {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] head = stream.readNBytes(4);
            return List.of("504b0304", "d0cf11e0").contains(HexFormat.of().formatHex(head))
                    || isNamedLikeOne();
        } catch (IOException e) {
            return isNamedLikeOne();
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
