package zhuhu.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.form.CompiledForm;
import zhuhu.form.FormCompiler;
import zhuhu.form.FormSheets;
import zhuhu.form.MarkdownForm;

class FormBookTest {

    @TempDir Path folder;

    static List<Path> forms() throws IOException {
        try (Stream<Path> cases = Files.list(Path.of("src/test/resources/golden/form"))) {
            return cases.map(c -> c.resolve("form.md"))
                    .filter(f -> !f.toString().contains("refused-table"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void workbookHoldsTheSameFormAsMarkdown(Path form) throws IOException {
        FormSheets markdown = sheets(MarkdownForm.read("form", Files.readString(form)));
        Path file = folder.resolve("form.xlsx");
        Files.write(file, FormBook.write(markdown));
        FormSheets book = sheets(FormBook.read(file));

        assertThat(book.sheets()).isEqualTo(markdown.sheets());
        assertThat(MarkdownForm.write(book)).isEqualTo(MarkdownForm.write(markdown));
        assertThat(told(book)).isEqualTo(told(markdown));
    }

    @Test
    void numberCellsAreReadAsPeopleSeeThem() throws IOException {
        Path file = folder.resolve("typed.xlsx");
        try (var book = new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            var sheet = book.createSheet("choices");
            var row = sheet.createRow(2);
            row.createCell(0).setCellValue(1.0);
            row.createCell(1).setCellValue(2.5);
            row.createCell(3).setCellValue(true);
            row.createCell(4).setCellFormula("1+1");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            book.write(out);
        }
        assertThat(sheets(FormBook.read(file)).sheets())
                .containsExactly(
                        new FormSheets.Sheet(
                                "choices",
                                List.of(
                                        List.of(),
                                        List.of(),
                                        List.of("1", "2.5", "", "TRUE", "2"))));
    }

    @Test
    void aFileThatIsNoWorkbookIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("form.xlsx"), "| survey |");
        assertThat(FormBook.read(file)).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void headerStaysInSightAndCellsAreText() throws IOException {
        Path file = folder.resolve("form.xlsx");
        var sheet =
                new FormSheets.Sheet(
                        "survey", List.of(List.of("type", "name"), List.of("text", "=a")));
        Files.write(file, FormBook.write(new FormSheets("f", List.of(sheet))));
        try (var book = new XSSFWorkbook(Files.newInputStream(file))) {
            var survey = book.getSheet("survey");
            assertThat(survey.getPaneInformation().getHorizontalSplitPosition())
                    .isEqualTo((short) 1);
            assertThat(survey.getRow(1).getCell(1).getStringCellValue()).isEqualTo("=a");
            assertThat(survey.getRow(1).getCell(1).getCellStyle().getDataFormatString())
                    .isEqualTo("@");
        }
    }

    private static String told(FormSheets sheets) {
        return switch (FormCompiler.compile(sheets, Optional.empty())) {
            case Outcome.Done<CompiledForm>(CompiledForm form) -> form.hash();
            case Outcome.Failed<CompiledForm>(List<Problem> problems) ->
                    problems.stream()
                            .filter(p -> !String.valueOf(p.place()).contains("form"))
                            .toList()
                            .toString();
        };
    }

    private static FormSheets sheets(Outcome<FormSheets> outcome) {
        return switch (outcome) {
            case Outcome.Done<FormSheets>(FormSheets sheets) -> sheets;
            case Outcome.Failed<FormSheets>(List<Problem> problems) ->
                    throw new AssertionError(problems);
        };
    }
}
