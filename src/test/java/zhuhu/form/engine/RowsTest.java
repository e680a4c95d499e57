package zhuhu.form.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static zhuhu.form.engine.Story.all;
import static zhuhu.form.engine.Story.at;
import static zhuhu.form.engine.Story.rowsOf;
import static zhuhu.form.engine.Story.said;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import zhuhu.form.FormSession;
import zhuhu.form.Ref;
import zhuhu.form.ScreenView;
import zhuhu.form.ScreenView.Item;
import zhuhu.record.Value;

/// Rows of repeats: whose they are, and that they stay so.
class RowsTest {

    private static Story family() {
        return Story.of(Forms.visit()).member("a", "王大").member("b", "王二").member("c", "王三");
    }

    @Test
    void aRowKeepsItsAnswersWhenAnotherGoes() {
        try (FormSession session = family().open()) {
            session.answer(at(session, "health", "c"), Value.many(List.of("04")));
            session.removeRow("members", "a");
            session.answer(at(session, "birth_date", "b"), Value.text("2000-03-01"));
            assertThat(rowsOf(session, "s_family", "members"))
                    .extracting(ScreenView.Row::id, ScreenView.Row::label)
                    .containsExactly(tuple("b", "王二"), tuple("c", "王三"));
            assertThat(said(session, "health", "c")).isEqualTo("04");
            assertThat(said(session, "age", "b")).isEqualTo("17");
            assertThat(said(session, "age", "c")).isEmpty();
            assertThat(said(session, "counted")).isEqualTo("2");
        }
    }

    @Test
    void aNumberByPositionChangesOwnerButTheRowDoesNot() {
        var form =
                Forms.of(
                        """
                        | survey |
                        | | type | name | label | calculation | save_to | appearance |
                        | | begin_group | part | 部分 | | | |
                        | | begin_repeat | members | 成员 | | | |
                        | | text | person_name | 姓名 | | person_name | |
                        | | calculate | place | | position(..) | | |
                        | | end_repeat | | | | | |
                        | | end_group | | | | | |
                        | settings |
                        | | form_id | version |
                        | | positions | 1 |
                        | entities |
                        | | list_name | label |
                        | | person | ${person_name} |
                        """);
        try (FormSession session = Story.of(form).member("a", "王大").member("b", "王二").open()) {
            assertThat(said(session, "place", "b")).isEqualTo("2");
            session.removeRow("members", "a");
            assertThat(said(session, "place", "b")).isEqualTo("1");
            assertThat(said(session, "person_name", "b")).isEqualTo("王二");
        }
    }

    @Test
    void rowsOfRecordsCarryTheirIdInTheInstanceAndNoneThatTheFormMakes() {
        try (FormSession session = family().open()) {
            session.addRow("members", "d");
            session.removeRow("members", "b");
            String instance = new String(session.draft(), StandardCharsets.UTF_8);
            assertThat(instance).contains("id=\"a\"", "id=\"c\"", "id=\"d\"");
            assertThat(instance).doesNotContain("id=\"b\"").doesNotContain("uuid:");
        }
    }

    @Test
    void aCalculatedEntityIdDoesNotStopADeletion() {
        var form =
                Forms.tampered(
                        Forms.visit(),
                        "members/meta/entity/@id\" readonly=\"true()\"",
                        "members/meta/entity/@id\" calculate=\"concat('x', ../../../person_name)\"");
        try (FormSession session = Story.of(form).member("a", "王大").member("b", "王二").open()) {
            session.removeRow("members", "a");
            assertThat(new String(session.draft(), StandardCharsets.UTF_8))
                    .contains("id=\"b\"")
                    .doesNotContain("x王二");
        }
    }

    @Test
    void aNumberIsNeverGivenTwice() {
        try (FormSession session = family().open()) {
            assertThat(session.addRow("issues")).isEqualTo("issues-1");
            session.removeRow("issues", "issues-1");
            assertThat(session.addRow("issues")).isEqualTo("issues-2");
            assertThat(session.addRow("tries")).isEqualTo("tries-1");
        }
    }

    @Test
    void aFormOpensWithoutTheBlankRowThatItsTextHas() {
        try (FormSession session = Story.of(Forms.visit()).open()) {
            assertThat(rowsOf(session, "s_family", "members")).isEmpty();
            assertThat(said(session, "counted")).isEqualTo("0");
        }
    }

