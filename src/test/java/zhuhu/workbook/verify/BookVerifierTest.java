package zhuhu.workbook.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Sha256;
import zhuhu.base.Texts;
import zhuhu.workbook.export.BookFile;
import zhuhu.workbook.export.BookHead;
import zhuhu.workbook.export.Pace;
import zhuhu.workbook.export.SampleBook;

class BookVerifierTest {

    private static final Path LIBREOFFICE =
            Path.of("src/test/resources/golden/workbook/saved-by-libreoffice.xlsx");

    @TempDir Path folder;
    private Path book = Path.of("");

    @BeforeEach
    void write() {
        book = folder.resolve("book.xlsx");
        save(book, Optional.empty());
    }

    @Test
    void aWorkbookJustWrittenIsWhole() {
        assertThat(codes(book)).isEmpty();
    }

    @Test
    void oneThatLibreOfficeSavedIsStillWhole() {
        assertThat(codes(LIBREOFFICE)).isEmpty();
    }

    @Test
    void anEncryptedOneIsWholeWithItsPasswordOnly() {
        save(book, Optional.of("密码-2017"));

        assertThat(codes(BookVerifier.verify(book, Optional.of("密码-2017")))).isEmpty();
        assertThat(codes(BookVerifier.verify(book, Optional.of("密码-2018"))))
                .containsExactly("bookWrongPassword");
        assertThat(codes(book)).containsExactly("bookNeedsPassword");
    }

    @Test
    void aChangedFactIsFoundByItsRow() {
        edit(sheets -> {
            Row row = sheets.getSheet("_revisions").getRow(4);
            String json = row.getCell(0).getStringCellValue();
            put(row, 0, json.replace("\"type\"", "\"Type\""));
        });

        assertThat(problems(book))
                .anySatisfy(p -> {
                    assertThat(p.code()).isEqualTo("bookRowChanged");
                    assertThat(String.valueOf(p.place())).contains("_revisions").contains("5");
                });
    }

    @Test
    void aRemovedFactIsMissedByThoseThatRestOnIt() {
        edit(sheets -> {
            Sheet facts = sheets.getSheet("_revisions");
            for (Row row : facts) {
                String json = row.getCell(0).getStringCellValue();
                if (json.contains("\"cause\"") && json.contains("\"supersedes\":[]")) {
                    facts.removeRow(row);
                    break;
                }
            }
        });

        assertThat(codes(book)).contains("bookCount", "bookContentChanged");
    }

    @Test
    void aForgedFactWithARightRowHashIsUnsound() {
        edit(sheets -> {
            Row row = sheets.getSheet("_revisions").getRow(2);
            String forged =
                    row.getCell(0)
                            .getStringCellValue()
                            .replace("\"values\":{", "\"values\":{\"x\":1,");
            put(row, 0, forged);
            byte[] bytes = forged.getBytes(StandardCharsets.UTF_8);
            put(row, 1, Sha256.hex(bytes).substring(0, 16));
        });

        assertThat(codes(book)).contains("bookFactUnsound", "bookContentChanged");
    }

    @Test
    void aChangedPackageSheetIsFound() {
        edit(sheets -> put(sheets.getSheet("_package").getRow(2), 1, "1"));

        assertThat(codes(book)).containsExactly("bookPackageChanged");
    }

    @Test
    void aNewerFormatIsRefusedWithWords() {
        edit(sheets -> put(sheets.getSheet("_package").getRow(0), 1, "2"));

        assertThat(codes(book)).containsExactly("bookFormat");
    }

    @Test
    void aFileThatOnlyBearsTheTrainingMarkIsNoWorkbookOfOurs() {
        edit(sheets -> {
            Sheet about = sheets.getSheet("_package");
            about.removeRow(about.getRow(0));
        });

        assertThat(codes(book)).containsExactly("bookNoPackage");
    }

    @Test
    void aWorkbookWithoutHiddenSheetsIsTold() {
        edit(sheets -> sheets.removeSheetAt(sheets.getSheetIndex("_package")));

        assertThat(codes(book)).containsExactly("bookNoPackage");
    }

    @Test
    void whatIsNoWorkbookIsTold() throws IOException {
        assertThat(codes(Files.writeString(folder.resolve("a.xlsx"), "hello, not a zip")))
                .containsExactly("bookNoWorkbook");
        byte[] whole = Files.readAllBytes(book);
        Path half = Files.write(book, Arrays.copyOf(whole, whole.length / 2));
        assertThat(codes(half)).containsExactly("bookUnreadable");
    }

    private static void save(Path file, Optional<String> password) {
        assertThat(
                        BookFile.save(
                                file,
                                password,
                                SampleBook.of(BookHead.Use.WORK),
                                Texts.chinese(),
                                Pace.QUIET))
                .isInstanceOf(Outcome.Done.class);
    }

    private void edit(Consumer<Workbook> change) {
        try {
            byte[] changed;
            try (Workbook open =
                            WorkbookFactory.create(
                                    new ByteArrayInputStream(Files.readAllBytes(book)));
                    var out = new ByteArrayOutputStream()) {
                change.accept(open);
                open.write(out);
                changed = out.toByteArray();
            }
            try (OutputStream out = Files.newOutputStream(book)) {
                out.write(changed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Reason: POI leaves the inline text of a cell as it was when a new value is set.
    private static void put(Row row, int column, String text) {
        row.removeCell(row.getCell(column));
        row.createCell(column).setCellValue(text);
    }

    private static List<String> codes(Path file) {
        return codes(BookVerifier.verify(file, Optional.empty()));
    }

    private static List<Problem> problems(Path file) {
        return switch (BookVerifier.verify(file, Optional.empty())) {
            case Outcome.Done<List<Problem>>(List<Problem> found) -> found;
            case Outcome.Failed<List<Problem>>(List<Problem> why) -> why;
        };
    }

    private static List<String> codes(Outcome<List<Problem>> outcome) {
        List<Problem> found =
                switch (outcome) {
                    case Outcome.Done<List<Problem>>(List<Problem> all) -> all;
                    case Outcome.Failed<List<Problem>>(List<Problem> why) -> why;
                };
        Texts texts = Texts.chinese();
        found.forEach(p -> assertThat(texts.message(p) + texts.next(p)).isNotBlank());
        return found.stream().map(Problem::code).toList();
    }
}
