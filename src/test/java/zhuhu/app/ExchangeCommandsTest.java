package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;

/// The commands between a township and its villages, end to end, and with arguments that make no
/// sense: each is refused in words, and changes nothing.
class ExchangeCommandsTest extends Filling {

    private static Cli.Ran run(Object... words) {
        var all = new ArrayList<Object>(Arrays.asList(words));
        all.add("--json");
        Cli.Ran ran = Cli.PLAIN.run(all.toArray());
        assertThat(ran.out() + ran.err())
                .as(all.toString())
                .doesNotContain("Exception")
                .doesNotContain("\tat ");
        return ran;
    }

    /// Refused in one document, with something to do next, and nothing of the file changed.
    private Cli.Ran refused(Object... words) {
        String before = dump();
        Cli.Ran ran = run(words);
        String told = Arrays.toString(words) + ran;
        assertThat(ran.status()).as(told).isEqualTo(2);
        assertThat(ran.codes()).as(told).isNotEmpty();
        for (JsonNode problem : ran.json().path("problems")) {
            assertThat(problem.path("message").asText()).as(told).isNotEmpty();
            assertThat(problem.path("next").asText()).as(told).isNotEmpty();
        }
        assertThat(dump()).as(told).isEqualTo(before);
        return ran;
    }

    private Cli.Ran done(Object... words) {
        Cli.Ran ran = run(words);
        assertThat(ran.status()).as(Arrays.toString(words) + ran).isZero();
        return ran;
    }

    private Path exported(String name) {
        Path book = folder.resolve(name);
        done("export", file, "--out", book);
        return book;
    }

    @Test
    void aVisitIsReturnedApprovedAndTakenBack() {
        assertThat(fill(household, answers()).status()).isZero();
        Cli.Ran sent = done("return", file, household, "--comment", "收入请再核");
        JsonNode one = sent.json().path("returned").path(0);
        assertThat(one.fieldNames()).toIterable().contains("visit", "key", "sections");
        JsonNode points = done("return", file, "--list").json().path("points");
        assertThat(points).isNotEmpty();
        assertThat(points.path(0).path("comment").asText()).isEqualTo("收入请再核");
        Cli.Ran left = run("approve", file, household);
        assertThat(left.status()).isEqualTo(2);
        assertThat(left.json().path("leftOut").path(0).path("problems")).isNotEmpty();
        done("return", file, household, "--take-back");
        Cli.Ran approved = run("approve", file, household, "--anyway");
        assertThat(approved.status()).as(approved.toString()).isZero();
        assertThat(approved.json().path("approved")).hasSize(1);
        assertThat(run("approve", file, household, "--anyway").json().path("already")).hasSize(1);
        assertThat(done("approve", file, household, "--take-back").json().path("takenBack"))
                .hasSize(1);
        refused("approve", file, household, "--take-back");
    }

    @Test
    void aWorkbookIsTakenOutAndPutBack() {
        Path book = exported("一村.xlsx");
        file = folder.resolve("town.zhuhu");
        done("new", file, "--pack", "qianxinan-2017", "--training");
        String id =
                done("merge", book, "--into", file)
                        .json()
                        .path("files")
                        .path(0)
                        .path("package")
                        .asText();
        String all = dump();
        JsonNode dry = done("withdraw", file, id, "--dry-run").json();
        assertThat(dry.path("written").asBoolean()).isFalse();
        assertThat(dump()).isEqualTo(all);
        JsonNode out = done("withdraw", file, id, "--reason", "发错了").json();
        assertThat(out.path("package").asText()).isEqualTo(id);
        assertThat(out.path("attestations").asInt())
                .isEqualTo(dry.path("attestations").asInt())
                .isPositive();
        assertThat(dump()).isNotEqualTo(all);
        refused("withdraw", file, id);
        done("withdraw", file, id, "--take-back");
        assertThat(dump()).isEqualTo(all);
        refused("withdraw", file, id, "--take-back");
        assertThat(refused("withdraw", file, "0".repeat(32)).codes())
                .containsExactly("withdrawUnknown");
        refused("withdraw", file, "");
    }

