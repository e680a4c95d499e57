package zhuhu.form.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static zhuhu.form.engine.Story.answer;
import static zhuhu.form.engine.Story.at;
import static zhuhu.form.engine.Story.section;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import zhuhu.form.CompiledForm;
import zhuhu.form.FormSession;
import zhuhu.form.ScreenView.Item;
import zhuhu.form.Submission;
import zhuhu.form.Submission.Saved;
import zhuhu.record.Value;
import zhuhu.record.Values;

/// What a form says in the end.
class SubmissionTest {

    private static Story family() {
        return Story.of(Forms.visit()).member("a", "王大");
    }

    @Test
    void sectionsAreScreensAndGroupsOfRows() {
        try (FormSession session = family().open()) {
            session.answer(at(session, "people"), Value.number(1));
            session.answer(at(session, "health", "a"), Value.many(List.of("04", "02")));
            session.answer(at(session, "area"), Value.number(new BigDecimal("86.50")));
            answer(session, "seen", "OK");
            session.addRow("tries", "t");
            session.answer(at(session, "result", "t"), Value.text("无人"));
            Submission said = session.submission();
            assertThat(said.sections())
                    .containsOnlyKeys(
                            "s_family", "members@a", "health_group@a", "s_home", "s_tries");
            assertThat(said.sections().get("s_family"))
                    .isEqualTo(
                            Values.of(
                                    Map.of(
                                            "phone", Value.text("未留"),
                                            "people", Value.number(1),
                                            "counted", Value.text("1"))));
            assertThat(said.sections().get("health_group@a"))
                    .isEqualTo(
                            Values.of(
                                    Map.of(
                                            "health", Value.many(List.of("02", "04")),
                                            "birth_date", Value.EMPTY,
                                            "age", Value.EMPTY)));
            assertThat(said.sections().get("s_home"))
                    .isEqualTo(
                            Values.of(
                                    Map.of(
                                            "town", Value.EMPTY,
                                            "place", Value.EMPTY,
                                            "area", Value.number(new BigDecimal("86.5")),
                                            "visited_on", Value.text("2017-03-15"),
                                            "seen", Value.text("OK"))));
            assertThat(said.sections().get("s_tries"))
                    .isEqualTo(
                            Values.of(
                                    Map.of(
                                            "tries",
                                            new Value.Rows(
                                                    List.of(
                                                            Values.of(
                                                                    Map.of(
                                                                            "tried_on",
                                                                            Value.EMPTY,
                                                                            "result",
                                                                            Value.text("无人"))))))));
        }
    }

    @Test
    void whatDoesNotCountIsNotAsked() {
        try (FormSession session = family().known("poverty_status", "1").open()) {
            Submission said = session.submission();
            assertThat(said.sections()).doesNotContainKey("s_home");
            assertThat(said.sections().get("s_tries"))
                    .isEqualTo(Values.of(Map.of("tries", Value.EMPTY)));
        }
    }

    @Test
    void savedAnswersNameTheirRecord() {
        try (FormSession session = family().open()) {
            session.addRow("members", "n");
            session.answer(at(session, "person_name", "n"), Value.text("王新"));
            assertThat(session.submission().saved())
                    .containsExactly(
                            saved("household", "", "s_family", "phone", "未留", false, true),
                            saved("person", "a", "members", "person_name", "王大", false, true),
                            saved("person", "a", "health_group", "health", "", false, true),
                            saved("person", "n", "members", "person_name", "王新", true, true),
                            saved("person", "n", "health_group", "health", "", true, true));
        }
    }

    @Test
    void aRecordIsMadeOnlyWhereTheFormWantsIt() {
        try (FormSession session = family().open()) {
            String issue = session.addRow("issues");
            session.answer(at(session, "title", issue), Value.text("漏雨"));
            assertThat(ofIssues(session))
                    .containsExactly(saved("issue", issue, "issues", "title", "漏雨", true, false));
            session.answer(at(session, "real", issue), Value.text("1"));
            assertThat(ofIssues(session))
                    .containsExactly(saved("issue", issue, "issues", "title", "漏雨", true, true));
            session.answer(at(session, "real", issue), Value.text("unknown"));
            assertThat(ofIssues(session).getFirst().wanted()).isFalse();
        }
    }

    private static List<Saved> ofIssues(FormSession session) {
        return session.submission().saved().stream().filter(s -> s.list().equals("issue")).toList();
    }

    private static Saved saved(
            String list,
            String row,
            String group,
            String property,
            String value,
            boolean isNew,
            boolean wanted) {
        return new Saved(list, row, group, property, Value.text(value), isNew, wanted);
    }

