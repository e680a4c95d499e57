package zhuhu.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import zhuhu.base.Outcome;
import zhuhu.flow.Author;
import zhuhu.flow.BackUp;
import zhuhu.flow.FillVisit;
import zhuhu.flow.FindRecord;
import zhuhu.flow.Progress;
import zhuhu.flow.Visit;
import zhuhu.flow.Workspaces;
import zhuhu.flow.edit.FillRegister;
import zhuhu.flow.edit.Reason;
import zhuhu.flow.roster.ImportRosters;
import zhuhu.record.RecordId;
import zhuhu.record.Value;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// A program of its own that lives a day of the village until it is killed: visits, direct edits,
/// imports, backups. Each act is acknowledged on standard output after it (`day`) or, to show that
/// the test sees it, before it (`boast`): `answer VISIT N`, `confirm VISIT N`, `final VISIT`, `edit
/// HOUSEHOLD N`, `import FILE HOUSEHOLDS`, `backup FILE N`. `N` only ever grows.
public final class DayChild {

    static final Passphrase PASSPHRASE = Passphrase.of("training").orElseThrow();

    private static final Clock CLOCK = Clock.systemDefaultZone();
    private static final Author AUTHOR = new Author("李志远", "坡脚村驻村工作队", "", "d1");

    private final Workspace workspace;
    private final Path folder;
    private final Random random;
    private final boolean boasts;
    private final PrintStream out;
    private final List<RecordId> households;
    private final List<Path> answers;
    private @Nullable Visit visit;
    private long count;

    private DayChild(Workspace workspace, Path folder, Random random, boolean boasts) {
        this.workspace = workspace;
        this.folder = folder;
        this.random = random;
        this.boasts = boasts;
        this.out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        this.households = households(workspace);
        this.answers = answers();
        this.count = System.currentTimeMillis();
    }

    static List<RecordId> households(Workspace workspace) {
        return workspace
                .query("SELECT id FROM household WHERE registered = '1' ORDER BY id LIMIT 8")
                .stream()
                .map(row -> workspace.recordOf(String.valueOf(row.get("id"))).orElseThrow())
                .toList();
    }

