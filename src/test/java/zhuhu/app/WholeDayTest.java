package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.BackUp;
import zhuhu.flow.ExportWorkbook;
import zhuhu.flow.FillVisit;
import zhuhu.flow.FindRecord;
import zhuhu.flow.HouseholdStates;
import zhuhu.flow.Progress;
import zhuhu.flow.Restore;
import zhuhu.flow.Tries;
import zhuhu.flow.TryResult;
import zhuhu.flow.VerifyBook;
import zhuhu.flow.Visit;
import zhuhu.flow.Workspaces;
import zhuhu.flow.sample.MakeSample;
import zhuhu.record.Kind;
import zhuhu.record.RecordId;
import zhuhu.screen.Desk;
import zhuhu.screen.FilePick;
import zhuhu.screen.Place;
import zhuhu.screen.UserFolder;
import zhuhu.store.Workspace;

/// A whole day of a village: a roster, visits in any order, a family not at home, a newborn, a head
/// who died, the power going off, a backup, another laptop, the hand-in.
class WholeDayTest {

    private static final LocalDateTime EVENING = LocalDateTime.of(2017, 3, 7, 19, 30);
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-07T19:30:00Z"), ZoneOffset.UTC);
    private static final Author LI = new Author("李志远", "楼下镇泥堡村", "", "laptop-2");
    private static final Path PICTURES = Path.of("target/screens");

    @TempDir Path folder;

    @Test
    void aDayIsKeptWhateverHappensToTheLaptop() throws Exception {
        DayAtWork.done(MakeSample.in(folder.resolve("sample"), 1, 16, 11));
        List<String> said = workUntilKilled();
        assertThat(said).contains("imported").anyMatch(line -> line.startsWith("typed "));

        Path copy = folder.resolve("stick").resolve("day-2017-03-07.zhuhu");
        Files.createDirectories(copy.getParent());
        List<String> before;
        try (Workspace workspace = open(folder.resolve("day.zhuhu"))) {
            nothingIsLost(workspace, said);
            theSecondTry(workspace);
            finish(workspace, DayAtWork.TYPING, DayAtWork.WEI);
            DayAtWork.done(new BackUp(workspace, CLOCK).to(copy, Progress.NONE));
            before = dump(workspace);
        }
        pictures();

        Path there = folder.resolve("other").resolve("day.zhuhu");
        Files.createDirectories(there.getParent());
        DayAtWork.done(Restore.from(copy, DayAtWork.passphrase(), there, Progress.NONE));
        try (Workspace workspace = open(there)) {
            assertThat(dump(workspace)).isEqualTo(before);
            assertThat(workspace.drafts()).hasSize(1);
            finish(workspace, DayAtWork.LEFT, LI);
            assertThat(workspace.drafts()).isEmpty();
            assertThat(whoFinished(workspace, DayAtWork.LEFT)).isEqualTo(LI.name());
            assertThat(whoFinished(workspace, DayAtWork.TYPING)).isEqualTo(DayAtWork.WEI.name());
            handIn(workspace);
        }
    }