    @Test
    void figuresAreCanonicalAndCalculatedOnesToo() {
        CompiledForm form =
                Forms.of(
                        """
                        | survey |
                        | | type | name | label | calculation | read_only | appearance |
                        | | begin_group | income | 收入 | | | field-list |
                        | | integer | wage | 工资 | | | |
                        | | decimal | farm | 经营 | | | |
                        | | decimal | total | 合计 | ${wage} + ${farm} | yes | |
                        | | integer | half | | ${total} div 2 | | |
                        | | decimal | share | | ${wage} div ${farm} | | |
                        | | end_group | | | | | |
                        """);
        try (FormSession session = Story.of(form).open()) {
            session.answer(at(session, "wage"), Value.number(new BigDecimal("2.8e3")));
            session.answer(at(session, "farm"), Value.number(new BigDecimal("12000000.50")));
            Values income = section(session, "income");
            assertThat(income.get("wage")).contains(Value.number(2800));
            assertThat(income.get("total")).contains(Value.number(new BigDecimal("12002800.5")));
            assertThat(income.get("half")).contains(Value.number(6001400));
            session.answer(at(session, "farm"), Value.EMPTY);
            assertThat(section(session, "income").get("total")).contains(Value.EMPTY);
        }
    }

    @Test
    void largeAndTinyFiguresAreWrittenOutAndNeverCutDown() {
        CompiledForm form =
                Forms.of(
                        """
                        | survey |
                        | | type | name | label | calculation | appearance | constraint | constraint_message |
                        | | begin_group | funds | 资金 | | field-list | | |
                        | | decimal | total | 总额 | | | . < 5 | 不应是 ${total} 元 |
                        | | calculate | again | | ${total} + 0 | | | |
                        | | calculate | twice | | ${again} * 2 | | | |
                        | | integer | cents | | ${total} * 1000 | | | |
                        | | calculate | share | | 1 div 40000 | | | |
                        | | integer | people | 人数 | | | | |
                        | | text | code | 编号 | | | | |
                        | | note | told | 共 ${total} 元，${code} | | | | |
                        | | end_group | | | | | | |
                        """);
        try (FormSession session = Story.of(form).open()) {
            session.answer(at(session, "total"), Value.number(new BigDecimal("12002800.5")));
            session.answer(at(session, "people"), Value.number(3_000_000_000L));
            answer(session, "code", "A1.5E3");
            Values funds = section(session, "funds");
            assertThat(funds.plain("again")).isEqualTo("12002800.5");
            assertThat(funds.plain("twice")).isEqualTo("24005601");
            assertThat(funds.get("cents")).contains(Value.number(12_002_800_500L));
            assertThat(funds.plain("share")).isEqualTo("0.000025");
            assertThat(funds.get("people")).contains(Value.number(3_000_000_000L));
            assertThat(session.screen("funds").items().getLast())
                    .isInstanceOfSatisfying(
                            Item.Note.class,
                            note -> assertThat(note.label()).isEqualTo("共 12002800.5 元，A1.5E3"));
            assertThat(session.failures().getFirst().message()).isEqualTo("不应是 12002800.5 元");
            try (FormSession again = Story.of(form).from(session.draft()).open()) {
                assertThat(section(again, "funds")).isEqualTo(funds);
            }
        }
    }

    @Test
    void aRepeatThatIsAScreenIsASectionOfItsName() {
        CompiledForm form =
                Forms.of(
                        """
                        | survey |
                        | | type | name | label |
                        | | begin_group | part | 部分 |
                        | | begin_repeat | tries | 上门 |
                        | | text | result | 结果 |
                        | | end_repeat | | |
                        | | end_group | | |
                        """);
        try (FormSession session = Story.of(form).open()) {
            assertThat(session.submission().sections())
                    .containsExactly(Map.entry("tries", Values.of(Map.of("tries", Value.EMPTY))));
            session.addRow("tries", "1");
            session.answer(at(session, "result", "1"), Value.text("在家"));
            assertThat(section(session, "tries").plain("tries")).contains("在家");
        }
    }

    @Test
    void plainGroupsOnAScreenFlattenIntoItsSection() {
        CompiledForm form =
                Forms.of(
                        """
                        | survey |
                        | | type | name | label | appearance | relevant | save_to |
                        | | begin_group | s_one | 一屏 | field-list | | |
                        | | text | a | 甲 | | | |
                        | | begin_group | contact | 联系 | | | |
                        | | text | phone | 电话 | | | phone |
                        | | text | mail | 邮箱 | | ${a} = 'x' | |
                        | | end_group | | | | | |
                        | | end_group | | | | | |
                        | settings |
                        | | form_id | version |
                        | | flat | 1 |
                        | entities |
                        | | list_name | label | entity_id | update_if |
                        | | household | ${a} | ${a} | ${a} != '' |
                        """);
        try (FormSession session = Story.of(form).open()) {
            assertThat(session.submission().sections())
                    .containsExactly(
                            Map.entry(
                                    "s_one",
                                    Values.of(Map.of("a", Value.EMPTY, "phone", Value.EMPTY))));
            assertThat(session.submission().saved())
                    .containsExactly(saved("household", "", "contact", "phone", "", false, false));
            answer(session, "a", "x");
            assertThat(section(session, "s_one").map()).containsOnlyKeys("a", "phone", "mail");
            assertThat(session.submission().saved().getFirst().wanted()).isTrue();
        }
    }
}
