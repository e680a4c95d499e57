package zhuhu.flow.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static zhuhu.flow.handout.Office.done;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.flow.ExportWorkbook;
import zhuhu.flow.Progress;
import zhuhu.flow.Reviews;
import zhuhu.flow.Today;
import zhuhu.flow.VerifyBook;
import zhuhu.flow.handout.AssignTasks.Assigned;
import zhuhu.flow.handout.AssignTasks.Order;
import zhuhu.flow.handout.AssignTasks.Paper;
import zhuhu.flow.handout.AssignTasks.Task;
import zhuhu.pack.Manifest;
import zhuhu.record.Ids;
import zhuhu.record.RecordId;
import zhuhu.store.Workspace;
import zhuhu.workbook.export.PackSheet;

/// A township hands out, and village laptops start from what it handed out.
class AssignTasksTest {

    @TempDir static Path folder;
    private static final List<Workspace> OPEN = new ArrayList<>();
    private static Office office;
    private static Workspace township;
    private static final List<RecordId> VISITED = new ArrayList<>();

    @BeforeAll
    static void visitAndSendBack() {
        office = new Office(folder, 3, 4, 11);
        township = office.township("t");
        OPEN.add(township);
        List<Path> answers = office.answers(township);
        for (Path one : answers.subList(0, 6)) {
            VISITED.add(Office.fill(township, one, Office.CLERK, false));
        }
        Office.sendBack(township, returned(), "请核实收入");
    }

    @AfterAll
    static void close() {
        OPEN.forEach(Workspace::close);
    }

    /// The household whose visit was sent back.
    private static RecordId returned() {
        return VISITED.getLast();
    }

    private static Assigned assign(String to, Paper paper, List<String> villages) {
        return done(
                new AssignTasks(township, Office.CLERK, Office.CLOCK, Office.TEXTS)
                        .run(
                                new Order(folder.resolve(to), villages, paper, Optional.empty()),
                                Progress.NONE));
    }

    private static Workspace laptop(String name, Path task) {
        Workspace laptop = done(start(name, task));
        OPEN.add(laptop);
        return laptop;
    }

    private static Outcome<Workspace> start(String name, Path task) {
        return new StartFromTask(() -> Office.CLERK, Office.CLOCK, Office.TEXTS)
                .run(
                        new StartFromTask.Request(
                                task,
                                Optional.empty(),
                                folder.resolve(name + ".zhuhu"),
                                Office.PASSPHRASE),
                        Progress.NONE);
    }

    @Test
    void everyVillageGetsAWholeWorkbookOfItsOwn() throws IOException {
        Assigned assigned = assign("whole", Paper.NONE, List.of());

        assertThat(assigned.problems()).isEmpty();
        assertThat(assigned.tasks())
                .extracting(Task::village)
                .hasSameElementsAs(Office.villages(township));
        assertThat(assigned.tasks())
                .allSatisfy(task -> {
                    assertThat(String.valueOf(task.book().getFileName()))
                            .isEqualTo("任务包_清水镇_%s_2017-03.xlsx".formatted(task.name()));
                    assertThat(VerifyBook.verify(task.book(), Optional.empty()))
                            .isEqualTo(Outcome.done(List.of()));
                    assertThat(task.households()).isEqualTo(4);
                });
        assertThat(township.packages())
                .filteredOn(p -> p.type().equals("task"))
                .extracting(Workspace.PackageRow::id)
                .containsAll(assigned.tasks().stream().map(Task::packageId).toList());
        assertThat(HandoutVillages.of(township, Office.TEXTS))
                .allSatisfy(line -> assertThat(line.task()).isPresent());
        try (Stream<Path> left = Files.list(folder.resolve("whole"))) {
            assertThat(left.filter(f -> f.toString().endsWith(".part"))).isEmpty();
        }
    }

