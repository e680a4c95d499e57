package zhuhu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.roster.ImportRosters;
import zhuhu.flow.sample.MakeSample;
import zhuhu.form.CompiledForm;
import zhuhu.pack.PackReader;
import zhuhu.record.RecordId;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// A county adds a question in Excel: it is asked and exported, and no code changes.
class CountyQuestionTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-05T02:00:00Z"), ZoneOffset.UTC);
    private static final Author AUTHOR = new Author("王示范", "清水镇", "", "d1");

    @TempDir Path folder;

    @Test
    void aQuestionAddedInExcelIsAskedAndItsColumnExported() throws IOException {
        MakeSample.Made sample = done(MakeSample.in(folder.resolve("sample"), 1, 3, 5));
        Path sheet = folder.resolve("household_visit.xlsx");
        done(ConvertForm.of(Path.of("forms/qianxinan-2017/household_visit.md"), sheet));
        addQuestion(sheet);
        try (Workspace workspace = workspace(sample)) {
            CompiledForm loaded = done(LoadForm.into(workspace, sheet));
            assertThat(loaded.version()).isEqualTo("2099010101");

            Path answers = sample.answers().getFirst();
            var json = (ObjectNode) new ObjectMapper().readTree(Files.readAllBytes(answers));
            json.put("outcome", "01").put("identification_conclusion", "01").put("bee_hives", 12);
            FillVisit.Filled filled = fill(workspace, answers, json);
            assertThat(filled.stops()).isEmpty();
            assertThat(workspace.section(filled.visit(), "arrival").shown().plain("bee_hives"))
                    .isEqualTo("12");

            Path book = folder.resolve("book.xlsx");
            done(
                    new ExportWorkbook(workspace, AUTHOR, CLOCK, Texts.chinese())
                            .export(ExportWorkbook.Choice.everything(book), Progress.NONE));
            assertThat(column(book, "回访", "arrival.bee_hives")).contains("蜂箱（箱）", "12.0");
        }
    }

    @Test
    void theSameVersionWithOtherContentIsRefusedAndNothingChanges() throws IOException {
        MakeSample.Made sample = done(MakeSample.in(folder.resolve("sample"), 1, 3, 5));
        Path form = folder.resolve("household_visit.md");
        String text = Files.readString(Path.of("forms/qianxinan-2017/household_visit.md"));
        Files.writeString(form, text.replace("走访日期", "走访的日期"));
        try (Workspace workspace = workspace(sample)) {
            String hash = workspace.pack().form("household_visit").orElseThrow().hash();

            assertThat(LoadForm.into(workspace, form)).isInstanceOf(Outcome.Failed.class);
            assertThat(workspace.pack().form("household_visit").orElseThrow().hash())
                    .isEqualTo(hash);
        }
    }

    /// As an office worker would: a row in the survey sheet, and a new version in the settings.
    private static void addQuestion(Path file) throws IOException {
        try (var in = new FileInputStream(file.toFile());
                Workbook book = WorkbookFactory.create(in)) {
            Sheet survey = book.getSheet("survey");
            int at = row(survey, "visitors");
            survey.shiftRows(at + 1, survey.getLastRowNum(), 1);
            Row added = survey.createRow(at + 1);
            added.createCell(column(survey, "type")).setCellValue("integer");
            added.createCell(column(survey, "name")).setCellValue("bee_hives");
            added.createCell(column(survey, "label")).setCellValue("蜂箱（箱）");
            Sheet settings = book.getSheet("settings");
            settings.getRow(1).getCell(column(settings, "version")).setCellValue("2099010101");
            try (var out = new FileOutputStream(file.toFile())) {
                book.write(out);
            }
        }
    }

    private static int row(Sheet sheet, String name) {
        int column = column(sheet, "name");
        for (Row row : sheet) {
            Cell cell = row.getCell(column);
            if (cell != null && cell.toString().equals(name)) {
                return row.getRowNum();
            }
        }
        throw new AssertionError(name);
    }

    private static int column(Sheet sheet, String heading) {
        for (Cell cell : sheet.getRow(0)) {
            if (cell.toString().equals(heading)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError(heading);
    }

    private static List<String> column(Path file, String sheetName, String hiddenName)
            throws IOException {
        try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
            Sheet sheet = book.getSheet(sheetName);
            int column = column(sheet, hiddenName);
            var cells = new ArrayList<String>();
            for (Row row : sheet) {
                Cell cell = row.getCell(column);
                cells.add(cell == null ? "" : cell.toString());
            }
            return cells;
        }
    }

    private FillVisit.Filled fill(Workspace workspace, Path answers, ObjectNode json) {
        String key = answers.getFileName().toString().replace(".json", "");
        RecordId subject = done(new FindRecord(workspace).subject(key));
        try (Visit visit =
                done(
                        Visit.open(
                                workspace,
                                subject,
                                "2017-03",
                                AUTHOR,
                                () -> LocalDateTime.now(CLOCK),
                                Visit.Keep.AT_THE_END))) {
            return done(FillVisit.of(workspace, visit, json, false));
        }
    }

    private Workspace workspace(MakeSample.Made sample) {
        var pack = done(PackReader.read("qianxinan-2017"));
        Passphrase passphrase = Passphrase.of("training").orElseThrow();
        Workspace workspace =
                done(Workspaces.create(folder.resolve("w.zhuhu"), passphrase, pack, true));
        var rosters = ImportRosters.Request.of(sample.rosters().toArray(Path[]::new));
        done(new ImportRosters(workspace, AUTHOR, CLOCK).run(rosters, Progress.NONE));
        return workspace;
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
