package zhuhu.workbook.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;

class WorkbookWriterTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/workbook");

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void theSampleIsWrittenAsItsGoldenDumpSays(BookHead.Use use) throws IOException {
        String dump = WorkbookDump.of(written(use));
        Path golden = GOLDEN.resolve("sample-" + use.name().toLowerCase(Locale.ROOT) + ".txt");
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, dump);
        }
        assertThat(dump.lines()).containsExactlyElementsOf(Files.readAllLines(golden));
    }

    @Test
    void theSameFactsGiveTheSameBytes() throws IOException {
        assertThat(Files.readAllBytes(written(BookHead.Use.WORK)))
                .isEqualTo(Files.readAllBytes(written(BookHead.Use.WORK)));
    }

    @Test
    void noSheetClaimsASizeAndNoneHoldsAFormula() throws IOException {
        try (var zip = new ZipFile(written(BookHead.Use.WORK).toFile())) {
            var parts =
                    zip.stream()
                            .filter(e -> e.getName().startsWith("xl/worksheets/sheet"))
                            .toList();
            assertThat(parts).hasSize(11);
            for (var part : parts) {
                String xml =
                        new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
                assertThat(xml).doesNotContain("<dimension", "<f>");
            }
        }
    }

    private Path written(BookHead.Use use) {
        Path file = folder.resolve("book.xlsx");
        assertThat(
                        BookFile.save(
                                file,
                                Optional.empty(),
                                SampleBook.of(use),
                                Texts.chinese(),
                                Pace.QUIET))
                .isInstanceOf(Outcome.Done.class);
        return file;
    }
}