    @Test
    void whatIsOpenStandsOnTheFirstPageForPeopleToRead() throws IOException {
        Task task = taskOf(returned(), assign("read", Paper.NONE, List.of()));

        try (Workbook book = WorkbookFactory.create(task.book().toFile(), null, true)) {
            var lines = new ArrayList<String>();
            book.getSheet("说明")
                    .forEach(row -> {
                        var line = new StringBuilder();
                        row.forEach(cell -> line.append(cell).append('|'));
                        lines.add(line.toString());
                    });
            assertThat(lines.get(1)).startsWith("任务包");
            assertThat(lines).anySatisfy(l -> assertThat(l).contains("退回", "请核实收入"));
            assertThat(lines).anySatisfy(l -> assertThat(l).contains("待办事项（" + task.points()));
            assertThat(book.getSheetVisibility(book.getSheetIndex("_pack")))
                    .isEqualTo(SheetVisibility.VERY_HIDDEN);
        }
    }

    private static Task taskOf(RecordId household, Assigned assigned) {
        String village = township.section(household, "place").shown().plain("village");
        return assigned.tasks().stream()
                .filter(t -> t.village().text().equals(village))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLaptopKnowsJustWhatTheTownshipKnowsOfItsVillage() {
        Task task = taskOf(returned(), assign("known", Paper.NONE, List.of()));
        Workspace laptop = laptop("known", task.book());

        List<String> mine = Office.dump(laptop);
        assertThat(new HashSet<>(Office.dump(township))).containsAll(mine);
        assertThat(mine).hasSizeGreaterThan(10);
        assertThat(Office.villages(laptop)).containsExactly(task.village());
        assertThat(Rounds.of(laptop).current()).isEqualTo(Rounds.of(township).current());
        assertThat(laptop.setting("training")).contains("1");
        assertThat(PackSheet.hash(laptop.pack().files()))
                .isEqualTo(PackSheet.hash(township.pack().files()));
        assertThat(laptop.verify()).isEmpty();
        assertThat(laptop.packages())
                .extracting(
                        Workspace.PackageRow::direction,
                        Workspace.PackageRow::type,
                        Workspace.PackageRow::id)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("in", "task", task.packageId()));
    }

    @Test
    void whoeverStartsSeesWhatWasSentBackAndCanAnswerIt() {
        Task task = taskOf(returned(), assign("back", Paper.NONE, List.of()));
        Workspace laptop = laptop("back", task.book());

        assertThat(Reviews.of(laptop, "2017-03").returned())
                .extracting(Reviews.Returned::household)
                .containsExactly(returned().text());
        assertThat(Today.of(laptop).returned()).hasSize(1);
    }

    @Test
    void aRoundOpenedByTheTownshipIsTheLaptopsRoundWithItsDeadline() {
        Workspace other = office.township("rounds");
        OPEN.add(other);
        done(
                new OpenRound(other, java.time.LocalDate.of(2017, 6, 1))
                        .open(
                                new OpenRound.Request(
                                        "第二轮",
                                        "6 月第二轮回访",
                                        "2017-06-30",
                                        java.util.OptionalInt.empty())));
        Assigned assigned =
                done(
                        new AssignTasks(other, Office.CLERK, Office.CLOCK, Office.TEXTS)
                                .run(
                                        new Order(
                                                folder.resolve("second"),
                                                List.of(),
                                                Paper.NONE,
                                                Optional.of("密码一二三四五六")),
                                        Progress.NONE));
        Path task = assigned.tasks().getFirst().book();
        var request =
                new StartFromTask.Request(
                        task,
                        Optional.of("密码一二三四五六"),
                        folder.resolve("second.zhuhu"),
                        Office.PASSPHRASE);
        Workspace laptop =
                done(
                        new StartFromTask(() -> Office.CLERK, Office.CLOCK, Office.TEXTS)
                                .run(request, Progress.NONE));
        OPEN.add(laptop);

        assertThat(Rounds.of(laptop).current())
                .contains(new Manifest.Round("第二轮", "6 月第二轮回访", "2017-06-01", "2017-06-30", 2016));
        Path answers = office.answers(laptop).getFirst();
        RecordId household = Office.fill(laptop, answers, Office.CLERK, false);
        assertThat(laptop.exists(Ids.visit("qianxinan-2017", "household_visit", household, "第二轮")))
                .isTrue();
    }

