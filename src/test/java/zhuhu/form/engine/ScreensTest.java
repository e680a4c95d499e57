package zhuhu.form.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static zhuhu.form.engine.Story.all;
import static zhuhu.form.engine.Story.answer;
import static zhuhu.form.engine.Story.asked;
import static zhuhu.form.engine.Story.at;
import static zhuhu.form.engine.Story.section;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import zhuhu.form.CompiledForm;
import zhuhu.form.FormSession;
import zhuhu.form.PartView;
import zhuhu.form.PartView.ScreenName;
import zhuhu.form.ScreenView;
import zhuhu.form.ScreenView.Item;
import zhuhu.record.Value;

/// What a person sees.
class ScreensTest {

    private static Story family() {
        return Story.of(Forms.visit()).member("a", "王大").member("b", "王二");
    }

    @Test
    void partsAndScreensAreThoseThatCountNow() {
        try (FormSession session = family().known("poverty_status", "1").open()) {
            assertThat(session.parts())
                    .containsExactly(
                            new PartView(
                                    "doorstep", "入户", List.of(new ScreenName("s_family", "家庭", 1))),
                            new PartView(
                                    "closing",
                                    "收尾",
                                    List.of(
                                            new ScreenName("issues", "问题", 3),
                                            new ScreenName("s_tries", "上门", 4))));
            answer(session, "poverty_status", "0");
            assertThat(session.parts().getFirst().screens())
                    .extracting(ScreenName::name)
                    .containsExactly("s_family", "s_home");
        }
    }

    @Test
    void aScreenShowsItsQuestionsWithNumbersWordsAndValues() {
        try (FormSession session = family().known("phone", "0859").open()) {
            ScreenView screen = session.screen("s_family");
            assertThat(screen.part()).isEqualTo("doorstep");
            assertThat(screen.label()).isEqualTo("家庭");
            assertThat(screen.items())
                    .extracting(item -> item.getClass().getSimpleName())
                    .containsExactly("Asked", "Asked", "Note", "Table");
            Item.Asked phone = asked(session, "s_family", "phone");
            assertThat(phone.number()).isEqualTo("1.1");
            assertThat(phone.label()).isEqualTo("电话");
            assertThat(phone.hint()).isEqualTo("手机或座机");
            assertThat(phone.value()).isEqualTo(Value.text("0859"));
            assertThat(asked(session, "s_family", "people").required()).isTrue();
            assertThat(screen.items().get(2))
                    .isInstanceOfSatisfying(
                            Item.Note.class, note -> assertThat(note.label()).isEqualTo("共 2 人"));
        }
    }

    @Test
    void aTableHasARowForEachMemberWithLabelsOfItsOwn() {
        try (FormSession session = family().open()) {
            Item.Table members = (Item.Table) session.screen("s_family").items().getLast();
            assertThat(members.repeat()).isEqualTo("members");
            assertThat(members.label()).isEqualTo("家庭成员");
            assertThat(members.entity()).isEqualTo(Optional.of("person"));
            assertThat(members.rows())
                    .extracting(row -> ((Item.Asked) row.items().get(2)).label())
                    .containsExactly("王大的健康状况", "王二的健康状况");
            assertThat(members.rows())
                    .extracting(row -> ((Item.Asked) row.items().get(2)).number())
                    .containsExactly("1.4", "1.4");
            assertThat(members.rows().getFirst().items())
                    .extracting(item -> item.getClass().getSimpleName())
                    .containsExactly("Asked", "Heading", "Asked", "Asked");
        }
    }

    @Test
    void anEmptyTableStillHasItsLabel() {
        try (FormSession session = Story.of(Forms.visit()).open()) {
            Item.Table issues = (Item.Table) session.screen("issues").items().getFirst();
            assertThat(issues.label()).isEqualTo("问题");
            assertThat(issues.rows()).isEmpty();
            session.addRow("issues");
            assertThat(((Item.Table) session.screen("issues").items().getFirst()).rows())
                    .extracting(ScreenView.Row::label)
                    .containsExactly("1");
        }
    }

    @Test
    void numbersStayWhereAQuestionGoes() {
        CompiledForm form =
                Forms.of(
                        """
                        | survey |
                        | | type | name | label | relevant | appearance |
                        | | begin_group | s_one | 一屏 | | field-list |
                        | | text | a | 甲 | | |
                        | | text | b | 乙 | ${a} = '1' | |
                        | | note | said | 说明 | | |
                        | | text | c | 丙 | | |
                        | | end_group | | | | |
                        """);
        try (FormSession session = Story.of(form).open()) {
            assertThat(asked(session, "s_one", "c").number()).isEqualTo("1.3");
            assertThat(all(session.screen("s_one").items())).hasSize(3);
            answer(session, "a", "1");
            assertThat(asked(session, "s_one", "b").number()).isEqualTo("1.2");
            assertThat(asked(session, "s_one", "c").number()).isEqualTo("1.3");
        }
    }

