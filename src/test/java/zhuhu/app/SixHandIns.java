package zhuhu.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.ExportWorkbook;
import zhuhu.flow.FillVisit;
import zhuhu.flow.FindRecord;
import zhuhu.flow.Progress;
import zhuhu.flow.Visit;
import zhuhu.flow.Workspaces;
import zhuhu.flow.handout.AssignTasks;
import zhuhu.flow.handout.StartFromTask;
import zhuhu.flow.merge.MergeBooks;
import zhuhu.flow.roster.ImportRosters;
import zhuhu.flow.sample.MakeSample;
import zhuhu.pack.PackReader;
import zhuhu.record.RecordId;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// A township of three invented villages. Each village has two laptops that started from its task
/// workbook; both visited the village's first household and each one more; each hands a workbook
/// in.
final class SixHandIns {

    static final String PASSWORD = "清水镇2017";
    static final Author CLERK = new Author("王示范", "清水镇扶贫工作站", "13900000002", "office");
    private static final Passphrase PASSPHRASE = Passphrase.of("training").orElseThrow();
    private static final List<String> VISITORS = List.of("李志远", "王秀英", "韦国平", "陆正荣", "班光明", "岑秀兰");

    /// Closed; the village's rosters are read, its tasks handed out.
    final Path town;

    /// In the order of the laptops; the last is encrypted.
    final List<Path> books = new ArrayList<>();

    private final Path folder;
    private final List<Path> answers;
    private LocalDateTime now = LocalDateTime.of(2017, 3, 6, 9, 0);

    SixHandIns(Path folder) {
        this(folder, 3);
    }

    /// With fewer villages, two workbooks each.
    SixHandIns(Path folder, int villages) {
        this.folder = folder;
        this.town = folder.resolve("清水镇.zhuhu");
        MakeSample.Made sample = done(MakeSample.in(folder.resolve("sample"), villages, 6, 5));
        this.answers = sample.answers();
        List<AssignTasks.Task> tasks;
        try (Workspace office =
                done(
                        Workspaces.create(
                                town, PASSPHRASE, done(PackReader.read("qianxinan-2017")), true))) {
            var rosters = ImportRosters.Request.of(sample.rosters().toArray(Path[]::new));
            done(new ImportRosters(office, CLERK, clock()).run(rosters, Progress.NONE));
            var order =
                    new AssignTasks.Order(
                            folder.resolve("tasks"),
                            List.of(),
                            AssignTasks.Paper.NONE,
                            Optional.empty());
            tasks =
                    done(new AssignTasks(office, CLERK, clock(), Texts.chinese())
                                    .run(order, Progress.NONE))
                            .tasks();
        }
        for (AssignTasks.Task task : tasks) {
            laptop(task, 0);
            laptop(task, 1);
        }
    }

    private Clock clock() {
        return Clock.fixed(now.toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private Author author(int laptop) {
        return new Author(VISITORS.get(laptop), "驻村工作队", "", "laptop" + laptop);
    }

    private void laptop(AssignTasks.Task task, int second) {
        int number = books.size();
        Author author = author(number);
        var request =
                new StartFromTask.Request(task.book(), Optional.empty(), file(number), PASSPHRASE);
        try (Workspace laptop =
                done(
                        new StartFromTask(() -> author, clock(), Texts.chinese())
                                .run(request, Progress.NONE))) {
            List<Path> met = met(laptop);
            visit(laptop, met.getFirst(), author, house(61 + 20 * second));
            visit(laptop, met.get(1 + second), author, _ -> {});
            books.add(export(laptop, author, task.name(), number));
        }
    }

    private static Consumer<ObjectNode> house(int squareMetres) {
        return json -> json.put("house_area", squareMetres);
    }

    private Path file(int laptop) {
        return folder.resolve("laptop" + laptop + ".zhuhu");
    }

    Workspace laptop(int number) {
        return done(Workspaces.open(file(number), PASSPHRASE));
    }

    Workspace township() {
        return done(Workspaces.open(town, PASSPHRASE));
    }

    /// Answers of the households there that let the visitor in, in order.
    private List<Path> met(Workspace laptop) {
        return answers.stream()
                .filter(f -> Cli.read(f).path("outcome").asText().equals("01"))
                .filter(f ->
                        new FindRecord(laptop).subject(Cli.key(f))
                                instanceof Outcome.Done<RecordId>)
                .sorted()
                .toList();
    }

    private void visit(Workspace laptop, Path file, Author author, Consumer<ObjectNode> change) {
        now = now.plusMinutes(40);
        var json = (ObjectNode) Cli.read(file);
        change.accept(json);
        try (Visit visit =
                done(
                        Visit.open(
                                laptop,
                                done(new FindRecord(laptop).subject(Cli.key(file))),
                                laptop.setting("round").orElseThrow(),
                                author,
                                () -> now,
                                Visit.Keep.AT_THE_END))) {
            FillVisit.Filled filled = done(FillVisit.of(laptop, visit, json, false));
            if (!filled.finalised()) {
                throw new AssertionError(filled.stops().toString());
            }
        }
    }

    private Path export(Workspace laptop, Author author, String village, int number) {
        now = now.plusMinutes(5);
        Path out =
                folder.resolve(village + "_" + author.name() + "_" + now.toLocalDate() + ".xlsx");
        Optional<String> password = number == 5 ? Optional.of(PASSWORD) : Optional.empty();
        var choice =
                new ExportWorkbook.Choice(
                        out, ExportWorkbook.Content.WORKBOOK, List.of(), password);
        return done(new ExportWorkbook(laptop, author, clock(), Texts.chinese())
                        .export(choice, Progress.NONE))
                .file();
    }

    /// The first laptop reads a slip, answers the point by visiting again, and hands in anew.
    Path answered(Path slip, String section, String words) {
        Author author = author(0);
        now = LocalDateTime.of(2017, 3, 12, 9, 0);
        try (Workspace laptop = laptop(0)) {
            var order = new MergeBooks.Order(slip, Optional.empty());
            var merged =
                    new MergeBooks(laptop, author, clock(), Texts.chinese())
                            .merge(List.of(order), Progress.NONE);
            if (merged.books().getFirst().isRefused()) {
                throw new AssertionError(merged.books().toString());
            }
            visit(
                    laptop,
                    met(laptop).get(1),
                    author,
                    json ->
                            json.putArray("returned")
                                    .addObject()
                                    .put("section", section)
                                    .put("answer", words));
            return export(laptop, author, "答复", 0);
        }
    }

    /// Someone opens a workbook in a spreadsheet program, types over cells, and saves it elsewhere.
    static Path typedOver(Path book, String name, Consumer<Workbook> hand) {
        Path to = book.resolveSibling(name);
        try (InputStream in = Files.newInputStream(book);
                Workbook open = WorkbookFactory.create(in);
                OutputStream out = Files.newOutputStream(to)) {
            hand.accept(open);
            open.write(out);
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `row` counts records from 0; `column` is the machine's name in the first row.
    static void type(Workbook book, String sheet, int row, String column, String text) {
        Sheet records = book.getSheet(sheet);
        for (Cell cell : records.getRow(0)) {
            if (new DataFormatter().formatCellValue(cell).equals(column)) {
                Cell there = records.getRow(3 + row).getCell(cell.getColumnIndex());
                there.setBlank();
                there.setCellValue(text);
                return;
            }
        }
        throw new AssertionError("No column " + column + " in " + sheet);
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(var problems) ->
                    throw new AssertionError(
                            problems.stream().map(Texts.chinese()::message).toList());
        };
    }
}
