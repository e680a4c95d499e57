package zhuhu.flow.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static zhuhu.flow.handout.Office.done;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.flow.Author;
import zhuhu.flow.Coverage;
import zhuhu.flow.ExportWorkbook;
import zhuhu.flow.LoadForm;
import zhuhu.flow.Progress;
import zhuhu.flow.Reviews;
import zhuhu.flow.handout.AssignTasks.Order;
import zhuhu.flow.handout.AssignTasks.Paper;
import zhuhu.flow.handout.AssignTasks.Task;
import zhuhu.flow.merge.MergeBooks;
import zhuhu.flow.merge.MergedBook;
import zhuhu.flow.merge.RowClass;
import zhuhu.pack.Manifest;
import zhuhu.record.Ids;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;
import zhuhu.workbook.export.PackSheet;

/// What happens to a task workbook and its laptop: the laptop dies, somebody takes over, the next
/// round comes, a workbook comes late, another program saves it.
class TaskLifeTest {

    private static final Author VISITOR = new Author("李志远", "驻村工作队", "", "laptop-1");
    private static final Author SUCCESSOR = new Author("赵二妹", "驻村工作队", "", "laptop-2");

    @TempDir Path folder;
    private final List<Workspace> open = new ArrayList<>();
    private Office office;
    private Workspace township;

    @BeforeEach
    void handOut() {
        office = new Office(folder, 3, 4, 23);
        township = opened(office.township("township"));
    }

    @AfterEach
    void close() {
        open.forEach(Workspace::close);
    }

    private Workspace opened(Workspace workspace) {
        open.add(workspace);
        return workspace;
    }

    private List<Task> assign(String to) {
        return done(new AssignTasks(township, Office.CLERK, Office.CLOCK, Office.TEXTS)
                        .run(
                                new Order(
                                        folder.resolve(to),
                                        List.of(),
                                        Paper.NONE,
                                        Optional.empty()),
                                Progress.NONE))
                .tasks();
    }

    private Workspace laptop(String name, Author author, Path task) {
        return opened(
                done(
                        new StartFromTask(() -> author, Office.CLOCK, Office.TEXTS)
                                .run(
                                        new StartFromTask.Request(
                                                task,
                                                Optional.empty(),
                                                folder.resolve(name + ".zhuhu"),
                                                Office.PASSPHRASE),
                                        Progress.NONE)));
    }

    private Path handIn(Workspace laptop, Author author, String name) {
        Path book = folder.resolve(name + ".xlsx");
        done(
                new ExportWorkbook(laptop, author, Office.CLOCK, Office.TEXTS)
                        .export(ExportWorkbook.Choice.everything(book), Progress.NONE));
        return book;
    }

    private static MergedBook merge(Workspace into, Path book) {
        MergedBook merged =
                new MergeBooks(into, Office.CLERK, Office.CLOCK, Office.TEXTS)
                        .merge(List.of(new MergeBooks.Order(book, Optional.empty())), Progress.NONE)
                        .books()
                        .getFirst();
        assertThat(merged.refused()).isEmpty();
        return merged;
    }

    private OpenRound.Plan round(Workspace workspace, String id, String title, String due) {
        return done(
                new OpenRound(workspace, LocalDate.of(2017, 6, 1))
                        .open(new OpenRound.Request(id, title, due, OptionalInt.empty())));
    }

    private static TakeTask taking(Workspace workspace, Author author) {
        return new TakeTask(workspace, author, Office.CLOCK, Office.TEXTS);
    }

    @Test
    void aDeadLaptopGoesOnFromItsTaskAndItsLastHandInWithNothingDoubled() {
        Path task = assign("tasks").getFirst().book();
        Workspace dead = laptop("dead", VISITOR, task);
        List<Path> answers = office.answers(dead);
        for (Path one : answers.subList(0, 3)) {
            Office.fill(dead, one, VISITOR, false);
        }
        RecordId draft = Office.fill(dead, answers.get(3), VISITOR, true);
        List<String> atHandIn = Office.dump(dead);
        Path book = handIn(dead, VISITOR, "hand-in");

        assertThat(DraftsLeft.of(dead))
                .extracting(DraftsLeft.Line::subject, DraftsLeft.Line::by, DraftsLeft.Line::here)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(draft, VISITOR.name(), true));

