package zhuhu.workbook.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Texts;

/// Other programs read in a workbook what we say stands in it. Each runs where it is found.
class OtherProgramsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/workbook");
    private static final Pattern ESCAPE = Pattern.compile("_x005F_");

    /// Sheet, cell and value of every cell that has one, as [WorkbookDump] writes them.
    private static final String PYTHON =
            """
            import sys, openpyxl
            book = openpyxl.load_workbook(sys.argv[1])
            out = []
            for sheet in book:
                out.append('# ' + sheet.title)
                for row in sheet.iter_rows():
                    for cell in row:
                        value = cell.value
                        if isinstance(value, str):
                            size = len(value.encode('utf-16-le')) // 2
                            value = value.replace('\\\\', '\\\\\\\\').replace('\\n', '\\\\n')
                            if len(value.encode('utf-16-le')) // 2 > 200:
                                value = value.encode('utf-16-le')[:400].decode('utf-16-le', 'ignore') + ' ...(%d)' % size
                            out.append(cell.coordinate + ' text ' + value)
                        elif value is not None:
                            out.append(cell.coordinate + ' number ' + str(value))
            sys.stdout.buffer.write('\\n'.join(out).encode('utf-8'))
            """;

    @TempDir Path folder;
    private Path book = Path.of("");

    @BeforeEach
    void write() {
        book = folder.resolve("book.xlsx");
        assertThat(
                        BookFile.save(
                                book,
                                Optional.empty(),
                                SampleBook.of(BookHead.Use.WORK),
                                Texts.chinese(),
                                Pace.QUIET))
                .isNotNull();
    }

    @Test
    void openpyxlReadsTheSameValues() throws IOException, InterruptedException {
        Path python = Path.of("/usr/bin/python3");
        if (!Files.isExecutable(python)
                || run(List.of(python.toString(), "-c", "import openpyxl")).isEmpty()) {
            System.out.println("not checked: openpyxl (not found here)");
            return;
        }
        String read = run(List.of(python.toString(), "-c", PYTHON, book.toString())).orElseThrow();

        assertThat(read.lines().map(l -> ESCAPE.matcher(l).replaceAll("_")).toList())
                .containsExactlyElementsOf(values(book));
    }

    @Test
    void libreOfficeReadsTheSameValues() throws IOException, InterruptedException {
        Path office = Path.of("/usr/bin/soffice");
        if (!Files.isExecutable(office)) {
            System.out.println("not checked: LibreOffice (not found here)");
            return;
        }
        Path saved = Files.createDirectory(folder.resolve("saved"));
        var command =
                List.of(
                        office.toString(),
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "xlsx",
                        "--outdir",
                        saved.toString(),
                        book.toString());
        assertThat(run(command)).isPresent();

        assertThat(values(saved.resolve("book.xlsx"))).containsExactlyElementsOf(values(book));
    }

    @Test
    void whatLibreOfficeOnceSavedReadsTheSame() {
        assertThat(values(GOLDEN.resolve("saved-by-libreoffice.xlsx")))
                .containsExactlyElementsOf(values(book));
    }

    /// Sheets, cells and values, without notes, merges and what is hidden.
    private static List<String> values(Path file) {
        return WorkbookDump.of(file)
                .lines()
                .filter(l -> !l.startsWith("merged ") && !l.startsWith("hidden "))
                .filter(l -> !l.matches("[A-Z]+[0-9]+ note .*"))
                .map(l -> l.startsWith("# ") ? l.replaceFirst(" [a-z_]+$", "") : l)
                .toList();
    }

    /// What the program printed; empty if it is not there or failed.
    private Optional<String> run(List<String> command) throws IOException, InterruptedException {
        Path printed = Files.createTempFile(folder, "out", ".txt");
        var builder = new ProcessBuilder(new ArrayList<>(command));
        builder.redirectOutput(printed.toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return Optional.empty();
        }
        return process.exitValue() == 0
                ? Optional.of(Files.readString(printed, StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
