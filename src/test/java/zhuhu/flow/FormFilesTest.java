package zhuhu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;

class FormFilesTest {

    private static final String GOOD =
            """
            | settings |
            | | form_id | version |
            | | visit | 2 |
            | survey |
            | | type | name | label |
            | | text | a | 甲 |
            """;

    @TempDir Path folder;
    private Path good;
    private Path bad;

    @BeforeEach
    void writeForms() throws IOException {
        good = Files.writeString(folder.resolve("good.md"), GOOD);
        bad = Files.writeString(folder.resolve("bad.md"), GOOD.replace("text", "txet"));
    }

    @Test
    void compilingGoesOnPastARefusedForm() {
        var target = new CompileForms.Target(Optional.empty(), Optional.of(folder.resolve("out")));
        List<CompileForms.Result> results =
                CompileForms.of(List.of(bad, good), target, Optional.empty());

        assertThat(results).extracting(CompileForms.Result::isRefused).containsExactly(true, false);
        assertThat(results.get(0).problems().getFirst().code()).isEqualTo("formTypeUnknown");
        assertThat(results.get(1).id()).contains("visit");
        assertThat(results.get(1).version()).contains("2");
        assertThat(folder.resolve("out")).isDirectoryContaining("glob:**/good.xml");
        assertThat(folder.resolve("out/bad.xml")).doesNotExist();
        assertThat(folder.resolve("out/good.xml")).hasContent(results.get(1).xform());
    }

    @Test
    void nameIsTheRootAndTheIdOfAFormWithoutOne() throws IOException {
        String text = GOOD.substring(GOOD.indexOf("| survey |"));
        Path plain = Files.writeString(folder.resolve("plain.md"), text);
        var nowhere = new CompileForms.Target(Optional.empty(), Optional.empty());
        var result = CompileForms.of(List.of(plain), nowhere, Optional.of("household")).getFirst();

        assertThat(result.id()).contains("household");
        assertThat(result.version()).contains("");
        assertThat(result.out()).isEmpty();
        assertThat(result.xform()).contains("<household id=\"household\">");
        assertThat(CompileForms.of(List.of(plain), nowhere, Optional.empty()).getFirst().id())
                .contains("data");
    }

    @Test
    void twoFormsNeverBecomeOneFile() throws IOException {
        Path twin = Files.createDirectories(folder.resolve("b")).resolve("good.md");
        Files.copy(good, twin);
        var target = new CompileForms.Target(Optional.empty(), Optional.of(folder.resolve("out")));
        var results = CompileForms.of(List.of(good, twin), target, Optional.empty());
        assertThat(results).extracting(CompileForms.Result::isRefused).containsExactly(false, true);
    }

    @Test
    void markdownAndWorkbookConvertBothWays() throws IOException {
        Path book = folder.resolve("good.xlsx");
        Path again = folder.resolve("again.md");
        assertThat(ConvertForm.of(good, book)).isEqualTo(Outcome.done(book));
        assertThat(ConvertForm.of(book, again)).isEqualTo(Outcome.done(again));

        var nowhere = new CompileForms.Target(Optional.empty(), Optional.empty());
        assertThat(CompileForms.of(List.of(good, book, again), nowhere, Optional.empty()))
                .extracting(CompileForms.Result::xform)
                .doesNotContain("")
                .containsOnly(
                        CompileForms.of(List.of(good), nowhere, Optional.empty())
                                .getFirst()
                                .xform());
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void wrongEndingsMissingFilesAndOtherEncodingsAreToldApart() throws IOException {
        Path latin =
                Files.write(folder.resolve("gbk.md"), new byte[] {'|', (byte) 0xB1, (byte) 0xED});
        Path odd = Files.writeString(folder.resolve("form.csv"), GOOD);
        assertThat(code(FormFiles.read(folder.resolve("none.md")))).isEqualTo("formFileMissing");
        assertThat(code(FormFiles.read(latin))).isEqualTo("formFileNotUtf8");
        assertThat(code(FormFiles.read(odd))).isEqualTo("formFileEnding");
        assertThat(code(ConvertForm.of(good, folder.resolve("x.pdf")))).isEqualTo("formFileEnding");
    }

    @Test
    void aFileThatCannotBeWrittenIsLeftAsItWas() throws IOException {
        Path taken = folder.resolve("taken.xml");
        Files.createDirectories(taken.resolve("inside"));
        var target = new CompileForms.Target(Optional.of(taken), Optional.empty());
        var result = CompileForms.of(List.of(good), target, Optional.empty()).getFirst();
        assertThat(result.problems().getFirst().code()).isEqualTo("formFileUnwritable");
        assertThat(taken).isDirectory();
    }

    private static String code(Outcome<?> outcome) {
        return outcome instanceof Outcome.Failed<?>(var problems)
                ? problems.getFirst().code()
                : "done";
    }
}
