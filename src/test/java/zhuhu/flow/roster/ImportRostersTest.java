package zhuhu.flow.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhuhu.flow.roster.RosterBook.Style;
import zhuhu.record.Kind;

class ImportRostersTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"A,xlsx", "A,xls", "B,xlsx", "B,xls", "C,xlsx", "C,xls"})
    void everyHeadingSetComesInWithEveryRowAccountedFor(Style style, String type) {
        try (var township = new Township(folder)) {
            RosterBook book = households(style, 12);
            Path file = book.write(folder.resolve("roster." + type));

            ImportedRoster first = township.take(file);
            String state = township.facts();
            ImportedRoster again = township.take(file);

            assertThat(first.rows()).isEqualTo(book.rows.size());
            assertThat(first.persons()).isEqualTo(new Counts(book.rows.size(), 0, 0));
            assertThat(first.households()).isEqualTo(new Counts(12, 0, 0));
            assertThat(first.villages()).isEqualTo(new Counts(2, 0, 0));
            assertThat(first.held()).isEmpty();
            assertThat(first.refused()).isEmpty();
            assertThat(first.doubts()).isEmpty();
            assertThat(again.persons()).isEqualTo(new Counts(0, 0, book.rows.size()));
            assertThat(again.households()).isEqualTo(new Counts(0, 0, 12));
            assertThat(again.villages()).isEqualTo(new Counts(0, 0, 2));
            assertThat(township.facts()).isEqualTo(state);
        }
    }

    @Test
    void aPersonHasWhatTheRowSays() {
        try (var township = new Township(folder)) {
            Path file = households(Style.C, 3).write(folder.resolve("roster.xlsx"));

            township.take(file);

            var head = township.named("王一");
            assertThat(township.shown(head, "identity").plain("id_no"))
                    .isEqualTo(RosterBook.id(1970, 0));
            assertThat(township.shown(head, "identity").plain("ethnicity")).isEqualTo("09");
            assertThat(township.shown(head, "education").plain("education")).isEqualTo("02");
            assertThat(township.shown(head, "health").plain("health")).isEqualTo("01");
            assertThat(township.shown(head, "roster_other").plain("户类型")).isEqualTo("脱贫户");
            var household = township.all(Kind.HOUSEHOLD).getFirst();
            assertThat(
                            township.shown(household, "stated_income@2016")
                                    .plain("stated_net_income_per_head"))
                    .isEqualTo("2680.5");
            assertThat(township.shown(household, "identification").plain("identify_year"))
                    .isEqualTo("2014");
            assertThat(township.shown(household, "identification").plain("registered"))
                    .isEqualTo("1");
            assertThat(township.shown(household, "housing").plain("unsafe_house")).isEqualTo("0");
            assertThat(township.shown(household, "water").plain("water_safe")).isEqualTo("1");
            assertThat(township.shown(household, "cause").plain("main_cause")).isEqualTo("07");
        }
    }

    private static RosterBook households(Style style, int count) {
        var book = new RosterBook(style);
        for (int h = 0; h < count; h++) {
            int persons = 1 + h % 4;
            for (int p = 0; p < persons; p++) {
                book.person(
                        Map.of(
                                "户编号",
                                "5223%010d".formatted(h),
                                "人编号",
                                "9%013d".formatted(h * 10 + p),
                                "姓名",
                                "王李张刘陈杨黄吴赵周孙马".charAt(h) + "一二三四".substring(p, p + 1),
                                "证件号码",
                                RosterBook.id(1970 + p * 5, h * 10 + p),
                                "人数",
                                Integer.toString(persons),
                                "与户主关系",
                                p == 0 ? "户主" : p == 1 ? "配偶" : "之子",
                                "行政村",
                                h < 6 ? "青岩村" : "白水村委会",
                                "户类型",
                                "脱贫户"));
            }
        }
        return book;
    }
}
