package zhuhu.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import zhuhu.base.Problem;
import zhuhu.base.Texts;

/// `docs/errors.md` tells of every problem in the words that the program uses. Rewritten by `./test
/// -Dzhuhu.write=true -Dtest=ErrorsDocTest`; what stands between a heading and its table is written
/// by hand and kept.
class ErrorsDocTest {

    private static final Path DOCUMENT = Path.of("docs/errors.md");
    private static final Path TEXTS = Path.of("src/main/resources/zhuhu/texts.properties");
    private static final String CAUSE = "（原因待写）";

    @Test
    void everyProblemStandsThereInItsWordsOfToday() throws IOException {
        String now = Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "# 全部提示\n\n";
        String right = document(now);
        if (Boolean.getBoolean("zhuhu.write")) {
            Files.writeString(DOCUMENT, right);
        } else {
            assertThat(now)
                    .as("rewrite it: ./test -Dzhuhu.write=true -Dtest=ErrorsDocTest")
                    .isEqualTo(right);
        }
    }

    @Test
    void everyRoomSaysWhereItsProblemsComeFrom() throws IOException {
        assertThat(Files.readString(DOCUMENT)).doesNotContain(CAUSE);
    }

    private static String document(String now) {
        String head = now.contains("\n## ") ? now.substring(0, now.indexOf("\n## ") + 1) : now;
        return head
                + tables().entrySet().stream()
                        .map(room -> {
                            String heading = "## " + room.getKey() + "\n\n";
                            return heading + cause(now, heading) + "\n\n" + room.getValue();
                        })
                        .collect(Collectors.joining("\n"));
    }

    /// The hand-written lines under a heading.
    private static String cause(String now, String heading) {
        int from = now.indexOf(heading);
        int to = now.indexOf("\n\n| ", from);
        return from < 0 || to < 0 ? CAUSE : now.substring(from + heading.length(), to);
    }

    /// A table a section of the text file, by its name.
    private static Map<String, String> tables() {
        var tables = new LinkedHashMap<String, String>();
        Texts texts = Texts.chinese();
        String room = "";
        for (String line : lines()) {
            if (line.startsWith("# ---- ")) {
                room = line.substring("# ---- ".length());
            } else if (line.matches("problem\\.\\w+=.*")) {
                String key = line.substring("problem.".length(), line.indexOf('='));
                var problem = Problem.of(key, "{0}", "{1}", "{2}", "{3}", "{4}", "{5}");
                String row =
                        "| `%s` | %s | %s |\n"
                                .formatted(
                                        key,
                                        cell(texts.message(problem)),
                                        cell(texts.next(problem)));
                tables.merge(room, "| 代码 | 提示 | 下一步 |\n|---|---|---|\n" + row, (a, _) -> a + row);
            }
        }
        return tables;
    }

    private static String cell(String words) {
        return words.replace("|", "\\|").replace("\n", " ");
    }

    private static Iterable<String> lines() {
        try {
            return Files.readAllLines(TEXTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
