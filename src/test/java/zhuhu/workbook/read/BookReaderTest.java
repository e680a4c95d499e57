package zhuhu.workbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.workbook.export.BookFile;
import zhuhu.workbook.export.BookHead;
import zhuhu.workbook.export.Pace;
import zhuhu.workbook.export.SampleBook;

class BookReaderTest {

    private static final Texts TEXTS = Texts.chinese();

    @TempDir Path folder;
    private Path book = Path.of("");

    @BeforeEach
    void write() {
        book = folder.resolve("book.xlsx");
        var saved =
                BookFile.save(
                        book,
                        Optional.empty(),
                        SampleBook.of(BookHead.Use.WORK),
                        TEXTS,
                        Pace.QUIET);
        assertThat(saved).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aWorkbookJustWrittenSaysNothingNew() throws Exception {
        List<RowWord> words = new ArrayList<>();
        try (OpenBook open = opened(book)) {
            assertThat(open.rows(SampleBook.terms(TEXTS), words::add))
                    .isInstanceOf(Outcome.Done.class);
        }
        assertThat(words)
                .isNotEmpty()
                .allSatisfy(w -> assertThat(w).isInstanceOf(RowWord.Unchanged.class));
        assertThat(words).allSatisfy(w -> assertThat(w.doubts()).isEmpty());
    }

    @Test
    void changedNotesAreToldAndNotTaken() throws IOException {
        List<String> lines =
                damaged(sheets -> {
                    Sheet visits = sheets.getSheet("回访");
                    int column = Damages.column(visits, "note.note_text");
                    for (Row row : visits) {
                        if (row.getRowNum() > 2 && row.getCell(column).toString().length() > 1) {
                            String notes = row.getCell(column).toString();
                            row.removeCell(row.getCell(column));
                            row.createCell(column).setCellValue(notes + "另记");
                        }
                    }
                });

        assertThat(lines)
                .filteredOn(l -> l.startsWith("held"))
                .singleElement()
                .asString()
                .contains("READ_ONLY", "随手记");
    }

    @Test
    void aDeletedHeadIsMissedAndItsRowIsBare() throws IOException {
        List<String> lines =
                damaged(sheets -> {
                    Sheet facts = sheets.getSheet("_revisions");
                    for (int r = 0; r <= facts.getLastRowNum(); r++) {
                        String json = facts.getRow(r).getCell(0).getStringCellValue();
                        if (json.contains("\"section\":\"contact\"")
                                && json.contains("13800000001")) {
                            facts.removeRow(facts.getRow(r));
                            return;
                        }
                    }
                });

        assertThat(lines)
                .anyMatch(l -> l.startsWith("damaged bookCount _package!"))
                .anyMatch(l -> l.startsWith("  lost contact ALL"));
    }

    /// What is read of the six households after somebody's hands.
    private List<String> damaged(Consumer<Workbook> hands) throws IOException {
        ZipSecureFile.setMinInflateRatio(0);
        Path six = GoldenMergeTest.save(SixHouseholds.book(), folder.resolve("six.xlsx"));
        Path out = folder.resolve("damaged.xlsx");
        try (Workbook sheets = GoldenMergeTest.opened(six);
                OutputStream to = Files.newOutputStream(out)) {
            hands.accept(sheets);
            sheets.write(to);
        }
        return Accounting.of(out, Optional.empty(), TEXTS);
    }

    private static OpenBook opened(Path book) {
        return switch (BookReader.open(book, Optional.empty(), TEXTS)) {
            case Outcome.Done<OpenBook>(OpenBook open) -> open;
            case Outcome.Failed<OpenBook>(var why) -> throw new AssertionError(why.toString());
        };
    }
}
