package zhuhu.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import zhuhu.screen.visit.VisitPace;

/// How long the next screen of a visit takes, from the key press to the screen laid out, and until
/// it is painted; five members, every screen. Arguments: the number of rounds (20).
public final class VisitBench {

    private static final PrintStream OUT = System.out;

    private VisitBench() {}

    /// Writes the workspace into a folder of its own and deletes it.
    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 20;
        Path folder = Files.createTempDirectory("visit-bench");
        try (var pace = VisitPace.in(folder)) {
            pace.rounds(5);
            pace.forget();
            pace.rounds(rounds);
            OUT.printf(Locale.ROOT, "%d rounds, ms%n", rounds);
            pace.report().forEach(OUT::println);
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path left : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(left);
            }
        }
        System.exit(0);
    }
}