        Workspace fresh = laptop("fresh", SUCCESSOR, task);
        merge(fresh, book);
        assertThat(Office.dump(fresh)).isEqualTo(atHandIn);

        MergedBook again = merge(fresh, book);
        assertThat(again.facts().isNothing()).isTrue();
        assertThat(again.counts().of(RowClass.SAME)).isEqualTo(again.counts().rows());
        assertThat(Office.dump(fresh)).isEqualTo(atHandIn);
        assertThat(fresh.verify()).isEmpty();
    }

    @Test
    void aSuccessorTakesOverWithWhatWasSentBack() {
        Workspace before = laptop("before", VISITOR, assign("tasks").getFirst().book());
        RecordId household = Office.fill(before, office.answers(before).getFirst(), VISITOR, false);
        merge(township, handIn(before, VISITOR, "hand-in"));
        Office.sendBack(township, household, "受访人写全名");

        Workspace after = laptop("after", SUCCESSOR, assign("again").getFirst().book());
        assertThat(Reviews.of(after, "2017-03").returned())
                .singleElement()
                .satisfies(visit -> {
                    assertThat(visit.household()).isEqualTo(household.text());
                    assertThat(visit.sections().getFirst().words()).isEqualTo("受访人写全名");
                });
    }

    @Test
    void aLateWorkbookOfTheOldRoundLandsInItsOwn() {
        List<Task> tasks = assign("tasks");
        Workspace late = laptop("late", VISITOR, tasks.getFirst().book());
        RecordId household = Office.fill(late, office.answers(late).getFirst(), VISITOR, false);
        Path book = handIn(late, VISITOR, "late");

        round(township, "2017-06", "6 月第二轮回访", "2017-06-30");
        merge(township, book);
        assertThat(Coverage.of(township, Optional.empty()).states()).containsOnlyKeys("todo");
        assertThat(township.exists(visit(household, "2017-03"))).isTrue();
        assertThat(township.exists(visit(household, "2017-06"))).isFalse();

        round(township, "2017-03", "", "");
        assertThat(Coverage.of(township, Optional.empty()).states()).containsKey("todo");
        assertThat(Coverage.of(township, Optional.empty()).states().keySet()).hasSize(2);
    }

    private static RecordId visit(RecordId household, String round) {
        return Ids.visit("qianxinan-2017", "household_visit", household, round);
    }

    @Test
    void aLaptopAtWorkTakesTheNextRoundAndKeepsItsOwn() {
        List<Task> first = assign("tasks");
        Workspace laptop = laptop("laptop", VISITOR, first.getFirst().book());
        List<Path> answers = office.answers(laptop);
        RecordId done = Office.fill(laptop, answers.getFirst(), VISITOR, false);
        RecordId draft = Office.fill(laptop, answers.get(1), VISITOR, true);
        merge(township, handIn(laptop, VISITOR, "hand-in"));
        round(township, "2017-06", "6 月第二轮回访", "2017-06-30");
        Path next = assign("next").getFirst().book();

        TakeTask.Plan plan = done(taking(laptop, VISITOR).plan(next, Optional.empty()));
        assertThat(plan.turn()).isEqualTo(TakeTask.Turn.ENTERS);
        assertThat(plan.pack()).hasValueSatisfying(p -> assertThat(p.isNothing()).isTrue());
        assertThat(laptop.setting("round")).contains("2017-03");

        done(taking(laptop, VISITOR).take(next, Optional.empty(), Progress.NONE));
        assertThat(Rounds.of(laptop).current())
                .contains(
                        new Manifest.Round(
                                "2017-06", "6 月第二轮回访", "2017-06-01", "2017-06-30", 2016));
        assertThat(new HashSet<>(Office.dump(township))).containsAll(Office.dump(laptop));
        assertThat(laptop.exists(visit(done, "2017-03"))).isTrue();
        assertThat(laptop.draft(visit(draft, "2017-03"))).isPresent();

        TakeTask.Plan back =
                done(taking(laptop, VISITOR).plan(first.getFirst().book(), Optional.empty()));
        assertThat(back.turn()).isEqualTo(TakeTask.Turn.KEEPS_NEWER);
        done(
                taking(laptop, VISITOR)
                        .take(first.getFirst().book(), Optional.empty(), Progress.NONE));
        assertThat(laptop.setting("round")).contains("2017-06");
    }

    @Test
    void aNewerCampaignComesWithTheTaskAndNeverGoesBack() throws IOException {
        Path old = assign("tasks").getFirst().book();
        Workspace laptop = laptop("laptop", VISITOR, old);
        done(LoadForm.into(township, newerForm()));
        Path next = assign("next").getFirst().book();

        UpdatePack.Plan plan =
                done(
                        new UpdatePack(laptop, Office.TEXTS)
                                .plan(new UpdatePack.Source.Task(next, Optional.empty())));
        assertThat(plan.forms())
                .singleElement()
                .satisfies(form -> {
                    assertThat(form.id()).isEqualTo("household_visit");
                    assertThat(form.to()).isEqualTo("2099010101");
                    assertThat(form.differences()).isNotEmpty();
                });
        done(taking(laptop, VISITOR).take(next, Optional.empty(), Progress.NONE));
        assertThat(PackSheet.hash(laptop.pack().files()))
                .isEqualTo(PackSheet.hash(township.pack().files()));
        assertThat(laptop.pack().form("household_visit").orElseThrow().version())
                .isEqualTo("2099010101");
        Office.fill(laptop, office.answers(laptop).getFirst(), VISITOR, false);
        merge(township, handIn(laptop, VISITOR, "hand-in"));

        TakeTask.Plan back = done(taking(laptop, VISITOR).plan(old, Optional.empty()));
        assertThat(back.pack()).isEmpty();
        assertThat(back.older()).isNotEmpty();
        done(taking(laptop, VISITOR).take(old, Optional.empty(), Progress.NONE));
        assertThat(laptop.pack().form("household_visit").orElseThrow().version())
                .isEqualTo("2099010101");
    }

    /// The visit form with another label and a version of the far future.
    private Path newerForm() throws IOException {
        String form =
                new String(
                        township.pack().files().get("qianxinan-2017/household_visit.md"),
                        StandardCharsets.UTF_8);
        String version = township.pack().form("household_visit").orElseThrow().version();
        String newer = form.replace(version, "2099010101").replace("| 走访结果 |", "| 走访的结果 |");
        assertThat(newer).isNotEqualTo(form);
        return Files.writeString(folder.resolve("household_visit.md"), newer);
    }

    @Test
    void savedAnewByLibreOfficeItStillStartsALaptop() throws IOException, InterruptedException {
        Path office1 = Path.of("/usr/bin/soffice");
        if (!Files.isExecutable(office1)) {
            System.out.println("not checked: LibreOffice (not found here)");
            return;
        }
        Path task = assign("tasks").getFirst().book();
        Path saved = Files.createDirectory(folder.resolve("saved"));
        var builder =
                new ProcessBuilder(
                        office1.toString(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "xlsx",
                        "--outdir",
                        saved.toString(),
                        task.toString());
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();

        Workspace whole = laptop("whole", VISITOR, task);
        Workspace again = laptop("again", VISITOR, saved.resolve(task.getFileName()));
        assertThat(Office.dump(again)).isEqualTo(Office.dump(whole));
        assertThat(PackSheet.hash(again.pack().files()))
                .isEqualTo(PackSheet.hash(whole.pack().files()));
    }

    @Test
    void openpyxlReadsItsPages() throws IOException, InterruptedException {
        Path python = Path.of("/usr/bin/python3");
        Path task = assign("tasks").getFirst().book();
        Path out = folder.resolve("out.txt");
        var builder =
                new ProcessBuilder(
                        python.toString(),
                        "-c",
                        "import sys, openpyxl; b = openpyxl.load_workbook(sys.argv[1]); print(len(b.sheetnames), b['_pack'].max_row)",
                        task.toString());
        builder.redirectOutput(out.toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        if (!Files.isExecutable(python) || builder.start().waitFor() != 0) {
            System.out.println("not checked: openpyxl (not found here)");
            return;
        }
        assertThat(Files.readString(out).strip()).endsWith(" " + township.pack().files().size());
    }
}
