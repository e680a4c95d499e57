package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands that read and write files beside the workspace: forms, rosters, workbooks, samples.
class FilesTest {

    private static final Path FORM = Path.of("forms/register/pairing.md");

    @TempDir Path folder;

    private Path broken() {
        return Cli.write(
                folder.resolve("broken.md"),
                "| survey | | |\n| | type | name |\n| | riddle | x |\n");
    }

    @Test
    void oneFormGoesToStandardOutput() {
        Cli.Ran ran = Cli.PLAIN.run("form", "compile", FORM);

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).startsWith("<?xml").contains("<h:html").endsWith("</h:html>\n");
    }

    @Test
    void formsAreCompiledPastARefusedOne() {
        Path out = folder.resolve("out");

        Cli.Ran some = Cli.PLAIN.run("form", "compile", broken(), FORM, "--out-dir", out, "--json");

        assertThat(some.status()).isEqualTo(1);
        JsonNode refused = some.json().at("/forms/0");
        assertThat(refused.path("out").isNull()).isTrue();
        assertThat(Cli.texts(refused.path("problems"), "code")).contains("formTypeUnknown");
        assertThat(refused.at("/problems/0/row").asInt()).isPositive();
        JsonNode done = some.json().at("/forms/1");
        assertThat(done.path("id").asText()).isEqualTo("pairing");
        assertThat(done.path("problems")).isEmpty();
        assertThat(Path.of(done.path("out").asText())).exists();
    }

    @Test
    void whereEveryFormIsRefusedNothingIsDone() {
        Path out = folder.resolve("out.xml");

        Cli.Ran ran = Cli.PLAIN.run("form", "compile", broken(), "-o", out, "--json");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.json().path("forms")).hasSize(1);
        assertThat(ran.codes()).contains("formTypeUnknown");
        assertThat(out).doesNotExist();
        assertThat(Cli.PLAIN.run("form", "compile", folder.resolve("no.md"), "--json").codes())
                .containsExactly("formFileMissing");
    }

    @Test
    void severalFormsNeedAFolder() {
        assertThat(Cli.PLAIN.run("form", "compile", FORM, broken(), "--json").codes())
                .containsExactly("formOutMissing");
        assertThat(
                        Cli.PLAIN
                                .run("form", "compile", FORM, "-o", "a", "--out-dir", "b", "--json")
                                .codes())
                .containsExactly("formOutTwice");
    }

    @Test
    void aFormGoesToAWorkbookAndBackUnchanged() throws IOException {
        Path book = folder.resolve("form.xlsx");
        Path back = folder.resolve("back.md");

        assertThat(Cli.PLAIN.run("form", "convert", FORM, book, "--json").status()).isZero();
        assertThat(Cli.PLAIN.run("form", "convert", book, back).status()).isZero();

        assertThat(Cli.PLAIN.run("form", "compile", back).out())
                .isEqualTo(Cli.PLAIN.run("form", "compile", FORM).out());
        assertThat(
                        Cli.PLAIN
                                .run("form", "convert", FORM, folder.resolve("a.doc"), "--json")
                                .codes())
                .containsExactly("formFileEnding");
    }

    @Test
    void aQuestionAddedByTheCountyIsAskedAndOnlyUnderANewVersion() throws IOException {
        Path file = Cli.workspace(folder);
        String text = Files.readString(Path.of("forms/qianxinan-2017/household_visit.md"));
        String more =
                text.replaceFirst(
                        "(?m)^(\\| \\| text \\| visitors .*)$",
                        "$1\n| | text | dog_name | 狗叫什么 | | | | | | | | | | | | |");
        Path same = Cli.write(folder.resolve("same.md"), more);
        Path newer =
                Cli.write(folder.resolve("newer.md"), more.replace("2017030102", "2017030201"));
        Path visit = Cli.answers("01");

        assertThat(Cli.PLAIN.run("form", "load", same, "--into", file, "--json").codes())
                .containsExactly("packFormVersionSame");
        assertThat(Cli.PLAIN.run("form", "load", broken(), "--into", file, "--json").status())
                .isEqualTo(2);
        assertThat(
                        Cli.PLAIN
                                .run("form", "load", newer, "--into", file, "--json")
                                .json()
                                .path("version")
                                .asText())
                .isEqualTo("2017030201");

        var answers = (com.fasterxml.jackson.databind.node.ObjectNode) Cli.read(visit);
        answers.put("dog_name", "旺财");
        Path said = Cli.write(folder.resolve("said.json"), answers.toString());
        Cli.Ran filled =
                Cli.PLAIN.run(
                        "fill",
                        file,
                        "--form",
                        "household_visit",
                        "--record",
                        Cli.key(visit),
                        "--answers",
                        said,
                        "--at",
                        "2017-03-05T10:00",
                        "--json");
        assertThat(filled.status()).as(filled.out()).isZero();
        assertThat(
                        Cli.PLAIN
                                .run("show", file, filled.json().path("visit").asText(), "--json")
                                .json()
                                .at("/sections/arrival/values/dog_name")
                                .asText())
                .isEqualTo("旺财");
    }

    @Test
    void aRosterAgainChangesNothingAndEveryRowIsCounted() {
        Path file = Cli.workspace(folder);
        String before = Cli.PLAIN.run("dump", file).out();

        JsonNode roster =
                Cli.PLAIN
                        .run("import", Cli.rosters().getFirst(), "--into", file, "--json")
                        .json()
                        .at("/files/0");

        assertThat(Cli.PLAIN.run("dump", file).out()).isEqualTo(before);
        assertThat(roster.at("/persons/same").asInt()).isEqualTo(roster.path("rows").asInt());
        assertThat(roster.at("/households/new").asInt()).isZero();
        for (String list : List.of("held", "doubts", "refused", "unknownColumns")) {
            assertThat(roster.path(list).isArray()).as(list).isTrue();
        }
    }

    @Test
    void whatIsNoRosterIsRefused() {
        Path file = Cli.workspace(folder);
        Path text = Cli.write(folder.resolve("roster.xlsx"), "姓名");

        assertThat(Cli.PLAIN.run("import", text, "--into", file, "--json").status()).isEqualTo(2);
        assertThat(
                        Cli.PLAIN
                                .run("import", folder.resolve("no.xlsx"), "--into", file, "--json")
                                .codes())
                .containsExactly("sheetNoFile");
        assertThat(
                        Cli.PLAIN
                                .run("import", text, "--into", file, "--date", "soon", "--json")
                                .codes())
                .containsExactly("timeShape");
    }

    @Test
    void aWorkbookIsWrittenAndFoundWhole() throws IOException {
        Path file = Cli.workspace(folder);
        Path book = folder.resolve("book.xlsx");
        Path visit = Cli.answers("01");
        Cli.PLAIN.run(
                "fill",
                file,
                "--form",
                "household_visit",
                "--record",
                Cli.key(visit),
                "--answers",
                visit,
                "--at",
                "2017-03-05T10:00");

        Cli.Ran written = Cli.PLAIN.run("export", file, "--out", book, "--json");
        assertThat(written.status()).as(written.err()).isZero();
        Path renamed = Files.copy(book, folder.resolve("book.dat"));

        for (Path each : List.of(book, renamed)) {
            Cli.Ran ran = Cli.PLAIN.run("verify", each, "--json");
            assertThat(ran.status()).as(ran.out()).isZero();
            assertThat(ran.json().path("ok").asBoolean()).isTrue();
        }
        assertThat(Cli.PLAIN.run("verify", folder.resolve("no.xlsx"), "--json").status())
                .isEqualTo(2);
        assertThat(
                        Cli.PLAIN
                                .run("export", file, "--village", "亚特兰", "--out", book, "--json")
                                .status())
                .isEqualTo(2);
    }

    @Test
    void theSameSeedInventsTheSameTownship() throws IOException {
        Path again = folder.resolve("again");
        Cli.PLAIN.run("sample", again, "--villages", 1, "--households", 4, "--seed", 5);

        assertThat(Files.readString(again.resolve("expected.json")))
                .isEqualTo(Files.readString(Cli.sample().resolve("expected.json")));
        assertThat(Cli.PLAIN.run("sample", again, "--json").codes())
                .containsExactly("sampleFolderUsed");
    }
}