    @Test
    void paperIsWrittenBesideAndChosenVillagesOnly() {
        String village = Office.villages(township).getFirst().shortKey();
        Assigned assigned = assign("paper", Paper.SHEETS, List.of(village));

        assertThat(assigned.tasks()).hasSize(1);
        var sheets = assigned.tasks().getFirst().sheets().orElseThrow();
        assertThat(sheets.papers()).isEqualTo(4);
        assertThat(sheets.file()).exists();
        assertThat(String.valueOf(sheets.file().getFileName())).endsWith("_纸质入户表.pdf");
    }

    @Test
    void whatLiesThereIsNeverWrittenOver() throws IOException {
        Path first = assign("twice", Paper.NONE, List.of()).tasks().getFirst().book();
        byte[] before = Files.readAllBytes(first);
        Path second = assign("twice", Paper.NONE, List.of()).tasks().getFirst().book();

        assertThat(second).isNotEqualTo(first);
        assertThat(Files.readAllBytes(first)).isEqualTo(before);
    }

    @Test
    void stoppedHalfWayTheVillagesThatWereDoneStandInTheList() {
        var stops =
                new Progress() {
                    private int villages;

                    @Override
                    public void at(String step, long done, long total) {
                        villages += step.equals("handout.step.village") ? 1 : 0;
                    }

                    @Override
                    public boolean cancelled() {
                        return villages > 0 && Files.exists(folder.resolve("stop/" + FIRST));
                    }
                };
        Assigned assigned =
                done(
                        new AssignTasks(township, Office.CLERK, Office.CLOCK, Office.TEXTS)
                                .run(
                                        new Order(
                                                folder.resolve("stop"),
                                                List.of(),
                                                Paper.NONE,
                                                Optional.empty()),
                                        stops));
        assertThat(assigned.tasks()).hasSize(1);
        assertThat(VerifyBook.verify(assigned.tasks().getFirst().book(), Optional.empty()))
                .isEqualTo(Outcome.done(List.of()));
        assertThat(assigned.problems()).extracting(Problem::code).containsExactly("handoutStopped");
    }

    private static final String FIRST = "任务包_清水镇_上坝村_2017-03.xlsx";

    @Test
    void whatIsNoTaskWorkbookMakesNoFile() throws IOException {
        Path ordinary = folder.resolve("ordinary.xlsx");
        done(
                new ExportWorkbook(township, Office.CLERK, Office.CLOCK, Office.TEXTS)
                        .export(ExportWorkbook.Choice.everything(ordinary), Progress.NONE));
        Path text = Files.writeString(folder.resolve("text.xlsx"), "不是工作簿");
        Path cut = folder.resolve("cut.xlsx");
        byte[] whole =
                Files.readAllBytes(assign("cut", Paper.NONE, List.of()).tasks().getFirst().book());
        Files.write(cut, java.util.Arrays.copyOf(whole, whole.length / 2));

        assertThat(codes(start("none1", ordinary))).containsExactly("taskNotOne");
        assertThat(codes(start("none2", text))).isNotEmpty();
        assertThat(codes(start("none3", cut))).isNotEmpty();
        assertThat(codes(start("none4", folder.resolve("missing.xlsx")))).isNotEmpty();
        for (int n = 1; n <= 4; n++) {
            assertThat(folder.resolve("none" + n + ".zhuhu")).doesNotExist();
        }
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome instanceof Outcome.Failed<?>(List<Problem> problems)
                ? problems.stream().map(Problem::code).toList()
                : List.of();
    }
}
