package zhuhu.flow.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import zhuhu.base.Outcome;
import zhuhu.base.Texts;
import zhuhu.flow.Author;
import zhuhu.flow.ExportWorkbook;
import zhuhu.flow.Progress;
import zhuhu.flow.Workspaces;
import zhuhu.flow.merge.MergeBooks;
import zhuhu.flow.roster.ImportRosters;
import zhuhu.flow.sample.MakeSample;
import zhuhu.pack.PackReader;
import zhuhu.store.Passphrase;
import zhuhu.store.Workspace;

/// A whole village of some 2 000 persons is taken out again while somebody waits.
class WithdrawPaceTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2017-03-05T02:00:00Z"), ZoneOffset.UTC);
    private static final Author WHO = new Author("王示范", "清水镇", "", "d1");

    @TempDir Path folder;

    private Workspace file(String name) {
        return done(
                Workspaces.create(
                        folder.resolve(name + ".zhuhu"),
                        Passphrase.of("training").orElseThrow(),
                        done(PackReader.read("qianxinan-2017")),
                        true));
    }

    @Test
    void aVillageIsLookedAtAndTakenOutWithinTwoMinutes() {
        Path book = folder.resolve("book.xlsx");
        try (Workspace village = file("village")) {
            var rosters = done(MakeSample.in(folder.resolve("sample"), 1, 500, 3)).rosters();
            var request = ImportRosters.Request.of(rosters.toArray(Path[]::new));
            done(new ImportRosters(village, WHO, CLOCK).run(request, Progress.NONE));
            done(
                    new ExportWorkbook(village, WHO, CLOCK, Texts.chinese())
                            .export(ExportWorkbook.Choice.everything(book), Progress.NONE));
        }
        try (Workspace town = file("town")) {
            new MergeBooks(town, WHO, CLOCK, Texts.chinese())
                    .merge(List.of(new MergeBooks.Order(book, Optional.empty())), Progress.NONE);
            var act = new WithdrawBook(town, WHO, () -> LocalDateTime.now(CLOCK));
            WithdrawBook.Book came = done(act.find("book.xlsx"));
            long begun = System.nanoTime();
            Withdrawing looked = done(act.preview(came, Progress.NONE));
            long seen = System.nanoTime();
            done(act.withdraw(came, "", Progress.NONE));
            long over = System.nanoTime();

            System.out.printf(
                    "withdraw %d records, %d attestations: look %d ms, do %d ms%n",
                    looked.records(),
                    looked.attestations(),
                    (seen - begun) / 1_000_000,
                    (over - seen) / 1_000_000);
            assertThat(looked.records()).isGreaterThan(2000);
            assertThat(Duration.ofNanos(over - begun)).isLessThan(Duration.ofMinutes(2));
        }
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> value;
            case Outcome.Failed<T>(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