    /// Starts one in a JVM of its own; its output comes through a pipe.
    static Process start(String how, Path file, long seed) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx300m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        classPath(),
                        DayChild.class.getName(),
                        how,
                        file.toString(),
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// Reason: a test runner may load our classes through a loader of its own.
    static String classPath() {
        Set<String> places = new LinkedHashSet<>();
        for (ClassLoader at = DayChild.class.getClassLoader(); at != null; at = at.getParent()) {
            if (at instanceof URLClassLoader loader) {
                for (URL url : loader.getURLs()) {
                    places.add(place(url));
                }
            }
        }
        places.addAll(List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1)));
        return String.join(File.pathSeparator, places);
    }

    private static String place(URL url) {
        try {
            return Path.of(url.toURI()).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Entry of the child.
    public static void main(String[] args) {
        Path file = Path.of(args[1]);
        Workspace workspace = value(Workspaces.open(file, PASSPHRASE));
        var child =
                new DayChild(
                        workspace,
                        file.resolveSibling("").toAbsolutePath(),
                        new Random(Long.parseLong(args[2])),
                        args[0].equals("boast"));
        child.out.println("open");
        while (true) {
            child.act();
        }
    }

    private void act() {
        int dice = random.nextInt(100);
        if (dice < 60) {
            visitOnce();
        } else if (dice < 70) {
            wholeVisit();
        } else if (dice < 85) {
            edit();
        } else if (dice < 92) {
            backUp();
        } else {
            importOne();
        }
    }

    private interface Work {
        void run();
    }

    /// Does it and says so, or the other way round.
    private void acknowledged(String what, Work work) {
        if (boasts) {
            out.println(what);
            work.run();
        } else {
            work.run();
            out.println(what);
        }
    }

    private void visitOnce() {
        Visit now = visit;
        if (now == null) {
            now = open();
        }
        Visit open = now;
        String id = open.id().text();
        for (int i = random.nextInt(6); i >= 0; i--) {
            String n = Long.toString(++count);
            acknowledged(
                    "answer " + id + " " + n,
                    () -> open.answer(open.find("visitors", "").getFirst(), Value.text("n" + n)));
        }
        if (random.nextInt(3) == 0) {
            String screen = open.parts().getFirst().screens().getFirst().name();
            acknowledged("confirm " + id + " " + count, () -> confirm(open, screen));
        }
        if (random.nextInt(4) == 0) {
            acknowledged("final " + id, () -> value(open.finalise(Reason.of("再访"))));
            open.close();
            visit = null;
        } else if (random.nextInt(4) == 0) {
            open.close();
            visit = null;
        }
    }

    /// Every screen of the form, with the answers of the sample.
    private void wholeVisit() {
        if (answers.isEmpty()) {
            return;
        }
        Path json = answers.get(random.nextInt(answers.size()));
        RecordId household = value(new FindRecord(workspace).subject(Cli.key(json)));
        try (Visit whole =
                value(
                        Visit.open(
                                workspace,
                                household,
                                workspace.setting("round").orElseThrow(),
                                AUTHOR,
                                () -> LocalDateTime.now(CLOCK),
                                Visit.Keep.AT_ONCE))) {
            String id = whole.id().text();
            if (boasts) {
                out.println("final " + id);
            }
            var filled =
                    value(FillVisit.of(workspace, whole, Cli.read(json), false, Reason.of("再访")));
            if (!boasts) {
                out.println(filled.finalised() ? "final " + id : "stopped " + filled.stops());
            }
        }
    }

    /// Sample answers of households that are not visited or corrected otherwise.
    private List<Path> answers() {
        try (Stream<Path> all = Files.list(folder.resolve("sample-first").resolve("answers"))) {
            return all.sorted()
                    .filter(json ->
                            new FindRecord(workspace).subject(Cli.key(json))
                                            instanceof Outcome.Done<RecordId>(RecordId household)
                                    && !households.contains(household))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void confirm(Visit visit, String screen) {
        if (!visit.confirm(screen).isEmpty()) {
            throw new IllegalStateException(screen);
        }
    }

    private Visit open() {
        RecordId household = households.get(random.nextInt(4));
        Visit open =
                value(
                        Visit.open(
                                workspace,
                                household,
                                workspace.setting("round").orElseThrow(),
                                AUTHOR,
                                () -> LocalDateTime.now(CLOCK),
                                Visit.Keep.AT_ONCE));
        // Reason: a household that was away ends without any further question.
        answer(open, "outcome", "07");
        visit = open;
        return open;
    }

    private static void answer(Visit visit, String question, String choice) {
        visit.answer(visit.find(question, "").getFirst(), Value.text(choice));
    }

    private void edit() {
        RecordId household = households.get(4 + random.nextInt(4));
        String n = Long.toString(++count);
        var answers = JsonNodeFactory.instance.objectNode().put("bank_account", n);
        var act = new FillRegister(workspace, AUTHOR, () -> LocalDateTime.now(CLOCK));
        acknowledged(
                "edit " + household.text() + " " + n,
                () -> value(act.of("household", household.text(), answers, Reason.of("更正"))));
    }

    private void backUp() {
        String name = "b" + (++count) + ".zhuhu";
        String n = Long.toString(count);
        acknowledged(
                "backup " + name + " " + n,
                () -> value(new BackUp(workspace, CLOCK).to(folder.resolve(name), Progress.NONE)));
    }

    /// Rosters lie ready beside the file; each is read once.
    private void importOne() {
        try (Stream<Path> all = Files.list(folder.resolve("rosters"))) {
            Optional<Path> next =
                    all.sorted().filter(roster -> !isRead(workspace, roster)).findFirst();
            next.ifPresent(roster ->
                    acknowledged(
                            "import " + roster.getFileName(),
                            () ->
                                    value(
                                            new ImportRosters(workspace, AUTHOR, CLOCK)
                                                    .run(
                                                            ImportRosters.Request.of(roster),
                                                            Progress.NONE))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean isRead(Workspace workspace, Path roster) {
        return workspace.packages().stream()
                .anyMatch(row -> row.file().endsWith(roster.getFileName().toString()));
    }

    static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(var problems) ->
                    throw new IllegalStateException(problems.toString());
        };
    }
}
