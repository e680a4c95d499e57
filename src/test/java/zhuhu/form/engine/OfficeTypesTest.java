package zhuhu.form.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static zhuhu.form.engine.Story.answer;
import static zhuhu.form.engine.Story.asked;
import static zhuhu.form.engine.Story.at;
import static zhuhu.form.engine.Story.said;
import static zhuhu.form.engine.Story.section;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import zhuhu.base.Outcome;
import zhuhu.form.Choice;
import zhuhu.form.CompiledForm;
import zhuhu.form.ExternalList;
import zhuhu.form.Failure;
import zhuhu.form.FormCompiler;
import zhuhu.form.FormSession;
import zhuhu.form.MarkdownForm;
import zhuhu.form.Ref;
import zhuhu.form.ScreenView.Item.Table;
import zhuhu.record.Value;

/// The question types and columns of XLSForm that office staff use, as the engine runs them.
class OfficeTypesTest {

    private static final String PICTURE = "0123456789abcdef".repeat(4) + ".jpg";

    private static CompiledForm screen(String columns, String questions) {
        return screen(columns, questions, "");
    }

    private static CompiledForm screen(String columns, String questions, String choices) {
        return Forms.of(sheet(columns, questions, choices));
    }

    private static String sheet(String columns, String questions, String choices) {
        return "| survey |\n| | type | name | label | appearance | "
                + columns
                + " |\n| | begin group | part | 部分 | |\n| | begin group | s | 屏 | field-list |\n"
                + questions
                + "\n| | end group | | | |\n| | end group | | | |\n\n"
                + choices;
    }

    @Test
    void timesAreKeptToTheMinute() {
        CompiledForm form =
                screen(
                        "constraint",
                        """
                        | | time | came | 到达 | | |
                        | | time | left | 离开 | | decimal-time(.) > decimal-time(${came}) |
                        | | dateTime | signed | 签字 | | |
                        | | barcode | code | 条码 | | |\
                        """);
        byte[] draft;
        try (FormSession session = Story.of(form).open()) {
            answer(session, "came", "08:30");
            answer(session, "left", "08:05");
            answer(session, "signed", "2017-03-01T17:45");
            answer(session, "code", "6901234567892");
            assertThat(session.failures("s")).extracting(f -> f.ref().name()).containsOnly("left");
            answer(session, "left", "11:00");
            assertThat(session.failures("s")).isEmpty();
            draft = session.draft();
        }
        try (FormSession again = Story.of(form).from(draft).open()) {
            assertThat(section(again, "s").map())
                    .containsEntry("came", Value.text("08:30"))
                    .containsEntry("left", Value.text("11:00"))
                    .containsEntry("signed", Value.text("2017-03-01T17:45"))
                    .containsEntry("code", Value.text("6901234567892"));
        }
    }

