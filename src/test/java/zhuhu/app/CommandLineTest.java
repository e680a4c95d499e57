package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/// How a command line is read, whatever the command.
class CommandLineTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    foo --json,                                  commandUnknown
                    list --json,                                 argumentMissing
                    list x.zhuhu --json --fnd y,                 optionUnknown
                    list x.zhuhu y.zhuhu --json,                 argumentTooMany
                    list x.zhuhu --json --state,                 argumentMissing
                    list x.zhuhu --json --find a --find b,       argumentTwice
                    list x.zhuhu --json --kind village --kind q, argumentTwice
                    list x.zhuhu --json --kind nothing,          kindUnknown
                    list x.zhuhu --json --state nowhere,         stateUnknown
                    list x.zhuhu --json,                         storeMissing
                    show x.zhuhu --json,                         argumentMissing
                    fill x.zhuhu --json,                         argumentMissing
                    import r.xlsx --json,                        argumentMissing
                    sample d --json --seed many,                 argumentShape
                    sample d --json --villages 0,                sampleSize
                    new x.zhuhu --json,                          packMissing
                    form --json,                                 commandNone
                    form explode --json,                         commandUnknown
                    """)
    void aWrongCommandLineIsRefusedInWordsOfOurOwn(String line, String code) {
        Cli.Ran ran = Cli.PLAIN.run((Object[]) line.split(" ", -1));

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.codes()).containsExactly(code);
        JsonNode problem = ran.json().path("problems").path(0);
        assertThat(problem.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("sheet", "row", "column", "code", "message", "next");
        assertThat(problem.path("message").asText() + problem.path("next").asText())
                .doesNotContain("Unknown", "Missing", "Invalid", "should be", "Usage")
                .matches("(?s).*\\p{IsHan}.*");
        assertThat(ran.err()).contains(problem.path("message").asText());
    }

    @Test
    void withoutJsonStandardOutputStaysEmptyOnRefusal() {
        Cli.Ran ran = Cli.PLAIN.run("list", folder.resolve("none.zhuhu"));

        assertThat(ran).extracting(Cli.Ran::status, Cli.Ran::out).containsExactly(2, "");
        assertThat(ran.err()).contains("没有找到文件");
    }

    @Test
    void aNameThatBeginsWithAtIsAName() {
        Cli.write(folder.resolve("words"), "--json");

        Cli.Ran ran = Cli.PLAIN.run("list", "@" + folder.resolve("words"), "--json");

        assertThat(ran.codes()).containsExactly("storeMissing");
    }

    @Test
    void helpNamesEveryCommandInOneLine() {
        Cli.Ran ran = Cli.PLAIN.run("--help");

        assertThat(ran.status()).isZero();
        for (String name : root().getSubcommands().keySet()) {
            assertThat(ran.lines()).anyMatch(l -> l.matches(" +" + name + " +.*\\p{IsHan}.*"));
        }
    }

    @Test
    void everyCommandOptionAndWordIsExplained() {
        explained(root());
    }

    private static void explained(CommandLine line) {
        var spec = line.getCommandSpec();
        assertThat(spec.usageMessage().description()).as(spec.name()).isNotEmpty();
        spec.args().forEach(arg -> assertThat(arg.description()).as(arg.toString()).isNotEmpty());
        line.getSubcommands().values().forEach(CommandLineTest::explained);
    }

    private static CommandLine root() {
        var nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return new CommandRoot(nowhere, nowhere, Map.of()).commandLine();
    }

    @Test
    void theVersionIsThatOfTheBuild() throws IOException {
        String version = Cli.PLAIN.run("--version").out().strip().replaceFirst(".* ", "");

        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<artifactId>zhuhu</artifactId>\n  <version>" + version + "</version>");
    }

    @Test
    void aPassphraseComesFromAFileOrTheEnvironmentAlone() {
        Path file = folder.resolve("a.zhuhu");
        Path secret = Cli.write(folder.resolve("secret"), "correct horse é\n");
        var decomposed = new Cli(Map.of("ZHUHU_PASSPHRASE", "correct horse e\u0301"));

        assertThat(make(Cli.PLAIN, file).codes()).containsExactly("passphraseMissing");
        assertThat(make(new Cli(Map.of("ZHUHU_PASSPHRASE", "seven 7")), file).codes())
                .containsExactly("passphraseShort");
        assertThat(make(new Cli(Map.of("ZHUHU_PASSPHRASE", "")), file).codes())
                .containsExactly("passphraseMissing");
        assertThat(file).doesNotExist();

        assertThat(make(Cli.PLAIN, file, "--passphrase-file", secret).status()).isZero();
        assertThat(decomposed.run("list", file, "--json").status()).isZero();
        assertThat(new Cli(Map.of("ZHUHU_PASSPHRASE", "another one")).run("list", file).status())
                .isEqualTo(2);
    }

    @Test
    void withoutAPassphraseARealFileSaysThatItIsMissing() {
        Path file = folder.resolve("a.zhuhu");
        var real = new Cli(Map.of("ZHUHU_PASSPHRASE", "correct horse"));
        make(real, file);

        assertThat(Cli.PLAIN.run("list", file, "--json").codes())
                .containsExactly("passphraseMissing");
        assertThat(Cli.PLAIN.run("list", file, "--json", "--passphrase-file", folder).codes())
                .containsExactly("passphraseFile");
    }

    private static Cli.Ran make(Cli cli, Path file, Object... more) {
        var words =
                new java.util.ArrayList<Object>(
                        java.util.List.of("new", file, "--pack", "qianxinan-2017", "--json"));
        words.addAll(java.util.List.of(more));
        return cli.run(words.toArray());
    }

    @Test
    void aNewFileNeverTakesTheOneThatIsThere() throws IOException {
        Path file = Cli.write(folder.resolve("a.zhuhu"), "mine");

        Cli.Ran ran = make(Cli.PLAIN, file, "--training");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.codes()).containsExactly("storeExists");
        assertThat(Files.readString(file)).isEqualTo("mine");
    }

    @Test
    void anUnknownPackIsRefusedAndLeavesNoFile() {
        Path file = folder.resolve("a.zhuhu");

        Cli.Ran ran = Cli.PLAIN.run("new", file, "--pack", "atlantis", "--training", "--json");

        assertThat(ran.codes()).containsExactly("packNoSuch");
        assertThat(file).doesNotExist();
    }

    @Test
    void whatNobodyExpectedIsToldWithACodeThatStays() {
        String first = outOfOrder("first");

        assertThat(first).containsPattern("程序出错（代码 [0-9a-f]{6}，").contains("\tat zhuhu.app.");
        assertThat(code(outOfOrder("again"))).isEqualTo(code(first));
    }

    /// Standard error of a command whose standard output breaks in the middle.
    private String outOfOrder(String into) {
        var err = new ByteArrayOutputStream();
        var broken =
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8) {
                    @Override
                    public void println(Object line) {
                        throw new IllegalStateException("no paper");
                    }

                    @Override
                    public void println(String line) {
                        throw new IllegalStateException("no paper");
                    }
                };
        int status =
                new CommandRoot(
                                broken,
                                new PrintStream(err, true, StandardCharsets.UTF_8),
                                Map.of())
                        .run("sample", folder.resolve(into).toString(), "--villages", "1");
        assertThat(status).isEqualTo(2);
        return err.toString(StandardCharsets.UTF_8);
    }

    private static String code(String said) {
        return said.replaceAll("(?s).*代码 ([0-9a-f]{6}).*", "$1");
    }

    @Test
    void aFolderATextAndAHalfFileAreNoWorkspaces() throws IOException {
        Path text = Cli.write(folder.resolve("text.zhuhu"), "村,户\n".repeat(2000));
        Path half = folder.resolve("half.zhuhu");
        Files.write(half, java.util.Arrays.copyOf(Files.readAllBytes(Cli.workspace(folder)), 5000));

        for (String command : java.util.List.of("list", "dump", "verify", "rebuild")) {
            assertThat(Cli.PLAIN.run(command, folder, "--json").codes())
                    .containsExactly("storeNotWorkspace");
            assertThat(Cli.PLAIN.run(command, text, "--json").codes())
                    .containsExactly("storeNotWorkspace");
            assertThat(Cli.PLAIN.run(command, half, "--json").status()).isEqualTo(2);
        }
        assertThat(Cli.PLAIN.run("verify", half, "--json").json().path("ok").asBoolean(true))
                .isFalse();
    }
}
