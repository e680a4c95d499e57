package zhuhu.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Workspaces;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// What every command on a workspace file takes: the passphrase, and `--json`.
final class FileOptions {

    private static final String OF_TRAINING = "training";

    @Option(names = "--passphrase-file", paramLabel = "F")
    @Nullable Path passphraseFile;

    @Option(names = "--json")
    boolean json;

    /// The passphrase: from the file, the environment, or that of training files where none is
    /// given.
    Outcome<Passphrase> passphrase(Console console, boolean training) {
        try {
            Optional<String> given =
                    passphraseFile == null
                            ? ofEnvironment(console)
                            : Optional.of(line(passphraseFile));
            if (given.isEmpty() && !training) {
                return Outcome.failed(Problem.of("passphraseMissing"));
            }
            return Passphrase.of(given.orElse(OF_TRAINING))
                    .map(Outcome::done)
                    .orElseGet(() -> Outcome.failed(Problem.of("passphraseShort")));
        } catch (IOException e) {
            return Outcome.failed(Problem.of("passphraseFile", String.valueOf(passphraseFile)));
        }
    }

    private static Optional<String> ofEnvironment(Console console) {
        // Reason: a variable set to nothing is how scripts say that there is none.
        return console.environment("ZHUHU_PASSPHRASE").filter(text -> !text.isEmpty());
    }

    /// Opens `file`, does `act`, closes it again.
    int with(Console console, Path file, ToIntFunction<Workspace> act) {
        return switch (open(console, file)) {
            case Outcome.Done<Workspace>(Workspace workspace) -> {
                try (workspace) {
                    yield act.applyAsInt(workspace);
                }
            }
            case Outcome.Failed<Workspace>(List<Problem> problems) -> console.refused(problems);
        };
    }

    /// Opens `file`. Where no passphrase was given and that of training files does not fit, it is
    /// missing, not wrong.
    Outcome<Workspace> open(Console console, Path file) {
        return unlock(console, pass -> Workspaces.open(file, pass));
    }

    /// Does `act` with the passphrase. Where none was given and that of training files does not
    /// fit, it is missing, not wrong.
    <T> Outcome<T> unlock(Console console, Function<Passphrase, Outcome<T>> act) {
        Outcome<T> done = passphrase(console, true).then(act);
        boolean given = passphraseFile != null || ofEnvironment(console).isPresent();
        return !given
                        && done instanceof Outcome.Failed<T>(List<Problem> problems)
                        && isWrongPassphrase(problems)
                ? Outcome.failed(Problem.of("passphraseMissing"))
                : done;
    }

    /// A passphrase from a file of its own.
    static Outcome<Passphrase> passphraseOf(Path file) {
        try {
            return Passphrase.of(line(file))
                    .map(Outcome::done)
                    .orElseGet(() -> Outcome.failed(Problem.of("passphraseShort")));
        } catch (IOException e) {
            return Outcome.failed(Problem.of("passphraseFile", file));
        }
    }

    private static boolean isWrongPassphrase(List<Problem> problems) {
        return problems.getFirst().code().equals("storeWrongPassphrase");
    }

    /// A file's text without its one trailing newline.
    static String line(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        String cut = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return cut.endsWith("\r") ? cut.substring(0, cut.length() - 1) : cut;
    }
}
