package zhuhu.workbook.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.junit.jupiter.api.Test;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.record.Canonical;
import zhuhu.record.FactId;
import zhuhu.record.Revision;
import zhuhu.workbook.export.BaseCell;

/// The vectors in `docs/workbook-format.md` are what reading the golden workbooks gives.
class ReadingVectorsTest {

    private static final Path DOCUMENT = Path.of("docs/workbook-format.md");
    private static final String HOUSEHOLD = "9901010001";

    @Test
    void theDocumentShowsTheBaseOfARow() throws IOException {
        assertThat(Files.readString(DOCUMENT)).contains(base(row("edited.xlsx")));
    }

    @Test
    void theDocumentShowsTheRevisionThatAHandEditMakes() throws IOException {
        Edit edit = edit();
        Revision made = Revision.of(edit.record(), edit.section(), edit.rests(), edit.after());

        assertThat(Files.readString(DOCUMENT))
                .contains(
                        "`" + Canonical.json(edit.before()) + "`",
                        "`" + edit.rests().first().hex() + "`",
                        "`" + Canonical.json(edit.after()) + "`",
                        "`" + made.id().hex() + "`");
    }

    @Test
    void aLostSectionStatedAnewHasTheVeryIdOfItsHead() throws IOException {
        int again = 0;
        for (Lost lost : lost()) {
            if (lost.whole() == Lost.Whole.ALL && lost.heads().getFirst().rests().isEmpty()) {
                BaseCell.Head head = lost.heads().getFirst();
                Revision made =
                        Revision.of(
                                SixHouseholds.book().label(record()).orElseThrow().record(),
                                lost.section(),
                                new TreeSet<FactId>(),
                                lost.values());
                assertThat(BaseCell.shorten(made.id())).isEqualTo(head.head());
                again++;
            }
        }
        assertThat(again).isGreaterThanOrEqualTo(4);
    }

    private static String record() throws IOException {
        return BaseCell.parse(base(row("edited.xlsx"))).record();
    }

    private static Row row(String book) throws IOException {
        try (Workbook sheets = GoldenMergeTest.opened(GoldenMergeTest.GOLDEN.resolve(book))) {
            Sheet sheet = sheets.getSheet("户");
            int number = Damages.column(sheet, "number.household_no");
            for (Row row : sheet) {
                if (row.getCell(number).toString().equals(HOUSEHOLD)) {
                    return row;
                }
            }
            throw new AssertionError(HOUSEHOLD);
        }
    }

    private static String base(Row row) {
        return row.getCell(1).getStringCellValue();
    }

    private static Edit edit() throws IOException {
        var edits = new ArrayList<Edit>();
        words("edited.xlsx").stream()
                .filter(RowWord.Edited.class::isInstance)
                .map(RowWord.Edited.class::cast)
                .forEach(word -> edits.addAll(word.edits()));
        return edits.stream().filter(e -> e.section().equals("contact")).findFirst().orElseThrow();
    }

    private static List<Lost> lost() throws IOException {
        String record = record();
        return words("hidden-sheets-lost.xlsx").stream()
                .filter(RowWord.Bare.class::isInstance)
                .map(RowWord.Bare.class::cast)
                .filter(w -> w.record().map(r -> r.text().equals(record)).orElse(false))
                .flatMap(w -> w.sections().values().stream())
                .toList();
    }

    private static List<RowWord> words(String book) throws IOException {
        Texts texts = Texts.chinese();
        var words = new ArrayList<RowWord>();
        if (BookReader.open(GoldenMergeTest.GOLDEN.resolve(book), Optional.empty(), texts)
                instanceof Outcome.Done<OpenBook>(OpenBook open)) {
            try (open) {
                assertThat(open.rows(SixHouseholds.terms(texts), words::add))
                        .isInstanceOf(Outcome.Done.class);
            }
        }
        return words;
    }
}