    @Test
    void aKnownValueIsThereBeforeTheDefaultsOfItsRow() {
        var plain =
                Forms.of(
                        """
                        | survey |
                        | | type | name | label | default |
                        | | begin_group | part | 部分 | |
                        | | begin_repeat | members | 成员 | |
                        | | text | person_name | 姓名 | |
                        | | text | called | 称呼 | |
                        | | text | home | 住址 | 本村 |
                        | | end_repeat | | | |
                        | | end_group | | | |
                        """);
        String row = "/data/part/members";
        var called =
                Forms.rowStartingWith(plain, row, row + "/called", "concat('小', ../person_name)");
        var form = Forms.rowStartingWith(called, row, row + "/person_name", "'无名'");
        try (FormSession session =
                Story.of(form)
                        .row("members", "a", Map.of("person_name", Value.text("王")))
                        .row("members", "b", Map.of("home", Value.EMPTY))
                        .open()) {
            assertThat(said(session, "person_name", "a")).isEqualTo("王");
            assertThat(said(session, "called", "a")).isEqualTo("小王");
            assertThat(said(session, "home", "a")).isEqualTo("本村");
            assertThat(said(session, "home", "b")).isEmpty();
            session.addRow("members", "c");
            assertThat(said(session, "person_name", "c")).isEqualTo("无名");
            assertThat(said(session, "called", "c")).isEqualTo("小无名");
            assertThat(said(session, "home", "c")).isEqualTo("本村");
        }
    }

    @Test
    void aRepeatInARepeatIsATableInARow() {
        try (FormSession session =
                Story.of(Forms.of(NESTED)).member("a", "王大").member("b", "王二").open()) {
            String jobsOfB = inner(session, "b").repeat();
            session.addRow(jobsOfB, "j1");
            session.addRow(jobsOfB, "j2");
            session.answer(at(session, "employer", "j2"), Value.text("砖厂"));
            session.removeRow(jobsOfB, "j1");
            session.removeRow("members", "a");
            assertThat(inner(session, "b").rows())
                    .extracting(ScreenView.Row::id, ScreenView.Row::label)
                    .containsExactly(tuple("j2", "砖厂"));
            byte[] draft = session.draft();
            try (FormSession again = Story.of(Forms.of(NESTED)).from(draft).open()) {
                assertThat(said(again, "employer", "j2")).isEqualTo("砖厂");
                assertThat(said(again, "jobs_count", "b")).isEqualTo("1");
            }
        }
    }

    private static Item.Table inner(FormSession session, String row) {
        return rowsOf(session, "members", "members").stream()
                .filter(r -> r.id().equals(row))
                .flatMap(r -> all(r.items()).stream())
                .filter(Item.Table.class::isInstance)
                .map(Item.Table.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static final String NESTED =
            """
            | survey |
            | | type | name | label | calculation |
            | | begin_group | part | 部分 | |
            | | begin_repeat | members | 成员 | |
            | | text | person_name | 姓名 | |
            | | begin_repeat | jobs | 务工 | |
            | | text | employer | 用工单位 | |
            | | end_repeat | | | |
            | | calculate | jobs_count | | count(${jobs}) |
            | | end_repeat | | | |
            | | end_group | | | |
            """;

    @Test
    void aRowIdIsNotGivenTwiceAndHasNoSignsOfAPath() {
        try (FormSession session = family().open()) {
            assertThatIllegalArgumentException().isThrownBy(() -> session.addRow("members", "a"));
            for (String bad : List.of("", "a b", "a/b", "a]", "[a", "a\tb", "a\nb")) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> session.addRow("members", bad));
            }
            assertThat(said(session, "counted")).isEqualTo("3");
        }
    }

    @Test
    void whatIsNotThereCannotBeTakenAwayOrAnswered() {
        try (FormSession session = family().open()) {
            Ref ofA = at(session, "person_name", "a");
            session.removeRow("members", "a");
            assertThat(session.find("person_name", "a")).isEmpty();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> session.answer(ofA, Value.text("王")));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> session.removeRow("members", "a"));
            assertThatIllegalArgumentException().isThrownBy(() -> session.addRow("nobody"));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> session.addRow("doorstep/s_family"));
        }
    }
}
