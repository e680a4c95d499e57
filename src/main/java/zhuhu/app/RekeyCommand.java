package zhuhu.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.Progress;
import zhuhu.flow.Rekey;
import zhuhu.store.Passphrase;
import zhuhu.store.SlipCode;

/// `rekey FILE --new-passphrase-file F [--slip-file S]`: another passphrase, all or nothing; with
/// the code of a recovery slip where the old one is forgotten.
@Command(name = "rekey")
final class RekeyCommand implements Callable<Integer> {

    private final Console console;

    @Mixin FileOptions options = new FileOptions();

    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    @Option(names = "--new-passphrase-file", paramLabel = "F", required = true)
    Path newPassphraseFile = Path.of("");

    @Option(names = "--slip-file", paramLabel = "S")
    @Nullable Path slipFile;

    RekeyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return switch (FileOptions.passphraseOf(newPassphraseFile).then(this::rekey)) {
            case Outcome.Done<Boolean>(Boolean voided) -> print(voided);
            case Outcome.Failed<Boolean>(List<Problem> problems) -> console.refused(problems);
        };
    }

    private Outcome<Boolean> rekey(Passphrase fresh) {
        if (slipFile == null) {
            return options.unlock(console, old -> Rekey.with(file, old, fresh, Progress.NONE));
        }
        try {
            return SlipCode.of(FileOptions.line(slipFile))
                    .then(slip -> Rekey.with(file, slip, fresh, Progress.NONE));
        } catch (IOException e) {
            return Outcome.failed(Problem.of("passphraseFile", slipFile));
        }
    }

    private int print(boolean voided) {
        var json =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("file", file.toString())
                        .put("slipVoid", voided);
        String line = console.texts().of(voided ? "app.rekeyed.slip" : "app.rekeyed", file);
        return console.print(Console.DONE, json, List.of(line));
    }
}