    /// Starts the day in a JVM of its own and takes its power away while somebody types.
    private List<String> workUntilKilled() throws Exception {
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx600m",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                classPath(),
                                DayAtWork.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var said = new ArrayList<String>();
        try (var out =
                new BufferedReader(
                        new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (line.equals("typed 7")) {
                    child.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    /// Reason: test runners hide the class path in a loader of their own, or in a jar that names
    /// it.
    private static String classPath() {
        if (DayAtWork.class.getClassLoader() instanceof URLClassLoader loader) {
            return Stream.of(loader.getURLs())
                    .map(url -> Path.of(URI.create(url.toString())).toString())
                    .collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty(
                "surefire.test.class.path", System.getProperty("java.class.path", ""));
    }

    private void nothingIsLost(Workspace workspace, List<String> said) {
        assertThat(workspace.verify()).isEmpty();
        HouseholdStates states = HouseholdStates.of(workspace);
        for (String line : said) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "finished" ->
                        assertThat(states.of(household(workspace, words[1]).text()))
                                .as(line)
                                .isIn("done", "absent");
                case "absent" ->
                        assertThat(states.of(household(workspace, words[1]).text()))
                                .as(line)
                                .isEqualTo("absent");
                case "newborn" ->
                        assertThat(text(workspace, words[1], "identity", "person_name"))
                                .isEqualTo("韦新芽");
                case "died" -> {
                    assertThat(text(workspace, words[1], "change", "change")).isEqualTo("2");
                    assertThat(text(workspace, words[2], "residence", "relation")).isEqualTo("01");
                }
                case "typed" ->
                        assertThat(typed(workspace))
                                .as("what was typed before the power went")
                                .isGreaterThanOrEqualTo(Integer.parseInt(words[1]));
                default -> {}
            }
        }
    }

    private int typed(Workspace workspace) {
        try (Visit visit = visit(workspace, DayAtWork.TYPING, DayAtWork.WEI)) {
            String words = visit.value(visit.find("visitors", "").getFirst()).plain();
            return Integer.parseInt(words.replaceAll("[^0-9]", ""));
        }
    }

    private void theSecondTry(Workspace workspace) {
        RecordId household = household(workspace, key(DayAtWork.ABSENT));
        Tries.Recorded recorded =
                DayAtWork.done(
                        new Tries(workspace, Texts.chinese())
                                .record(
                                        household,
                                        round(workspace),
                                        DayAtWork.WEI,
                                        () -> EVENING,
                                        TryResult.ABSENT));
        assertThat(recorded.tries()).hasSize(2);
        assertThat(HouseholdStates.of(workspace).of(household.text())).isEqualTo("absent");
    }

    private void finish(Workspace workspace, int i, Author author) throws IOException {
        try (Visit visit = visit(workspace, i, author)) {
            FillVisit.Filled filled =
                    DayAtWork.done(
                            FillVisit.of(
                                    workspace,
                                    visit,
                                    DayAtWork.answers(folder.resolve("sample"), key(i)),
                                    false));
            assertThat(filled.stops()).isEmpty();
            assertThat(filled.finalised()).isTrue();
        }
    }

    private void handIn(Workspace workspace) {
        Path book = folder.resolve("stick").resolve("hand-in.xlsx");
        var exported =
                DayAtWork.done(
                        new ExportWorkbook(workspace, LI, CLOCK, Texts.chinese())
                                .export(ExportWorkbook.Choice.everything(book), Progress.NONE));
        assertThat(exported.records().get(Kind.HOUSEHOLD)).isEqualTo(16L);
        assertThat(DayAtWork.done(VerifyBook.verify(book, Optional.empty()))).isEmpty();
        assertThat(workspace.verify()).isEmpty();
    }

    // ---- in the window

    private void pictures() {
        record Size(String name, int widthPx, int heightPx, boolean projector) {}
        for (Size size :
                List.of(
                        new Size("1366x768", 1366, 768, false),
                        new Size("1024x768", 1024, 768, false),
                        new Size("projector-1366x768", 1366, 768, true))) {
            var desk = new Desk(new UserFolder(folder.resolve("user-" + size.name())));
            desk.change(i -> i.who("韦小妹", "楼下镇泥堡村", "13900000002"));
            desk.change(i -> i.look(size.projector(), false, false));
            Workspace workspace = open(folder.resolve("day.zhuhu"));
            RecordId left = household(workspace, key(DayAtWork.LEFT));
            try (Gallery gallery =
                    Gallery.open(desk, CLOCK, new Nobody(), size.widthPx(), size.heightPx())) {
                gallery.act(window -> window.enter(workspace));
                for (Place place : Place.values()) {
                    gallery.act(window -> window.go(place));
                    gallery.picture(
                            PICTURES.resolve("day-%s-%s.png".formatted(place, size.name())));
                }
                gallery.act(window -> window.go(Place.HOUSEHOLDS));
                gallery.act(window -> window.visit(left));
                gallery.picture(PICTURES.resolve("day-visit-%s.png".formatted(size.name())));
                lockAndUnlock(gallery, size.name());
            }
        }
    }

    private static void lockAndUnlock(Gallery gallery, String size) {
        gallery.act(Desktop::lock);
        gallery.picture(PICTURES.resolve("day-locked-%s.png".formatted(size)));
        Node field = gallery.ask(scene -> scene.lookup("#lock-passphrase"));
        gallery.act(_ -> ((javafx.scene.control.TextInputControl) field).setText("training"));
        Node open = gallery.ask(scene -> scene.lookup("#lock-open"));
        gallery.act(_ -> ((Button) open).fire());
        Node visit = gallery.ask(scene -> scene.lookup(".visit"));
        assertThat(visit).isNotNull();
    }

    private record Nobody() implements FilePick {
        @Override
        public Optional<Path> workspace() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> newWorkspace(String name) {
            return Optional.empty();
        }

        @Override
        public List<Path> rosters() {
            return List.of();
        }

        @Override
        public Optional<Path> newWorkbook(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> newPdf(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> packFolder() {
            return Optional.empty();
        }
    }

    // ---- what the steps share

    private static Workspace open(Path file) {
        return DayAtWork.done(Workspaces.open(file, DayAtWork.passphrase()));
    }

    private String key(int i) {
        try {
            return DayAtWork.keys(folder.resolve("sample")).get(i);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static RecordId household(Workspace workspace, String key) {
        return DayAtWork.done(new FindRecord(workspace).subject(key));
    }

    private Visit visit(Workspace workspace, int i, Author author) {
        return DayAtWork.done(
                Visit.open(
                        workspace,
                        household(workspace, key(i)),
                        round(workspace),
                        author,
                        () -> EVENING,
                        Visit.Keep.AT_ONCE));
    }

    private static String round(Workspace workspace) {
        return workspace.setting("round").orElseThrow();
    }

    private String whoFinished(Workspace workspace, int i) {
        try (Visit visit = visit(workspace, i, LI)) {
            return workspace.section(visit.id(), "finalised").allHeads().stream()
                    .flatMap(head -> workspace.attestations(head.id()).stream())
                    .map(attestation -> attestation.stamp().by())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String text(Workspace workspace, String id, String section, String property) {
        RecordId record = workspace.recordOf(id).orElseThrow();
        return workspace.section(record, section).shown().plain(property);
    }

    private static List<String> dump(Workspace workspace) {
        var lines = new ArrayList<String>();
        workspace.dump(lines::add);
        return lines;
    }
}
