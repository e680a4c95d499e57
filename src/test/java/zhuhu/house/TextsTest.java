package zhuhu.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Text keys and their use stay together: none missing, none left over.
class TextsTest {

    private static final Path TEXTS = Path.of("src/main/resources/zhuhu/texts.properties");
    private static final Pattern PROBLEM = Pattern.compile("Problem\\s*\\.of\\(\\s*\"(\\w+)\"");
    private static final Pattern TEXT =
            Pattern.compile("[tT]exts(?:\\(\\))?\\s*\\.of\\(\\s*\"([\\w.]+)\"\\s*[,)]");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"");

    /// Keys put together while running: the prefix is written in the code, what follows comes from
    /// a value.
    private static final List<String> PREFIXES =
            List.of(
                    "change.sort.",
                    "change.state.",
                    "change.gone.",
                    "change.sheet.",
                    "change.column.",
                    "report.said.",
                    "report.total.",
                    "report.rows.",
                    "report.national.",
                    "state.",
                    "help.",
                    "level.",
                    "sheet.column.",
                    "act.",
                    "ledger.kind.",
                    "ledger.none.",
                    "ledger.words.",
                    "ledger.sort.",
                    "ledger.level.",
                    "ledger.owner.",
                    "ledger.since.",
                    "ledger.result.",
                    "ledger.to.",
                    "upward.class.",
                    "upward.standing.",
                    "upward.taken.",
                    "upward.merge.next.",
                    "upward.merge.step.",
                    "upward.book.",
                    "upward.waits.");

    @Test
    void everyKeyUsedInCodeHasItsWords() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String source : sources()) {
            for (Matcher found = PROBLEM.matcher(source); found.find(); ) {
                missing.add("problem." + found.group(1));
                missing.add("problem." + found.group(1) + ".next");
            }
            for (Matcher found = TEXT.matcher(source); found.find(); ) {
                missing.add(found.group(1));
            }
        }
        missing.removeAll(texts().stringPropertyNames());
        assertThat(missing).as("add these lines to " + TEXTS).isEmpty();
    }

    @Test
    void everyKeyIsUsedSomewhere() throws IOException {
        Set<String> literals = new TreeSet<>();
        for (String source : sources()) {
            for (Matcher found = LITERAL.matcher(source); found.find(); ) {
                literals.add(found.group(1));
            }
        }
        Set<String> unused =
                texts().stringPropertyNames().stream()
                        .filter(key -> !literals.contains(key) && !literals.contains(bare(key)))
                        .filter(key ->
                                PREFIXES.stream()
                                        .noneMatch(p -> key.startsWith(p) && literals.contains(p)))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unused).as("remove these lines from " + TEXTS).isEmpty();
    }

    @Test
    void everyPatternCanBeFilled() throws IOException {
        Properties texts = texts();
        for (String key : texts.stringPropertyNames()) {
            new MessageFormat(texts.getProperty(key), Locale.ROOT)
                    .format(new Object[] {"a", "b", "c", "d", "e"});
            assertThat(texts.getProperty(key)).as(key).doesNotContain("TODO").isNotBlank();
        }
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        List<String> keys =
                Files.readAllLines(TEXTS).stream()
                        .filter(line -> line.contains("=") && !line.startsWith("#"))
                        .map(line -> line.substring(0, line.indexOf('=')))
                        .toList();
        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void everyProblemSaysWhatToDoNext() throws IOException {
        Set<String> keys = texts().stringPropertyNames();
        assertThat(
                        keys.stream()
                                .filter(k -> k.startsWith("problem.") && !k.endsWith(".next"))
                                .filter(k -> !keys.contains(k + ".next")))
                .isEmpty();
    }

    private static String bare(String key) {
        return key.replaceFirst("^problem\\.", "").replaceFirst("\\.next$", "");
    }

    private static Properties texts() throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(TEXTS)) {
            texts.load(reader);
        }
        return texts;
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(f -> f.toString().endsWith(".java")).map(TextsTest::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