    @ParameterizedTest
    @CsvSource({"came,8:30", "came,24:00", "came,08:30:15", "signed,2017-03-01", "signed,昨天"})
    void aTimeOfAnotherShapeIsRefused(String question, String text) {
        CompiledForm form =
                screen("hint", "| | time | came | 到达 | | |\n| | dateTime | signed | 签字 | | |");
        try (FormSession session = Story.of(form).open()) {
            Ref ref = at(session, question);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> session.answer(ref, Value.text(text)));
        }
    }

    @ParameterizedTest
    @CsvSource({"3,true", "5,true", "4,false", "1,false", "13,true", "15,false"})
    void aSliderTakesOnlyWhatStandsOnIt(int number, boolean fits) {
        CompiledForm form =
                screen("parameters", "| | range | mark | 打分 | | start=3 end=14 step=2 |");
        try (FormSession session = Story.of(form).open()) {
            session.answer(at(session, "mark"), Value.number(number));
            assertThat(session.failures("s").isEmpty()).isEqualTo(fits);
        }
    }

    @Test
    void aSliderOfHalvesIsADecimal() {
        CompiledForm form =
                screen("parameters", "| | range | mark | 打分 | | start=0.5 end=5.0 step=0.5 |");
        try (FormSession session = Story.of(form).open()) {
            session.answer(at(session, "mark"), Value.number(new BigDecimal("2.5")));
            assertThat(session.failures("s")).isEmpty();
            session.answer(at(session, "mark"), Value.number(new BigDecimal("2.6")));
            assertThat(session.failures("s"))
                    .extracting(Failure::message)
                    .containsExactly("只能填 0.5 到 5.0 之间、每 0.5 一格的数");
        }
    }

    @Test
    void aRankKeepsItsOrderAndIsWhole() {
        CompiledForm form =
                screen(
                        "hint",
                        "| | rank n | order | 排序 | | |",
                        "| choices |\n| | list_name | name | label |\n| | n | road | 修路 |\n"
                                + "| | n | water | 通水 |\n| | n | school | 上学 |");
        byte[] draft;
        try (FormSession session = Story.of(form).open()) {
            session.answer(at(session, "order"), Value.many(List.of("water", "road")));
            assertThat(session.failures("s"))
                    .extracting(Failure::message)
                    .containsExactly("请把每一项都排上，不要漏");
            session.answer(at(session, "order"), Value.many(List.of("water", "school", "road")));
            assertThat(session.failures("s")).isEmpty();
            draft = session.draft();
        }
        try (FormSession again = Story.of(form).from(draft).open()) {
            assertThat(section(again, "s").map())
                    .containsEntry("order", Value.many(List.of("water", "school", "road")));
        }
    }

    @Test
    void aPictureIsKeptByItsName() {
        CompiledForm form = screen("parameters", "| | image | house | 房屋 | | max-pixels=800 |");
        byte[] draft;
        try (FormSession session = Story.of(form).open()) {
            assertThat(asked(session, "s", "house").question().parameter("max-pixels"))
                    .isEqualTo("800");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> answer(session, "house", "C:/house.jpg"));
            answer(session, "house", PICTURE);
            draft = session.draft();
        }
        try (FormSession again = Story.of(form).from(draft).open()) {
            assertThat(said(again, "house")).isEqualTo(PICTURE);
        }
    }

    @Test
    void orOtherAsksWhatOnlyWhereOtherIsChosen() {
        CompiledForm form =
                screen(
                        "hint",
                        "| | select_one road or_other | road | 路面 | | |",
                        "| choices |\n| | list_name | name | label |\n| | road | 1 | 水泥路 |");
        try (FormSession session = Story.of(form).open()) {
            Ref what = at(session, "road_other");
            assertThat(session.isRelevant(what)).isFalse();
            answer(session, "road", "other");
            assertThat(session.isRelevant(what)).isTrue();
            assertThat(asked(session, "s", "road").choices())
                    .containsExactly(new Choice("1", "水泥路"), new Choice("other", "其他"));
        }
    }

    private static final String COUNTED =
            """
            | | integer | plots | 几块地 | | |
            | | begin repeat | plot | 地块 | | ${plots} |
            | | text | place | 在哪里 | | |
            | | decimal | mu | 几亩 | | |
            | | end repeat | | | | |
            | | calculate | total | | | |\
            """;

    private static CompiledForm counted() {
        return Forms.of(
                sheet("repeat_count | calculation", COUNTED, "")
                        .replace(
                                "| | calculate | total | | | |",
                                "| | calculate | total | | | | sum(${mu}) |"));
    }

    @Test
    void aCountedRepeatHasAsManyRowsAsTheCountSays() {
        try (FormSession session = Story.of(counted()).open()) {
            assertThat(session.rows("plot")).isEmpty();
            session.answer(at(session, "plots"), Value.number(2));
            assertThat(session.rows("plot")).containsExactly("plot-1", "plot-2");
            assertThat(session.screen("s").items())
                    .filteredOn(Table.class::isInstance)
                    .allMatch(t -> ((Table) t).counted());
        }
    }

    @Test
    void aCountTypedWrongForAMomentLosesNothing() {
        byte[] draft;
        try (FormSession session = Story.of(counted()).open()) {
            session.answer(at(session, "plots"), Value.number(2));
            session.answer(at(session, "place", "plot-2"), Value.text("屋后"));
            session.answer(at(session, "mu", "plot-1"), Value.number(3));
            session.answer(at(session, "mu", "plot-2"), Value.number(4));
            assertThat(said(session, "total")).isEqualTo("7");
            session.answer(at(session, "plots"), Value.number(1));
            assertThat(session.rows("plot")).hasSize(1);
            assertThat(said(session, "total")).isEqualTo("3");
            session.answer(at(session, "plots"), Value.number(2));
            String row = session.rows("plot").getLast();
            assertThat(said(session, "place", row)).isEqualTo("屋后");
            assertThat(said(session, "total")).isEqualTo("7");
            draft = session.draft();
        }
        try (FormSession again = Story.of(counted()).from(draft).open()) {
            assertThat(again.rows("plot")).hasSize(2);
            again.answer(at(again, "plots"), Value.number(100_000));
            assertThat(again.rows("plot")).hasSize(CountedRows.MOST);
        }
    }

    @Test
    void aRowAskedForBeforeItsCountWaitsForIt() {
        try (FormSession session = Story.of(counted()).open()) {
            String row = session.addRow("plot");
            assertThat(session.rows("plot")).isEmpty();
            session.answer(at(session, "plots"), Value.number(1));
            assertThat(session.rows("plot")).containsExactly(row);
        }
    }

    @Test
    void defaultsAreWorkedOutOnceAndGiveWayToWhatIsKnown() {
        CompiledForm form =
                screen(
                        "default",
                        """
                        | | date | day | 日期 | | today() |
                        | | text | head | 户主 | | |
                        | | text | called | 称呼 | | concat(${day}, '日') |
                        | | begin repeat | r | 行 | | |
                        | | date | on | 日期 | | ${day} |
                        | | text | unit | 单位 | | 元 |
                        | | end repeat | | | | |\
                        """);
        try (FormSession session = Story.of(form).known("called", "老韦").open()) {
            assertThat(said(session, "day")).isEqualTo("2017-03-15");
            assertThat(said(session, "called")).isEqualTo("老韦");
            answer(session, "day", "2017-03-01");
            String row = session.addRow("r");
            assertThat(said(session, "on", row)).isEqualTo("2017-03-01");
            assertThat(said(session, "unit", row)).isEqualTo("元");
            answer(session, "day", "2017-03-09");
            assertThat(said(session, "on", row)).isEqualTo("2017-03-01");
        }
    }

    @Test
    void aTriggerSetsWhatItNamesAndNothingElseDoes() {
        CompiledForm form =
                screen(
                        "calculation | trigger",
                        """
                        | | integer | pigs | 几头猪 | | | |
                        | | text | sold | 卖了吗 | | | |
                        | | dateTime | stamp | 何时 | | now() | ${pigs} |
                        | | integer | twice | | | ${pigs} * 2 | ${pigs}, ${sold} |
                        | | text | why | 说明 | | | ${sold} |
                        | | begin repeat | r | 行 | | | |
                        | | text | one | 一 | | | |
                        | | text | two | 二 | | concat(${one}, '!') | ${one} |
                        | | end repeat | | | | | |\
                        """);
        try (FormSession session = Story.of(form).open()) {
            assertThat(said(session, "stamp")).isEmpty();
            session.answer(at(session, "pigs"), Value.number(3));
            assertThat(said(session, "stamp")).isEqualTo("2017-03-15T09:30");
            assertThat(said(session, "twice")).isEqualTo("6");
            answer(session, "why", "过年");
            answer(session, "stamp", "2017-01-01T10:00");
            answer(session, "sold", "卖了");
            assertThat(said(session, "why")).isEmpty();
            assertThat(said(session, "stamp")).isEqualTo("2017-01-01T10:00");
            String row = session.addRow("r");
            String other = session.addRow("r");
            session.answer(at(session, "one", other), Value.text("a"));
            assertThat(said(session, "two", other)).isEqualTo("a!");
            assertThat(said(session, "two", row)).isEmpty();
        }
    }

    private static final String TWO =
            """
            | settings |
            | | form_id | default_language |
            | | f | 中文(zh) |

            | survey |
            | | type | name | label::中文(zh) | label::English(en) | hint::中文(zh) | hint::English(en) | guidance_hint::中文(zh) | constraint | constraint_message::中文(zh) | constraint_message::English(en) | appearance |
            | | begin group | part | 部分 | Part | | | | | | | |
            | | begin group | s | 屏 | Screen | | | | | | | field-list |
            | | text | name | 姓名 | Name | 写全名 | | 以户口簿为准 | | | | |
            | | integer | age | ${name}的年龄 | Age of ${name} | | | | . < 130 | ${name}不会这么大 | Too old | |
            | | select_one yn | ok | 是否同意 | | | | | | | | |
            | | end group | | | | | | | | | | |
            | | end group | | | | | | | | | | |

            | choices |
            | | list_name | name | label::中文(zh) | label::English(en) |
            | | yn | 1 | 是 | Yes |
            | | yn | 0 | 否 | |
            """;

    @Test
    void aFormSpeaksEachOfItsLanguages() {
        try (FormSession session = Story.of(Forms.of(TWO)).open()) {
            assertThat(session.languages()).containsExactly("中文(zh)", "English(en)");
            assertThat(session.language()).isEqualTo("中文(zh)");
            answer(session, "name", "王大");
            session.answer(at(session, "age"), Value.number(140));
            assertThat(asked(session, "s", "age").label()).isEqualTo("王大的年龄");
            assertThat(asked(session, "s", "name").guidance()).isEqualTo("以户口簿为准");
            assertThat(session.failures("s"))
                    .extracting(Failure::message)
                    .containsExactly("王大不会这么大");
            session.speak("English(en)");
            assertThat(session.screen("s").label()).isEqualTo("Screen");
            assertThat(asked(session, "s", "age").label()).isEqualTo("Age of 王大");
            assertThat(session.failures("s"))
                    .extracting(Failure::message)
                    .containsExactly("Too old");
            // what has no English words keeps the Chinese ones
            assertThat(asked(session, "s", "ok").label()).isEqualTo("是否同意");
            assertThat(asked(session, "s", "name").hint()).isEqualTo("写全名");
            assertThat(asked(session, "s", "name").guidance()).isEqualTo("以户口簿为准");
            assertThat(asked(session, "s", "ok").choices())
                    .containsExactly(new Choice("1", "Yes"), new Choice("0", "否"));
            session.speak("中文(zh)");
            assertThat(asked(session, "s", "ok").choices())
                    .containsExactly(new Choice("1", "是"), new Choice("0", "否"));
            assertThatIllegalArgumentException().isThrownBy(() -> session.speak("Français"));
        }
    }

    @Test
    void guidanceStandsBesideAHintOrAlone() {
        CompiledForm form =
                screen(
                        "hint | guidance_hint",
                        "| | text | a | 甲 | | 写全名 | 以户口簿为准 |\n| | text | b | 乙 | | | 没有就空着 |");
        try (FormSession session = Story.of(form).open()) {
            assertThat(session.language()).isEmpty();
            assertThat(asked(session, "s", "a").hint()).isEqualTo("写全名");
            assertThat(asked(session, "s", "a").guidance()).isEqualTo("以户口簿为准");
            assertThat(asked(session, "s", "b").hint()).isEmpty();
            assertThat(asked(session, "s", "b").guidance()).isEqualTo("没有就空着");
        }
    }

    @Test
    void choiceLabelsThatNameQuestionsAreFilledIn() {
        CompiledForm form =
                screen(
                        "hint",
                        "| | text | head | 户主 | | |\n| | select_one who | who | 谁答的 | | |",
                        "| choices |\n| | list_name | name | label |\n| | who | 1 | ${head}本人 |\n"
                                + "| | who | 2 | 别人 |");
        try (FormSession session = Story.of(form).open()) {
            answer(session, "head", "王大");
            assertThat(asked(session, "s", "who").choices())
                    .containsExactly(new Choice("1", "王大本人"), new Choice("2", "别人"));
        }
    }

    // ---- lists in files

    private static final String LISTS =
            """
            | | select_one_from_file villages.csv | village | 村 | | | | |
            | | select_one_from_file plots.csv | plot | 地块 | | village = ${village} | value=code label=title | |
            | | calculate | mu | | | | | pulldata('plots', 'mu', 'code', ${plot}) |
            | | calculate | known | | | | | instance('villages')/root/item[name = ${village}]/label |\
            """;

    private static Outcome<CompiledForm> withFiles(Map<String, String> files) {
        String form = sheet("choice_filter | parameters | calculation", LISTS, "");
        return MarkdownForm.read("test.md", form)
                .then(sheets ->
                        FormCompiler.compile(
                                sheets,
                                Optional.empty(),
                                file ->
                                        Optional.ofNullable(files.get(file))
                                                .map(text ->
                                                        ExternalList.read(
                                                                file,
                                                                text.getBytes(
                                                                        StandardCharsets.UTF_8)))));
    }

    private static final Map<String, String> FILES =
            Map.of(
                    "villages.csv", "\uFEFFname,label,备注\nv1,纳灰,x\nv2,\"坝,佑\",y\n",
                    "plots.csv", "code,title,village,mu\np1,屋后,v1,1.5\np2,河边,v1,2\np3,坡上,v2,3\n");

    private static CompiledForm done(Outcome<CompiledForm> outcome) {
        return switch (outcome) {
            case Outcome.Done<CompiledForm>(CompiledForm form) -> form;
            case Outcome.Failed<CompiledForm>(var problems) ->
                    throw new AssertionError(problems.toString());
        };
    }

    @Test
    void choicesComeFromAFileAndItsColumns() {
        try (FormSession session = Story.of(done(withFiles(FILES))).open()) {
            assertThat(asked(session, "s", "village").choices())
                    .containsExactly(new Choice("v1", "纳灰"), new Choice("v2", "坝,佑"));
            answer(session, "village", "v1");
            assertThat(asked(session, "s", "plot").choices())
                    .containsExactly(new Choice("p1", "屋后"), new Choice("p2", "河边"));
            answer(session, "plot", "p2");
            assertThat(said(session, "mu")).isEqualTo("2");
            assertThat(said(session, "known")).isEqualTo("纳灰");
            assertThatIllegalArgumentException().isThrownBy(() -> answer(session, "plot", "p9"));
        }
    }

    @Test
    void aMissingFileOrColumnIsRefusedByName() {
        assertThat(codes(withFiles(Map.of("plots.csv", "code,village\np1,v1\n"))))
                .containsExactly("formListNoFile", "formListColumn");
        assertThat(codes(withFiles(Map.of("plots.csv", "code,code\n", "villages.csv", ""))))
                .containsExactly("formListBroken", "formListBroken");
    }

    private static List<String> codes(Outcome<CompiledForm> outcome) {
        return switch (outcome) {
            case Outcome.Done<CompiledForm> _ -> List.of();
            case Outcome.Failed<CompiledForm>(var problems) ->
                    problems.stream().map(p -> p.code()).toList();
        };
    }

    @Test
    void aListThatIsNotThereOpensNoForm() {
        String form = sheet("choice_filter | parameters | calculation", LISTS, "");
        assertThat(Story.of(Forms.of(form)).refused().code()).isEqualTo("formListMissing");
    }

    @Test
    void fiveThousandRowsAreServedWhileAPersonWaits() {
        var plots = new StringBuilder("code,title,village,mu\n");
        for (int i = 0; i < 5000; i++) {
            plots.append("p%d,地块%d,v%d,%d\n".formatted(i, i, i % 2 + 1, i % 7));
        }
        CompiledForm form =
                done(
                        withFiles(
                                Map.of(
                                        "villages.csv", FILES.getOrDefault("villages.csv", ""),
                                        "plots.csv", plots.toString())));
        long start = System.nanoTime();
        try (FormSession session = Story.of(form).open()) {
            long open = System.nanoTime();
            answer(session, "village", "v1");
            answer(session, "plot", "p4998");
            long answered = System.nanoTime();
            assertThat(asked(session, "s", "plot").choices()).hasSize(2500);
            long shown = System.nanoTime();
            assertThat(said(session, "mu")).isEqualTo("0");
            System.out.printf(
                    "5000 rows: open %d ms, two answers %d ms, shown %d ms%n",
                    (open - start) / 1_000_000,
                    (answered - open) / 1_000_000,
                    (shown - answered) / 1_000_000);
            assertThat(shown - start).isLessThan(5_000_000_000L);
        }
    }
}
