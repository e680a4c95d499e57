package zhuhu.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import zhuhu.base.Outcome;
import zhuhu.base.Problem;
import zhuhu.base.Texts;

/// Each folder of golden/form holds `form.md` and either the `form.xml` that it becomes or the
/// `problems.txt` that refuse it. With `-Dgolden.write=true` they are written anew, and git shows
/// the difference.
class GoldenFormsTest {

    static final Path GOLDEN = Path.of("src/test/resources/golden/form");
    private static final Texts TEXTS = Texts.chinese();

    static List<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(GOLDEN)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void formBecomesWhatItsFolderSays(Path folder) throws IOException {
        String text = Files.readString(folder.resolve("form.md"));
        Outcome<CompiledForm> outcome =
                MarkdownForm.read("form.md", text)
                        .then(sheets -> FormCompiler.compile(sheets, Optional.empty()));
        switch (outcome) {
            case Outcome.Done<CompiledForm>(CompiledForm form) ->
                    same(folder, "form.xml", "problems.txt", form.xform());
            case Outcome.Failed<CompiledForm>(List<Problem> problems) ->
                    same(folder, "problems.txt", "form.xml", told(problems));
        }
    }

    private static String told(List<Problem> problems) {
        return problems.stream()
                .map(p ->
                        p.place()
                                + " "
                                + p.code()
                                + "\n  "
                                + TEXTS.message(p)
                                + "\n  "
                                + TEXTS.next(p)
                                + "\n")
                .collect(Collectors.joining());
    }

    private static void same(Path folder, String file, String other, String actual) {
        try {
            if (Boolean.getBoolean("golden.write")) {
                Files.deleteIfExists(folder.resolve(other));
                Files.writeString(folder.resolve(file), actual);
            }
            assertThat(folder.resolve(other)).doesNotExist();
            assertThat(actual).isEqualTo(Files.readString(folder.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
