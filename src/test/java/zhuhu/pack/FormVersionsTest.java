package zhuhu.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static zhuhu.pack.PackReaderTest.codes;
import static zhuhu.pack.PackReaderTest.done;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhuhu.base.Outcome;
import zhuhu.form.FormSheets;
import zhuhu.form.MarkdownForm;
import zhuhu.record.Kind;

final class FormVersionsTest {

    private static final Pack PACK = VisitStory.pack();
    private static final String VISIT = "qianxinan-2017/household_visit.md";
    private static final String VERSION = "2017030102";
    private static final String OPINION = "| | text | opinion | 户主的意见和要求";

    @Test
    void aNewVersionBringsItsNewQuestionIntoTheSchema() {
        Pack pack = done(PackReader.withForm(PACK, sheets(asked("2017031001"))));
        assertThat(pack.form("household_visit").orElseThrow().version()).isEqualTo("2017031001");
        assertThat(pack.schema().property(Kind.VISIT, "has_dog")).isPresent();
        assertThat(PACK.schema().property(Kind.VISIT, "has_dog")).isEmpty();
        assertThat(pack.files())
                .containsKey("qianxinan-2017/old/household_visit@" + VERSION + ".md");
        assertThat(done(PackReader.read(pack.files())).schema()).isEqualTo(pack.schema());
    }

    @Test
    void theSameVersionWithOtherContentIsRefused() {
        assertThat(codes(PackReader.withForm(PACK, sheets(asked(VERSION)))))
                .containsExactly("packFormVersionSame");
    }

    @Test
    void theSameFormAgainChangesNothing() {
        Pack pack = done(PackReader.withForm(PACK, sheets(text())));
        assertThat(pack.files().keySet()).isEqualTo(PACK.files().keySet());
        assertThat(pack.forms()).isEqualTo(PACK.forms());
    }

    @Test
    void anOlderVersionIsRefused() {
        Pack newer = done(PackReader.withForm(PACK, sheets(asked("2017031001"))));
        assertThat(codes(PackReader.withForm(newer, sheets(text()))))
                .containsExactly("packFormOlder");
    }

    @Test
    void aFormOfAnotherIdIsAdded() {
        String form =
                """
                | survey | | | |
                | | type | name | label |
                | | begin_group | talk | 座谈 |
                | | text | said | 群众说了什么 |
                | | end_group | | |
                | settings | | |
                | | form_title | form_id | version |
                | | 座谈记录 | talk | 1 |
                """;
        Pack pack = done(PackReader.withForm(PACK, sheets(form)));
        assertThat(pack.form("talk")).isPresent();
        assertThat(pack.files()).containsKey("qianxinan-2017/talk.md");
        assertThat(pack.forms()).hasSize(PACK.forms().size() + 1);
    }

    @Test
    void aFormThatBreaksTheRulesOfThePackIsRefused() {
        String form = asked("2017031001").replace("household#house_area", "household#registered");
        assertThat(codes(PackReader.withForm(PACK, sheets(form)))).contains("packSystemSection");
    }

    @Test
    void aFormWithoutUsableVersionIsRefused() {
        assertThat(codes(PackReader.withForm(PACK, sheets(asked("第二版")))))
                .containsExactly("packFormUnversioned");
    }

    @ParameterizedTest
    @CsvSource({
        "2, 10, -1",
        "10, 2, 1",
        "2017022401, 2017031001, -1",
        "1.2, 1.10, -1",
        "1, 1.1, -1",
        "007, 7, 0",
        "a1, b1, -1"
    })
    void versionsCompareAsPeopleReadThem(String left, String right, int order) {
        assertThat(Integer.signum(FormVersions.compare(left, right))).isEqualTo(order);
    }

    private static String asked(String version) {
        String question = "| | select_one yes_no | has_dog | 家里养狗吗 |\n";
        return text().replace(OPINION, question + OPINION).replace(VERSION, version);
    }

    private static String text() {
        byte[] bytes = Objects.requireNonNull(PACK.files().get(VISIT));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static FormSheets sheets(String text) {
        return switch (MarkdownForm.read("new.md", text)) {
            case Outcome.Done<FormSheets>(FormSheets sheets) -> sheets;
            case Outcome.Failed<FormSheets> failed -> throw new AssertionError(failed.problems());
        };
    }
}