    @Test
    void aRoundIsHandedOutAndTakenIn() throws IOException {
        done("round", file, "--start", "2017-04", "--due", "2017-04-30", "--title", "四月");
        assertThat(done("round", file).json().path("current").asText()).isEqualTo("2017-04");
        JsonNode task =
                done("assign", file, "--out-dir", folder.resolve("任务"))
                        .json()
                        .path("tasks")
                        .path(0);
        Path book = Path.of(task.path("file").asText());
        Path laptop = folder.resolve("laptop.zhuhu");
        JsonNode made = done("new", laptop, "--from", book).json();
        assertThat(made.path("round").asText()).isEqualTo("2017-04");
        assertThat(made.path("households").asInt()).isEqualTo(task.path("households").asInt());
        assertThat(run("update", laptop, "--from", book, "--dry-run").status()).isNotEqualTo(2);
        refused("new", laptop, "--from", book);
        refused("round", file, "--start", "", "--due", "2017-04-30");
        refused("round", file, "--start", "2017-05", "--due", "明天");
        refused("assign", file, "--out-dir", folder.resolve("任务"), "--village", "没有这个村");
        refused("update", file, "--from", "no-such-pack");
        refused("update", file, "--from", Cli.write(folder.resolve("字.xlsx"), "不是表格"));
        refused("update", file, "--from", folder);
        refused("new", folder.resolve("x.zhuhu"), "--from", folder);
        refused("new", folder.resolve("x.zhuhu"), "--from", folder.resolve("没有.xlsx"));
        refused("new", folder.resolve("x.zhuhu"), "--from", half(book));
        assertThat(folder.resolve("x.zhuhu")).doesNotExist();
    }

    @Test
    void pairsAreProposedAndAnswered() {
        JsonNode pairs = done("duplicates", file).json().path("pairs");
        assertThat(pairs.isArray()).isTrue();
        List<String> keys =
                Cli.texts(done("list", file, "--kind", "person").json().path("records"), "key");
        assertThat(keys).hasSizeGreaterThan(1);
        String first = keys.get(0);
        String second = keys.get(1);
        assertThat(done("link", file, first, second, "--not-same").json().path("same").asBoolean())
                .isFalse();
        Cli.Ran same = run("link", file, first, second, "--same");
        assertThat(same.status()).isIn(0, 1);
        assertThat(same.json().path("conflicts").isEmpty()).isEqualTo(same.status() == 0);
        refused("link", file, first, first, "--same");
        refused("link", file, first, "没有这个人", "--same");
        refused("link", file, first, second);
        refused("link", file, first, second, "--same", "--not-same");
        refused("link", file, first, second, "--same", "--take", "third");
    }

    @Test
    void whatMakesNoSenseIsRefusedInWords() throws IOException {
        Path text = Cli.write(folder.resolve("说明.txt"), "这不是工作簿");
        Path none = Files.createDirectory(folder.resolve("空"));
        Path book = exported("一村.xlsx");
        refused("merge", text, "--into", file);
        refused("merge", none, "--into", file);
        refused("merge", folder.resolve("没有.xlsx"), "--into", file);
        refused("merge", half(book), "--into", file);
        refused("merge", Cli.write(folder.resolve("空.xlsx"), ""), "--into", file);
        refused("merge", Cli.rosters().getFirst(), "--into", file);
        refused("merge", book, "--into", file, "--password-file", folder.resolve("无"));
        assertThat(refused("merge", said(book, "format", "2"), "--into", file).codes())
                .containsExactly("bookFormat");
        assertThat(refused("merge", said(book, "pack", "bijie-2018"), "--into", file).codes())
                .containsExactly("mergeOtherPack");
        Path real = folder.resolve("real.zhuhu");
        Path pass = Cli.write(folder.resolve("口令"), "清水镇-2017-口令\n");
        Cli.Ran made = run("new", real, "--pack", "qianxinan-2017", "--passphrase-file", pass);
        assertThat(made.status()).as(made.toString()).isZero();
        assertThat(refused("merge", book, "--into", real, "--passphrase-file", pass).codes())
                .containsExactly("mergeTraining");
        for (String command : List.of("merge", "return", "approve", "withdraw", "link")) {
            Path away = folder.resolve("没有.zhuhu");
            Object[] words =
                    switch (command) {
                        case "merge" -> new Object[] {command, book, "--into", away};
                        case "return" -> new Object[] {command, away, "x", "--comment", "y"};
                        case "link" -> new Object[] {command, away, "x", "y", "--same"};
                        default -> new Object[] {command, away, "x"};
                    };
            refused(words);
            for (int i = 0; i < words.length; i++) {
                words[i] = words[i].equals(away) ? folder : words[i];
            }
            refused(words);
            assertThat(away).doesNotExist();
        }
        refused("return", file, "没有这户", "--comment", "请核");
        refused("return", file, household, "--comment", "");
        refused("return", file);
        refused("approve", file, "没有这户");
        refused("approve", file);
        refused("approve", file, "--where", "not an ( expression");
        refused("withdraw", file, "没有这一册");
        refused("return", file, household, "--comment", "请核", "--at", "昨天");
    }

