package zhuhu.workbook.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;

class BookFileTest {

    private static final Texts TEXTS = Texts.chinese();

    @TempDir Path folder;

    @Test
    void stoppingLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("book.xlsx"), "old");
        var stopping =
                new Pace() {
                    @Override
                    public void at(String step, long done, long total) {}

                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                };

        assertThat(codes(save(file, Optional.empty(), stopping))).containsExactly("exportStopped");

        assertThat(file).hasContent("old");
        assertThat(files()).containsExactly(file);
    }

    @Test
    void aMissingFolderIsTold() {
        Path file = folder.resolve("no/such/book.xlsx");

        assertThat(codes(save(file, Optional.empty(), Pace.QUIET)))
                .containsExactly("exportNoFolder");
    }

    @Test
    void aFolderIsNotOverwritten() throws IOException {
        assertThat(codes(save(folder, Optional.empty(), Pace.QUIET)))
                .containsExactly("exportIsFolder");
        assertThat(files()).isEmpty();
    }

    @Test
    void aFullDiskLeavesTheOldFile() throws IOException {
        Path full = Path.of("/dev/full");
        if (!Files.exists(full)) {
            System.out.println("not checked: a full disk (no /dev/full here)");
            return;
        }
        Path file = Files.writeString(folder.resolve("book.xlsx"), "old");
        Files.createSymbolicLink(folder.resolve("book.xlsx.part"), full);

        assertThat(codes(save(file, Optional.empty(), Pace.QUIET)))
                .containsExactly("exportDiskFull");
        assertThat(file).hasContent("old");
        assertThat(files()).containsExactly(file);
    }

    @Test
    void aPasswordEncryptsAllOfIt() throws IOException {
        Path file = folder.resolve("book.xlsx");
        Path plain = folder.resolve("plain.xlsx");

        assertThat(save(file, Optional.of("桐梓坡-2017"), Pace.QUIET))
                .isInstanceOf(Outcome.Done.class);
        assertThat(save(plain, Optional.empty(), Pace.QUIET)).isInstanceOf(Outcome.Done.class);

        assertThat(Files.readAllBytes(file)).startsWith(0xD0, 0xCF, 0x11, 0xE0);
        assertThat(WorkbookDump.of(file, "桐梓坡-2017")).isEqualTo(WorkbookDump.of(plain));
    }

    @Test
    void aPostedListHoldsGroupHeadAndNumberOnly() throws IOException {
        Path file = folder.resolve("posted.xlsx");
        var village =
                new PostedSource.Village(
                        "大坪村/新村",
                        List.of(
                                new PostedSource.Household("一组", "赵大山", 4),
                                new PostedSource.Household("=二组", "𠮷永生", 2)));
        var source =
                new PostedSource(
                        "某州 2017 年逐村逐户大走访",
                        "石桥镇",
                        SampleBook.AT,
                        BookHead.Use.WORK,
                        List.of(village));

        assertThat(BookFile.savePosted(file, Optional.empty(), source, TEXTS))
                .isEqualTo(Outcome.done(2L));

        assertThat(WorkbookDump.of(file).lines().filter(l -> !l.startsWith("merged")))
                .containsExactlyElementsOf(
                        Files.readAllLines(
                                Path.of("src/test/resources/golden/workbook/posted.txt"),
                                StandardCharsets.UTF_8));
    }

    private Outcome<WorkbookWriter.Written> save(Path file, Optional<String> password, Pace pace) {
        return BookFile.save(file, password, SampleBook.of(BookHead.Use.WORK), TEXTS, pace);
    }

    private static List<String> codes(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> List.of("done " + done.value());
            case Outcome.Failed<?>(List<Problem> problems) ->
                    problems.stream()
                            .map(p -> {
                                assertThat(TEXTS.message(p) + TEXTS.next(p)).isNotBlank();
                                return p.code();
                            })
                            .toList();
        };
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }
}