    @Test
    void looseQuestionsAreScreensOfTheirOwnAndHiddenOnesAreNotSeen() {
        CompiledForm form =
                Forms.of(
                        """
                        | survey |
                        | | type | name | label | calculation | appearance |
                        | | start | began | | | |
                        | | hidden | secret | | | |
                        | | calculate | sum | | 1 + 1 | |
                        | | text | loose | 散题 | | |
                        | | begin_group | s_alone | 独屏 | | field-list |
                        | | text | a | 甲 | | |
                        | | end_group | | | | |
                        | | begin_group | part | 部分 | | |
                        | | integer | in_part | 部分内散题 | | |
                        | | calculate | inner | | ${in_part} * 2 | |
                        | | begin_group | deeper | 内组 | | |
                        | | begin_group | s_deep | 深屏 | | field-list |
                        | | text | b | 乙 | | |
                        | | end_group | | | | |
                        | | end_group | | | | |
                        | | end_group | | | | |
                        | | begin_repeat | rows | 行 | | |
                        | | text | c | 丙 | | |
                        | | end_repeat | | | | |
                        """);
        try (FormSession session = Story.of(form).open()) {
            assertThat(session.parts())
                    .containsExactly(
                            new PartView("", "", List.of(new ScreenName("loose", "散题", 1))),
                            new PartView(
                                    "s_alone", "独屏", List.of(new ScreenName("s_alone", "独屏", 2))),
                            new PartView(
                                    "part",
                                    "部分",
                                    List.of(
                                            new ScreenName("in_part", "部分内散题", 3),
                                            new ScreenName("s_deep", "深屏", 4))),
                            new PartView("rows", "行", List.of(new ScreenName("rows", "行", 5))));
            assertThat(asked(session, "loose", "loose").number()).isEqualTo("1.1");
            answer(session, "loose", "x");
            session.answer(at(session, "in_part"), Value.number(4));
            assertThat(section(session, "loose").plain("loose")).isEqualTo("x");
            assertThat(section(session, "part").map()).isEqualTo(Map.of("inner", Value.text("8")));
            assertThat(session.submission().sections()).containsKeys("in_part", "s_deep", "rows");
        }
    }

    @Test
    void aGroupInAPartIsAScreenEvenWithoutFieldList() {
        CompiledForm form =
                Forms.of(
                        """
                        | survey |
                        | | type | name | label |
                        | | begin_group | part | 部分 |
                        | | begin_group | plain | 一组 |
                        | | text | a | 甲 |
                        | | text | b | 乙 |
                        | | end_group | | |
                        | | end_group | | |
                        """);
        try (FormSession session = Story.of(form).open()) {
            assertThat(session.screen("plain").items()).hasSize(2);
            assertThat(session.submission().sections()).containsOnlyKeys("plain");
        }
    }

    @Test
    void aScreenOnWhichNothingIsAskedNowIsNotShown() {
        CompiledForm form =
                Forms.of(
                        """
                        | survey |
                        | | type | name | label | relevant | appearance | calculation |
                        | | begin_group | part | 部分 | | | |
                        | | text | first | 先 | | | |
                        | | begin_group | s_if | 或有 | | field-list | |
                        | | text | a | 甲 | ${first} = 'x' | | |
                        | | calculate | sum | | | | 1 + 1 |
                        | | end_group | | | | | |
                        | | end_group | | | | | |
                        """);
        try (FormSession session = Story.of(form).open()) {
            assertThat(session.parts().getFirst().screens())
                    .extracting(ScreenName::name)
                    .containsExactly("first");
            assertThatIllegalArgumentException().isThrownBy(() -> session.screen("s_if"));
            assertThat(section(session, "s_if").plain("sum")).isEqualTo("2");
        }
    }

    @Test
    void readOnlyAndCalculatedAnswersAreMarked() {
        CompiledForm form =
                Forms.of(
                        """
                        | survey |
                        | | type | name | label | read_only | calculation | appearance |
                        | | begin_group | s_one | 一屏 | | | field-list |
                        | | text | a | 甲 | yes | | |
                        | | integer | b | 乙 | yes | 1 + 1 | |
                        | | integer | c | 丙 | | 2 + 2 | |
                        | | integer | d | | | 3 + 3 | |
                        | | end_group | | | | | |
                        """);
        try (FormSession session = Story.of(form).known("a", "x").open()) {
            assertThat(session.screen("s_one").items())
                    .extracting(item -> ((Item.Asked) item).readOnly())
                    .containsExactly(true, true, false);
            assertThat(asked(session, "s_one", "b").value()).isEqualTo(Value.number(2));
            assertThat(session.value(at(session, "d"))).isEqualTo(Value.number(6));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> session.answer(at(session, "b"), Value.number(3)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> session.answer(at(session, "d"), Value.number(3)));
        }
    }

    @Test
    void anUnknownOrIrrelevantScreenIsNotOpened() {
        try (FormSession session = family().known("poverty_status", "1").open()) {
            assertThatIllegalArgumentException().isThrownBy(() -> session.screen("s_home"));
            assertThatIllegalArgumentException().isThrownBy(() -> session.screen("nowhere"));
            assertThatIllegalArgumentException().isThrownBy(() -> session.screen("doorstep"));
        }
    }
}
