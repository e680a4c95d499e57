package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import zhuhu.base.Sha256;
import zhuhu.base.Texts;
import zhuhu.screen.visit.Family;
import zhuhu.workbook.read.BookReader;
import zhuhu.workbook.read.OpenBook;

/// A township hands up a workbook with its certificate, and another machine checks it.
class CertificateCommandTest extends Filling {

    private Path hand;
    private Path book;
    private Path certificate;
    private Path town;

    @BeforeEach
    void handedUp() {
        assertThat(fill(household, answers()).status()).isZero();
        hand = folder.resolve("村.xlsx");
        book = folder.resolve("上报.xlsx");
        certificate = folder.resolve("上报_覆盖证明.pdf");
        town = folder.resolve("town.zhuhu");
        assertThat(Cli.PLAIN.run("export", file, "--out", hand).status()).isZero();
        Cli.Ran made = Cli.PLAIN.run("new", town, "--pack", "qianxinan-2017", "--training");
        assertThat(made.status()).as(made.err()).isZero();
        Cli.Ran merged = Cli.PLAIN.run("merge", hand, "--into", town, "--json");
        assertThat(merged.status()).as(merged.err() + merged.out()).isZero();
        Cli.Ran up =
                Cli.PLAIN.run(
                        "export", town, "--out", book, "--certificate", certificate, "--json");
        assertThat(up.status()).as(up.err()).isZero();
    }

    private Cli.Ran verify(Object... with) {
        Object[] words = {"verify", certificate, "--json", "--with"};
        Object[] all = Arrays.copyOf(words, words.length + with.length);
        System.arraycopy(with, 0, all, words.length, with.length);
        return Cli.PLAIN.run(all);
    }

    @Test
    void theWorkbookAloneProvesEveryFigure() {
        Cli.Ran ran = verify(book);
        assertThat(ran.status()).as(ran.out() + ran.err()).isZero();
        assertThat(ran.json().path("ok").asBoolean()).isTrue();
        assertThat(ran.json().path("due").asInt()).isEqualTo(4);
        assertThat(ran.json().path("done").asInt()).isEqualTo(1);
        assertThat(ran.json().path("unseen").get(0).asText()).isEqualTo("村.xlsx");
    }

    @Test
    void theFilesThatCameInAreKnownByTheirHashes() {
        Cli.Ran ran = verify(hand, book);
        assertThat(ran.status()).as(ran.out()).isZero();
        assertThat(ran.json().path("unseen")).isEmpty();
    }

    @Test
    void theWorkbookCarriesItsAccountAsAPageToRead() throws IOException {
        List<List<String>> rows = sheet(book, "对账");
        String hash = Sha256.hex(Files.readAllBytes(hand));
        List<String> file = rows.stream().filter(r -> r.contains(hash)).findFirst().orElseThrow();
        assertThat(file.getFirst()).isEqualTo("村.xlsx");
        List<Integer> counts = file.subList(6, 13).stream().map(Integer::valueOf).toList();
        assertThat(counts.stream().mapToInt(n -> n).sum())
                .isEqualTo(Integer.parseInt(file.get(13)))
                .isPositive();
        assertThat(rows).anyMatch(r -> r.contains("没有未定的冲突，没有待定的手改。"));
        // Of four households one was visited.
        assertThat(rows).filteredOn(r -> r.contains("待访") && r.contains("要去")).hasSize(3);
        assertThat(Cli.PLAIN.run("verify", book).status()).isZero();
        try (OpenBook open =
                Family.value(BookReader.open(book, Optional.empty(), Texts.chinese()))) {
            assertThat(open.about().purpose()).isEqualTo("report");
        }
    }

    @Test
    void theAccountIsOnA4LyingOnePageWide() throws IOException {
        try (var poi = WorkbookFactory.create(book.toFile(), null, true)) {
            PrintSetup print = poi.getSheet("对账").getPrintSetup();
            assertThat(print.getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
            assertThat(print.getLandscape()).isTrue();
            assertThat(print.getFitWidth()).isEqualTo((short) 1);
        }
    }

    @Test
    void theCountyKnowsWhatTheTownshipKnowsAndPassesOverTheAccount() {
        Path county = folder.resolve("county.zhuhu");
        assertThat(Cli.PLAIN.run("new", county, "--pack", "qianxinan-2017", "--training").status())
                .isZero();
        Cli.Ran merged = Cli.PLAIN.run("merge", book, "--into", county, "--json");
        assertThat(merged.status()).as(merged.out() + merged.err()).isZero();
        assertThat(Cli.PLAIN.run("dump", county).out())
                .isEqualTo(Cli.PLAIN.run("dump", town).out())
                .isNotEmpty();
    }

    @Test
    void aPlainWorkbookHasNoAccount() throws IOException {
        assertThat(Cli.PLAIN.run("export", town, "--out", book).status()).isZero();
        assertThat(sheet(book, "对账")).isEmpty();
        try (OpenBook open =
                Family.value(BookReader.open(book, Optional.empty(), Texts.chinese()))) {
            assertThat(open.about().purpose()).isEmpty();
        }
    }

    /// The texts of a sheet's cells without blank ones; no rows where there is no such sheet.
    private static List<List<String>> sheet(Path book, String name) throws IOException {
        var rows = new ArrayList<List<String>>();
        try (var poi = WorkbookFactory.create(book.toFile(), null, true)) {
            Sheet sheet = poi.getSheet(name);
            if (sheet == null) {
                return rows;
            }
            var format = new DataFormatter();
            for (Row row : sheet) {
                var cells = new ArrayList<String>();
                row.forEach(cell -> cells.add(format.formatCellValue(cell)));
                rows.add(cells);
            }
        }
        return rows;
    }

    @Test
    void aWorkbookOfLaterIsToldApart() throws IOException {
        Path other = other();
        assertThat(fill(Cli.key(other), Cli.read(other)).status()).isZero();
        assertThat(Cli.PLAIN.run("export", file, "--out", hand).status()).isZero();
        Cli.Ran ran = verify(hand);
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.codes())
                .contains(
                        "certificateForeignBook",
                        "certificateBookMissing",
                        "certificateState",
                        "certificateVillage");
    }

    /// Answers about another household than the first.
    private Path other() throws IOException {
        try (var files = Files.list(Cli.sample().resolve("answers"))) {
            return files.sorted().filter(f -> !f.equals(visit)).findFirst().orElseThrow();
        }
    }

    @Test
    void aChangedOrForeignPaperIsRefused() throws IOException {
        Path none = certificate.resolveSibling("none.pdf");
        Files.writeString(none, "%PDF-1.5\nnothing\n%%EOF\n");
        Cli.Ran ran = Cli.PLAIN.run("verify", none, "--json", "--with", book);
        assertThat(ran.status()).isEqualTo(2);
        assertThat(Cli.PLAIN.run("verify", certificate, "--json").codes())
                .containsExactly("certificateAlone");
    }
}
