package zhuhu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
