package zhuhu.workbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private static OpenBook opened(Path book) {
        return switch (BookReader.open(book, Optional.empty(), TEXTS)) {
            case Outcome.Done<OpenBook>(OpenBook open) -> open;
            case Outcome.Failed<OpenBook>(var why) -> throw new AssertionError(why.toString());
        };
    }
}