    @Test
    void aSumFollowsTheIncomeThatWasChangedByHand() throws IOException {
        assertThat(fill(household, answers()).status()).isZero();
        Path book = exported("一村.xlsx");
        var before = new ArrayList<String>();
        Path hand =
                changed(
                        book,
                        "手改.xlsx",
                        b -> {
                            Cell wage = cell(b, "wage_income");
                            before.add(new DataFormatter().formatCellValue(wage));
                            before.add(
                                    new DataFormatter().formatCellValue(cell(b, "total_income")));
                            wage.setBlank();
                            wage.setCellValue(Double.parseDouble(before.getFirst()) + 1000);
                        });
        file = folder.resolve("town.zhuhu");
        done("new", file, "--pack", "qianxinan-2017", "--training");
        Cli.Ran merged = run("merge", hand, "--into", file);
        assertThat(merged.json().path("files").path(0).path("handEdited").asInt())
                .as(merged.toString())
                .isEqualTo(1);
        long wage = Math.round(Double.parseDouble(before.get(0)));
        long total = Math.round(Double.parseDouble(before.get(1)));
        // Reason: the visit itself keeps what it found.
        String register =
                dump().lines()
                        .filter(l -> l.contains("\"kind\":\"household\"") && l.contains("income@"))
                        .findFirst()
                        .orElseThrow();
        assertThat(register)
                .contains("\"wage_income\":" + (wage + 1000) + ",")
                .contains("\"total_income\":" + (total + 1000) + ",");
    }

    private interface Hand {
        void on(Workbook book);
    }

    private Path changed(Path book, String name, Hand hand) throws IOException {
        Path to = folder.resolve(name);
        try (InputStream in = Files.newInputStream(book);
                Workbook open = WorkbookFactory.create(in);
                OutputStream out = Files.newOutputStream(to)) {
            hand.on(open);
            open.write(out);
        }
        return to;
    }

    /// The first cell with a figure in a column of that property.
    private static Cell cell(Workbook book, String property) {
        for (Sheet sheet : book) {
            for (Cell head : sheet.getRow(0)) {
                if (new DataFormatter().formatCellValue(head).endsWith("." + property)) {
                    for (int r = 3; r <= sheet.getLastRowNum(); r++) {
                        Row row = sheet.getRow(r);
                        Cell cell = row == null ? null : row.getCell(head.getColumnIndex());
                        if (cell != null
                                && new DataFormatter().formatCellValue(cell).matches("[0-9.]+")) {
                            return cell;
                        }
                    }
                }
            }
        }
        throw new AssertionError("No value of " + property);
    }

    /// The same workbook, of which the hidden sheet says something else.
    private Path said(Path book, String name, String value) throws IOException {
        return changed(
                book,
                name + ".xlsx",
                b -> {
                    for (Row row : b.getSheet("_package")) {
                        if (new DataFormatter().formatCellValue(row.getCell(0)).equals(name)) {
                            row.getCell(1).setBlank();
                            row.getCell(1).setCellValue(value);
                        }
                    }
                });
    }

    private Path half(Path book) throws IOException {
        byte[] bytes = Files.readAllBytes(book);
        return Files.write(folder.resolve("半个.xlsx"), Arrays.copyOf(bytes, bytes.length / 2));
    }
}
