package zhuhu.flow.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhuhu.base.CitizenId;
import zhuhu.flow.roster.RosterBook.Style;

/// A township of the usual size: 1 200 households, 5 000 persons.
class WholeTownshipTest {

    private static final int HOUSEHOLDS = 1_200;
    private static final int PERSONS = 5_000;

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"A,xlsx", "A,xls", "B,xlsx", "B,xls", "C,xlsx", "C,xls"})
    void everyRowIsAccountedFor(Style style, String type) {
        try (var township = new Township(folder)) {
            Path file = roster(style).write(folder.resolve("township." + type));

            ImportedRoster done = township.take(file);

            assertThat(done.rows()).isEqualTo(PERSONS);
            assertThat(done.persons()).isEqualTo(new Counts(PERSONS, 0, 0));
            assertThat(done.households()).isEqualTo(new Counts(HOUSEHOLDS, 0, 0));
            assertThat(done.villages()).isEqualTo(new Counts(12, 0, 0));
            assertThat(done.isClean()).isTrue();
        }
    }

    private static RosterBook roster(Style style) {
        var book = new RosterBook(style);
        int person = 0;
        for (int h = 0; h < HOUSEHOLDS; h++) {
            int size = h < PERSONS - 4 * HOUSEHOLDS ? 5 : 4;
            for (int p = 0; p < size; p++) {
                book.person(
                        Map.of(
                                "户编号", "5223%010d".formatted(h),
                                "人编号", "9%013d".formatted(person),
                                "姓名", "王李张刘陈".substring(h % 5, h % 5 + 1) + "甲乙丙丁戊".charAt(p),
                                "证件号码", id(person++),
                                "人数", Integer.toString(size),
                                "与户主关系", p == 0 ? "户主" : p == 1 ? "配偶" : "之子",
                                "行政村", "第" + h / 100 + "村"));
            }
        }
        return book;
    }

    private static String id(int n) {
        String seventeen =
                "990101%04d03%02d%03d".formatted(1950 + n % 60, 1 + n / 60 % 28, 1 + n / 1_680);
        return seventeen + CitizenId.check(seventeen);
    }
}
