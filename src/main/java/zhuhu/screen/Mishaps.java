package zhuhu.screen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import zhuhu.base.Sha256;

/// The window's border for bugs: gives each a code that is the same every time it happens, and
/// keeps its trace in a log. Messages of exceptions are left out, since they may quote what a
/// person typed. Any thread.
public final class Mishaps {

    private final Path log;
    private final Clock clock;

    public Mishaps(Path log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /// A border that tells the code of each bug to `show`.
    public Consumer<Throwable> telling(Consumer<String> show) {
        return thrown -> show.accept(keep(thrown));
    }

    /// Writes the trace to the log and gives the code.
    public String keep(Throwable thrown) {
        String code = code(thrown);
        String entry = clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + code + trace(thrown);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Files.writeString(
                    log, entry + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException _) {
            // Reason: a log that cannot be written must not hide the bug itself.
        }
        return code;
    }

    /// `E-` and six hex digits over the exception's class and our own methods on its way.
    static String code(Throwable thrown) {
        String way =
                causes(thrown)
                        .map(t ->
                                t.getClass().getName()
                                        + Arrays.stream(t.getStackTrace())
                                                .filter(f -> f.getClassName().startsWith("zhuhu."))
                                                .limit(4)
                                                .map(f -> f.getClassName() + f.getMethodName())
                                                .collect(Collectors.joining()))
                        .collect(Collectors.joining());
        String hex = HexFormat.of().withUpperCase().formatHex(Sha256.of(way));
        return "E-" + hex.substring(0, 6);
    }

    private static String trace(Throwable thrown) {
        return causes(thrown)
                .map(t ->
                        "\n  "
                                + t.getClass().getName()
                                + Arrays.stream(t.getStackTrace())
                                        .limit(40)
                                        .map(f -> "\n    " + f)
                                        .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.<Throwable>iterate(thrown, t -> t != null, Throwable::getCause).limit(8);
    }
}
